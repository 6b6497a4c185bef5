import type { FormField } from "#app/domain/survey/form/index.ts";
import { OtherText } from "./choice-field.tsx";
import { useDescription, useFormContext } from "./form-context.ts";
import { QuestionNotes, QuestionTitle } from "./question-parts.tsx";
import { TextBeside } from "./text-beside.tsx";

/** One choice of a list. */
export function DropdownField({ field }: { field: Extract<FormField, { type: "dropdown" }> }) {
  const { words } = useFormContext();
  const { aria } = useDescription(field);
  const { control, choices, enabled } = field;
  return (
    <div className="field question">
      <label htmlFor={control}>
        <QuestionTitle field={field} />
      </label>
      <QuestionNotes field={field} />
      <select
        id={control}
        name={control}
        defaultValue={choices.find(({ chosen }) => chosen)?.value ?? ""}
        disabled={!enabled}
        {...aria}
      >
        <option value="">{words.choose}</option>
        {choices.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <OtherText choices={choices} other={field.other} enabled={enabled} />
      <TextBeside text={field.comment} label={words.comment} disabled={!enabled} />
    </div>
  );
}
