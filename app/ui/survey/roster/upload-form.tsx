import type { Problem } from "#app/domain/problem.ts";
import { rosterColumns } from "#app/domain/survey/roster/columns.ts";
import { stratumAxes } from "#app/domain/survey/strata/strata.ts";
import { stratumCodes } from "#app/domain/survey/strata/stratum-codes.ts";
import { Button } from "../../button.tsx";
import { TextField } from "../../field.tsx";
import { firmsText } from "../desk-firms.ts";

/** Where a roster's file is chosen; nothing is imported before it has been looked through. */
export function RosterUploadForm({
  firms,
  preparing,
  problems,
}: {
  firms: number;
  preparing: boolean;
  problems: readonly Problem[];
}) {
  if (!preparing) {
    return (
      <p>名簿には{firmsText(firms)}が載っています。受付を始めたため、名簿は変えられません。</p>
    );
  }
  return (
    <>
      {firms > 0 && <p>名簿には{firmsText(firms)}が載っています。</p>}
      <form method="post" encType="multipart/form-data" className="form">
        <TextField
          name="roster"
          type="file"
          accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          label={firms > 0 ? "差し替える名簿のファイル" : "名簿のファイル"}
          hint="ExcelかCSV（UTF-8 または CP932）、20MB、50,000者まで。次の画面で、列の対応と直す所を確かめてから登録します。"
          required
          problems={problems}
        />
        <Button name="intent" value="upload" look={firms > 0 ? "secondary" : "primary"}>
          名簿を確かめる
        </Button>
      </form>
      <details className="roster-needs">
        <summary>名簿に書くこと</summary>
        <p>
          見出しの行と、その下に1行に1者を書きます。列の順と見出しの言葉は自由です。ほかの列は読みません。
        </p>
        <ul>
          <li>
            要る列：{rosterColumns.name[0]}、{rosterColumns.postalCode[0]}、
            {rosterColumns.address[0]}
          </li>
          <li>
            あれば読む列：{rosterColumns.number[0]}（なければ行の順に付けます）、
            {rosterColumns.corporateNumber[0]}（13桁。個人事業者は空）
          </li>
          {stratumAxes.map(({ axis, label }) => (
            <li key={axis}>
              {label}：{stratumCodes[axis].join("、")}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
