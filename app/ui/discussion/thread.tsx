import type { CommentEntry, CommentThread } from "#app/domain/discussion/index.ts";
import { Moment } from "#app/ui/date.tsx";
import { Disposition, DispositionTag } from "./disposition.tsx";

/** 「第1次案の第8条への意見」: what a comment was written on. */
export function placeOf({ version, place }: Pick<CommentThread, "version" | "place">): string {
  return `${version.label}の${place}への意見`;
}

/** A comment with what became of it and its replies. */
export function Thread({
  thread,
  to,
  heading: Tag = to ? "h4" : undefined,
}: {
  thread: CommentThread;
  /** The thread's own page; absent on it. */
  to?: string;
  /** Left out where the page's own heading names the comment. */
  heading?: "h2" | "h3" | "h4" | undefined;
}) {
  const { number, replies, disposition } = thread;
  return (
    <article className="thread" id={`comment-${number}`}>
      {Tag && (
        <Tag className="thread-title">
          {to ? <a href={to}>意見{number}</a> : `意見${number}`} {placeOf(thread)}
        </Tag>
      )}
      <Entry entry={thread} />
      {disposition ? (
        <Disposition disposition={disposition} />
      ) : (
        <p>
          <DispositionTag kind={undefined} />
        </p>
      )}
      {replies.length > 0 && (
        <ol className="replies" aria-label={`意見${number}への返信`}>
          {replies.map((reply) => (
            <li key={reply.id} id={`comment-${reply.number}`}>
              <Entry entry={reply} />
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

function Entry({ entry: { author, createdAt, body } }: { entry: CommentEntry }) {
  return (
    <>
      <p className="meta">
        <strong>{author}</strong> <Moment at={createdAt} time />
      </p>
      <p className="lines">{body}</p>
    </>
  );
}
