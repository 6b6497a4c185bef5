import type { CommentThread } from "#app/domain/discussion/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import { href } from "#app/routes.ts";
import { Thread } from "./thread.tsx";
import { WritingForm } from "./writing.tsx";

/** A form that was refused, to be shown again with what was typed. */
export interface RefusedWriting {
  suffix: string;
  values: Record<string, string | undefined>;
  problems: readonly Problem[];
}

/** The comments on an article and everything in it, and the form for another one. */
export function ArticleDiscussion({
  number,
  label,
  threads,
  places,
  form,
  open,
  refused,
}: {
  /** The public number of the article's identity. */
  number: number;
  label: string;
  threads: readonly CommentThread[];
  places: readonly { id: string; label: string }[];
  /** Absent for those who do not comment. */
  form: { action: string; formId: string } | undefined;
  open: boolean;
  refused: RefusedWriting | undefined;
}) {
  if (!form && threads.length === 0) return null;
  const mine = refused?.suffix === String(number) ? refused : undefined;
  return (
    <details className="discussion" id={`discussion-${number}`} open={open || mine !== undefined}>
      <summary>
        {label}への意見 {threads.length}件{form && "・意見を書く"}
      </summary>
      {threads.map((thread) => (
        <Thread
          key={thread.id}
          thread={thread}
          to={href("councilComment", { comment: thread.number })}
        />
      ))}
      {form && (
        <WritingForm
          intent="comment"
          formId={form.formId}
          suffix={String(number)}
          label={`${label}への意見`}
          action={form.action}
          places={places}
          values={mine?.values ?? {}}
          problems={mine?.problems ?? []}
        />
      )}
    </details>
  );
}
