import type { Problem } from "#app/domain/problem.ts";
import { rosterColumns } from "#app/domain/survey/roster/columns.ts";
import { stratumCodes } from "#app/domain/survey/strata/stratum-codes.ts";
import { Button } from "../button.tsx";
import { CheckField, TextField } from "../field.tsx";
import { firmsText } from "./desk-firms.ts";

const headings = Object.values(rosterColumns).map(([heading]) => heading);
const codes: { heading: string; values: readonly string[] }[] = [
  { heading: "業種", values: stratumCodes.sector },
  { heading: "規模", values: stratumCodes.size },
  { heading: "地域区分", values: stratumCodes.region },
  { heading: "等級", values: stratumCodes.grade },
  { heading: "元請下請", values: stratumCodes.tier },
];

/** Step 2: whom the survey asks. It can be replaced until the survey opens. */
export function DeskRoster({
  firms,
  withCode,
  preparing,
  problems,
}: {
  firms: number;
  withCode: number;
  preparing: boolean;
  problems: readonly Problem[];
}) {
  const count = firms > 0 && <p>名簿には{firmsText(firms)}が載っています。</p>;
  if (!preparing) {
    return (
      <>
        {count}
        <p className="soft">受付を始めたため、名簿は変えられません。</p>
      </>
    );
  }
  return (
    <>
      {count}
      <form method="post" encType="multipart/form-data" className="form">
        <TextField
          name="roster"
          type="file"
          accept=".csv,text/csv"
          label={firms > 0 ? "差し替える名簿" : "名簿のファイル"}
          hint="CSV（UTF-8 または CP932）、5MBまで。1つでも直す所があれば、何も登録しません。"
          required
          problems={problems}
        />
        {withCode > 0 && (
          <CheckField
            name="rosterConfirmed"
            required
            label={`名簿を差し替えると、発行したコード（${firmsText(withCode)}分）がすべて使えなくなることを確かめました`}
          />
        )}
        <Button name="intent" value="roster" look={firms > 0 ? "secondary" : "primary"}>
          {firms > 0 ? "名簿を差し替える" : "名簿を登録する"}
        </Button>
      </form>
      <details>
        <summary>名簿の列</summary>
        <p>
          1行目に見出しを書きます。列の順は自由です。ほかの列は読みません。
          {headings.join("、")}
        </p>
        <ul>
          {codes.map(({ heading, values }) => (
            <li key={heading}>
              {heading}：{values.join("、")}
            </li>
          ))}
          <li>法人番号：13桁。個人事業者は空にします。</li>
        </ul>
      </details>
    </>
  );
}
