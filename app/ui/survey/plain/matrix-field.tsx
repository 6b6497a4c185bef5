import type { FormField } from "#app/domain/survey/form/index.ts";
import { useFormContext } from "./form-context.ts";
import { GroupField } from "./group-field.tsx";

/** Each row of a matrix is a group of radio buttons: side by side on a desk, below each other on a phone. */
export function MatrixField({ field }: { field: Extract<FormField, { type: "matrix" }> }) {
  const { words } = useFormContext();
  return (
    <GroupField field={field} hint={words.answerRows} kind="matrix">
      {field.rows.map((row) => (
        <fieldset className="matrix-row" key={row.control}>
          <legend>{row.text}</legend>
          <div className="choices side-by-side">
            {field.columns.map((column) => (
              <label className="choice" key={column.value}>
                <input
                  type="radio"
                  name={row.control}
                  value={column.value}
                  defaultChecked={column.value === row.chosen}
                  disabled={!field.enabled}
                />
                <span>{column.text}</span>
              </label>
            ))}
            {row.chosen !== "" && !field.required && (
              <label className="choice no-choice">
                <input type="radio" name={row.control} value="" disabled={!field.enabled} />
                <span>{words.noChoice}</span>
              </label>
            )}
          </div>
        </fieldset>
      ))}
    </GroupField>
  );
}
