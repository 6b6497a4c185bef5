import type { FormField } from "#app/domain/survey/form/index.ts";
import { useDescription, useFormContext } from "./form-context.ts";
import { LineInput, lineHint } from "./line-input.tsx";
import { QuestionNotes, QuestionTitle } from "./question-parts.tsx";
import { TextBeside } from "./text-beside.tsx";

/** A question answered by one line: text, number or date. */
export function LineField({
  field,
}: {
  field: Extract<FormField, { type: "text" | "number" | "date" }>;
}) {
  const { words } = useFormContext();
  const hint = lineHint(field, words);
  const { aria } = useDescription(field, hint);
  return (
    <div className="field question">
      <label htmlFor={field.control}>
        <QuestionTitle field={field} />
      </label>
      <QuestionNotes field={field} hint={hint} />
      <LineInput line={field} disabled={!field.enabled} aria={aria} />
      <TextBeside text={field.comment} label={words.comment} disabled={!field.enabled} />
    </div>
  );
}

/** A question answered by several lines. */
export function CommentField({ field }: { field: Extract<FormField, { type: "comment" }> }) {
  const { words } = useFormContext();
  const hint = words.longest(field.maxLength);
  const { aria } = useDescription(field, hint);
  return (
    <div className="field question">
      <label htmlFor={field.control}>
        <QuestionTitle field={field} />
      </label>
      <QuestionNotes field={field} hint={hint} />
      <textarea
        id={field.control}
        name={field.control}
        rows={field.rows}
        maxLength={field.maxLength}
        defaultValue={field.value}
        disabled={!field.enabled}
        {...aria}
      />
      <TextBeside text={field.comment} label={words.comment} disabled={!field.enabled} />
    </div>
  );
}
