import type { FormField } from "#app/domain/survey/form/index.ts";
import { useFormContext } from "./form-context.ts";
import { GroupField } from "./group-field.tsx";
import { LineInput, lineHint } from "./line-input.tsx";
import { Need } from "./question-parts.tsx";

const plain = { "aria-describedby": undefined, "aria-invalid": undefined };

/** Several lines under one question. */
export function MultipleTextField({
  field,
}: {
  field: Extract<FormField, { type: "multipletext" }>;
}) {
  const { words } = useFormContext();
  return (
    <GroupField field={field}>
      {field.items.map((item) => (
        <div className="part" key={item.control}>
          <label htmlFor={item.control}>
            {item.title}
            <Need required={item.required} enabled={field.enabled} />
            {item.type !== "text" && <span className="hint">　{lineHint(item, words)}</span>}
          </label>
          <LineInput line={item} disabled={!field.enabled} aria={plain} />
        </div>
      ))}
    </GroupField>
  );
}
