import { BarChart } from "#app/ui/charts/BarChart.tsx";
import type { Bin, CountedRow, StackedRow } from "#app/ui/charts/chart-data.ts";
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
];

export const bins: Bin[] = [120, 52, 24, 12, 8, 3, 1, 1234].map((count, place) => ({
  from: place * 20_000,
  to: (place + 1) * 20_000,
  count,
  percent: Math.round((count / 1454) * 1000) / 10,
}));

const base = { n: 221, noAnswer: 7 };

/** One figure of each kind, with labels long and short, and one that nobody answered. */
export function SampleFigures() {
  return (
    <main>
      <h1>集計（サンプル）</h1>
      <BarChart
        id="q1"
        title="問1　報告書を作る負担をどう感じますか"
        {...base}
        notApplicable={12}
        notes={["複数回答", "模擬回答"]}
        rows={barRows}
      />
      <StackedBar
        id="q2"
        title="問2　次の取組をどう思いますか"
        {...base}
        columns={columns}
        rows={stackedRows}
      />
      <Histogram
        id="q3"
        title="問3　前年度の受注額"
        unit="万円"
        summary="平均 18,400万円、中央値 9,000万円"
        {...base}
        bins={bins}
      />
      <BarChart id="q4" title="問4　該当者のない問" n={0} noAnswer={0} rows={[]} />
    </main>
  );
}
