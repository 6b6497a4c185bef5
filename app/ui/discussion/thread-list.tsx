import type { CommentThread } from "#app/domain/discussion/index.ts";
import { Moment } from "#app/ui/date.tsx";
import { DispositionTag } from "./disposition.tsx";
import { placeOf } from "./thread.tsx";

/** Comments in a list: what each is on, its beginning, its state and how many replies it has. */
export function ThreadList({
  threads,
  to,
}: {
  threads: readonly CommentThread[];
  to: (comment: number) => string;
}) {
  return (
    <ul className="entries">
      {threads.map((thread) => (
        <li key={thread.id}>
          <p>
            <a href={to(thread.number)}>
              意見{thread.number}　{placeOf(thread)}
            </a>
          </p>
          <p>{beginningOf(thread.body)}</p>
          <p className="soft">
            {thread.author} <Moment at={thread.createdAt} />{" "}
            <DispositionTag kind={thread.disposition?.kind} />
            {thread.replies.length > 0 && ` 返信${thread.replies.length}件`}
          </p>
        </li>
      ))}
    </ul>
  );
}

const longest = 80;

/** The first words of a comment. */
export function beginningOf(body: string): string {
  const line = body.replaceAll("\n", " ");
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
