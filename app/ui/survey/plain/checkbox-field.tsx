import type { FormField, FormWords } from "#app/domain/survey/form/index.ts";
import { OtherText } from "./choice-field.tsx";
import { useFormContext } from "./form-context.ts";
import { GroupField } from "./group-field.tsx";

type Several = Extract<FormField, { type: "checkbox" }>;

/** As many choices as wanted, as boxes to tick. */
export function CheckboxField({ field }: { field: Several }) {
  const { words } = useFormContext();
  return (
    <GroupField field={field} hint={hintOf(field, words)}>
      <div className="choices">
        {field.choices.map((choice) => (
          <label className="choice" key={choice.value}>
            <input
              type="checkbox"
              name={field.control}
              value={choice.value}
              defaultChecked={choice.chosen}
              disabled={!field.enabled}
            />
            <span>{choice.text}</span>
          </label>
        ))}
      </div>
      <OtherText choices={field.choices} other={field.other} enabled={field.enabled} />
    </GroupField>
  );
}

function hintOf({ minSelected, maxSelected }: Several, words: FormWords): string | undefined {
  const hints = [
    ...(minSelected > 0 ? [words.atLeast(minSelected)] : []),
    ...(maxSelected !== null ? [words.atMost(maxSelected)] : []),
  ];
  return hints.length === 0 ? undefined : hints.join(" ");
}
