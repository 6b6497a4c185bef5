import {
  type Matching,
  requiredFields,
  rosterColumns,
  rosterFields,
} from "#app/domain/survey/roster/columns.ts";
import type { RosterField } from "#app/domain/survey/roster/firm.ts";

const none: Partial<Record<RosterField, string>> = {
  number: "ない（行の順に番号を付ける）",
  corporateNumber: "ない（法人番号を記録しない）",
};

/** Which column of the file each column of the roster is read from. */
export function MatchingFields({ header, matching }: { header: string[]; matching: Matching }) {
  const required: readonly RosterField[] = requiredFields;
  return (
    <>
      <h2 id="matching">列の対応</h2>
      <p>
        見出しから読み取った対応です。違うときは、選び直して、下のボタンで確かめ直してください。
      </p>
      <div className="roster-columns">
        {rosterFields.map((field) => {
          const name = `column.${field}`;
          const isRequired = required.includes(field);
          return (
            <div className="field" key={field}>
              <label htmlFor={name}>
                {rosterColumns[field][0]}
                <span className={isRequired ? "required" : "optional"}>
                  {isRequired ? "必須" : "任意"}
                </span>
              </label>
              <select id={name} name={name} defaultValue={matching[field] ?? ""}>
                <option value="">
                  {isRequired ? "選んでください" : (none[field] ?? "ない（区分しない）")}
                </option>
                {header.map((heading, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two columns alike
                  <option key={place} value={place}>
                    {place + 1}列目　{heading || "（見出しなし）"}
                  </option>
                ))}
              </select>
            </div>
          );
        })}
      </div>
    </>
  );
}
