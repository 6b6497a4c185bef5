import type { FormField } from "#app/domain/survey/form/index.ts";
import { useFormContext } from "./form-context.ts";
import { GroupField } from "./group-field.tsx";

/** Each item gets its place from a list: nothing needs to be dragged. */
export function RankingField({ field }: { field: Extract<FormField, { type: "ranking" }> }) {
  const { words } = useFormContext();
  const places = Array.from({ length: field.places }, (_, index) => String(index + 1));
  const hint = field.selectToRank ? words.rankSome(field.places) : words.rankAll;
  return (
    <GroupField field={field} hint={hint}>
      {field.items.map(({ control, text, place }, index) => (
        <div className="part rank" key={control}>
          <label htmlFor={`${field.control}:${index}`}>{text}</label>
          <select
            id={`${field.control}:${index}`}
            name={control}
            defaultValue={place}
            disabled={!field.enabled}
          >
            <option value="">{words.noPlace}</option>
            {places.map((each) => (
              <option key={each} value={each}>
                {words.place(Number(each))}
              </option>
            ))}
          </select>
        </div>
      ))}
    </GroupField>
  );
}
