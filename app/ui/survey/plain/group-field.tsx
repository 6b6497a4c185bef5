import type { ReactNode } from "react";
import type { FormField } from "#app/domain/survey/form/index.ts";
import { useDescription, useFormContext } from "./form-context.ts";
import { QuestionNotes, QuestionTitle } from "./question-parts.tsx";
import { TextBeside } from "./text-beside.tsx";

/** A question of several controls under one legend; the list of problems leads to it. */
export function GroupField({
  field,
  hint,
  kind,
  children,
}: {
  field: FormField;
  hint?: string | undefined;
  /** A class of its own. */
  kind?: string;
  children: ReactNode;
}) {
  const { words } = useFormContext();
  const { aria } = useDescription(field, hint);
  return (
    <fieldset
      className={`field question ${kind ?? ""}`.trim()}
      id={field.control}
      tabIndex={-1}
      aria-describedby={aria["aria-describedby"]}
      aria-invalid={aria["aria-invalid"]}
    >
      <legend>
        <QuestionTitle field={field} />
      </legend>
      <QuestionNotes field={field} hint={hint} />
      {children}
      <TextBeside text={field.comment} label={words.comment} disabled={!field.enabled} />
    </fieldset>
  );
}
