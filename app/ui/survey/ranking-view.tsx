import type { RankingTable } from "#app/domain/survey/index.ts";
import { BarChart } from "../charts/BarChart.tsx";
import { type FigureFacts, numberLabel } from "../charts/chart-data.ts";
import { FigureTable } from "../charts/FigureTable.tsx";

/** A ranking: how often each choice came first as bars, and every place in a table. */
export function RankingView({ table, facts }: { table: RankingTable; facts: FigureFacts }) {
  const places = table.rows[0]?.ranks.map((_, index) => `${index + 1}位`) ?? [];
  return (
    <>
      <BarChart
        {...facts}
        title={`${facts.title}（1位に選んだ事業者）`}
        rows={table.rows.map(({ text, firstCount, firstPercent }) => ({
          label: text,
          count: firstCount,
          percent: firstPercent,
        }))}
      />
      <FigureTable
        caption={`${facts.title}（順位ごとの数）`}
        rowHeading="選択肢"
        columns={[...places, "順位の平均"]}
        rows={table.rows.map(({ text, ranks, meanRank }) => ({
          label: text,
          cells: [...ranks.map(numberLabel), meanRank === null ? "－" : numberLabel(meanRank)],
        }))}
        n={facts.n}
        noAnswer={facts.noAnswer}
      />
    </>
  );
}
