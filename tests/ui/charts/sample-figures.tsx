import { BarChart } from "#app/ui/charts/BarChart.tsx";
import type { Bin, CountedRow, StackedRow } from "#app/ui/charts/chart-data.ts";
import { GroupedBars } from "#app/ui/charts/GroupedBars.tsx";
import { Histogram } from "#app/ui/charts/Histogram.tsx";
import { StackedBar } from "#app/ui/charts/StackedBar.tsx";

export const barRows: CountedRow[] = [
  { label: "とても重い", count: 41, percent: 18.6 },
  {
    label: "やや重い。今ある帳簿（賃金台帳など）から書き写す手間がかかるため、担当者の負担が増える",
    count: 80,
    percent: 36.2,
  },
  { label: "ISO 9001 の認証で既に作っている", count: 221, percent: 100 },
  { label: "重くない <script>alert(1)</script>", count: 0, percent: 0 },
  { label: "分からない", count: null, percent: null },
];

export const columns = [
  "必要",
  "どちらかといえば必要",
  "どちらともいえない",
  "どちらかといえば不要",
  "不要",
];

export const stackedRows: StackedRow[] = [
  {
    label: "労働報酬の下限額を定めること",
    n: 219,
    parts: [75, 60, 40, 30, 14].map((count) => ({
      count,
      percent: Math.round((count / 219) * 1000) / 10,
    })),
  },
  {
    label: "誰も答えなかった項目",
    n: 0,
    parts: columns.map(() => ({ count: 0, percent: null })),
  },
  {
    label: "伏せた数のある項目",
    n: 40,
    parts: [20, null, 4, null, 0].map((count) => ({
      count,
      percent: count === null ? null : Math.round((count / 40) * 1000) / 10,
    })),
  },
  {
    label: "n も伏せた項目",
    n: null,
    parts: [20, null, 4, null, 0].map((count) => ({ count, percent: null })),
  },
];

export const bins: Bin[] = [120, 52, 24, 12, 8, null, 3, 1234].map((count, place) => ({
  label: `${place + 1}番目の範囲`,
  from: place === 0 ? null : place * 20_000,
  to: place === 7 ? null : (place + 1) * 20_000,
  count,
  percent: count === null ? null : Math.round((count / 1454) * 1000) / 10,
}));

const strata = ["土木一式・とび土工・舗装", "建築一式", "物品・役務"];

/** Two choices by three strata. */
export const groups = ["とても重い", "重くない"].map((label, place) => ({
  label,
  bars: strata.map((stratum, index) => ({
    label: stratum,
    count: place === 1 && index === 2 ? null : 12 * (index + 1),
    percent: place === 1 && index === 2 ? null : 30.5 * (index + 1),
  })),
}));

/** One figure of each kind, with labels long and short, and one that nobody answered. */
export function SampleFigures() {
  return (
    <main>
      <h1>集計（サンプル）</h1>
      <BarChart
        id="q1"
        title="問1　報告書を作る負担をどう感じますか"
        n={221}
        notes={["複数回答", "模擬回答"]}
        rows={barRows}
      />
      <StackedBar
        id="q2"
        title="問2　次の取組をどう思いますか"
        n={undefined}
        columns={columns}
        rows={stackedRows}
      />
      <Histogram id="q3" title="問3　前年度の受注額" n={1454} bins={bins} />
      <BarChart id="q4" title="問4　該当者のない問" n={0} rows={[]} />
      <GroupedBars id="q5" title="問5　業種別" n={null} groups={groups} />
    </main>
  );
}
