import type { CommentThread } from "#app/domain/discussion/index.ts";
import type { Link } from "#app/domain/evidence/index.ts";
import { href } from "#app/routes.ts";
import { DispositionTag } from "./disposition.tsx";
import { LinkForm, type RefusedLink } from "./link-note.tsx";
import { placeOf } from "./thread.tsx";
import { beginningOf } from "./thread-list.tsx";

/** The comments on a provision, each of which can be linked to it. */
export function CommentChoice({
  threads,
  links,
  refused,
}: {
  threads: readonly CommentThread[];
  /** The links there are, so that none is offered twice. */
  links: readonly Link[];
  refused: RefusedLink | undefined;
}) {
  if (threads.length === 0) return <p>ここへの意見はありません。</p>;
  const linked = new Set(
    links.flatMap((link) => (link.kind === "comment" ? link.comment.number : [])),
  );
  return (
    <ul className="entries desk-entries">
      {threads.map((thread) => (
        <li key={thread.id}>
          <p>
            <a href={href("deskComment", { comment: thread.number })}>
              意見{thread.number}　{placeOf(thread)}
            </a>
            {"　"}
            {thread.author} <DispositionTag kind={thread.disposition?.kind} />
          </p>
          <p>{beginningOf(thread.body)}</p>
          {linked.has(thread.number) ? (
            <p>
              <span className="tag success">関連付け済み</span>
            </p>
          ) : (
            <LinkForm
              suffix={`comment-${thread.number}`}
              intent="comment"
              fields={{ comment: thread.number }}
              target={`意見${thread.number}`}
              refused={refused}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
