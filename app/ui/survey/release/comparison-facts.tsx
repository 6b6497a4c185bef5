import type { PublishedRelease } from "#app/domain/survey/release/published.ts";
import { percentText } from "#app/domain/survey/tabulation/percent.ts";
import { numberLabel } from "../../charts/chart-data.ts";
import { Day } from "../../date.tsx";
import type { ComparedNames } from "./comparison.tsx";
import { ResultRow, ResultTable } from "./result-table.tsx";

/** From what the two releases were made, side by side. */
export function ComparedFacts({
  before,
  after,
  names,
  words,
}: {
  before: PublishedRelease;
  after: PublishedRelease;
  names: ComparedNames;
  /** Where they differ, in sentences. */
  words: readonly string[];
}) {
  const line = (heading: string, of: (release: PublishedRelease) => React.ReactNode) => (
    <ResultRow
      heading={heading}
      cells={[
        { key: "before", content: of(before) },
        { key: "after", content: of(after) },
      ]}
    />
  );
  return (
    <>
      <ResultTable
        caption="二つの集計版"
        rowHeading="事項"
        columns={[
          { key: "before", heading: names.before },
          { key: "after", heading: names.after },
        ]}
      >
        <tbody>
          {line("いつまでの回答か", ({ cutOff }) => (
            <Day date={cutOff} />
          ))}
          {line("集計した回答", ({ responses }) => `${numberLabel(responses)}者`)}
          {line("回収率（AAPOR RR1）", ({ responseRate }) =>
            percentText(responseRate.overall.percent),
          )}
          {line("調査票の版", ({ edition }) => `第${edition}版`)}
        </tbody>
      </ResultTable>
      <p className="prose">
        {before.edition === after.edition
          ? "二つの集計版は、調査票の同じ版で数えています。"
          : `調査票を第${before.edition}版から第${after.edition}版に直しています。直した問には、何が変わったかを書いています。`}
        {before.responses === after.responses && "集計した回答の数は同じです。"}
        {words.join("")}
      </p>
    </>
  );
}
