import { ChartDrawing, labelWidth, lineHeight, TextLines } from "./ChartDrawing.tsx";
import { ChartFigure } from "./ChartFigure.tsx";
import { type CountedRow, type FigureFacts, numberLabel, percentLabel } from "./chart-data.ts";
import { FigureTable } from "./FigureTable.tsx";
import { wrapLabel } from "./wrap-label.ts";

const barHeight = 22;
const rowGap = 16;
// Beyond this a bar is long enough to carry its own number, and what is left of the line is not.
const inside = 55;

/** Horizontal bars for single and multiple choices: label above, count and percent at each bar. */
export function BarChart({ rows, ...facts }: FigureFacts & { rows: CountedRow[] }) {
  let bottom = 0;
  const bars = rows.map((row) => {
    const lines = wrapLabel(row.label, labelWidth);
    const top = bottom;
    bottom += lines.length * lineHeight + barHeight + rowGap;
    return { ...row, lines, top, barTop: top + lines.length * lineHeight + 2 };
  });
  const drawing = (
    <ChartDrawing
      id={facts.id}
      title={`棒グラフ：${facts.title}`}
      description={rows.map(rowText).join("、")}
      height={bottom}
    >
      {bars.map((bar) => (
        <g key={bar.label}>
          <TextLines lines={bar.lines} y={bar.top + 16} />
          <rect className="chart-track" x="0" y={bar.barTop} width="100%" height={barHeight} />
          <rect
            className="chart-bar"
            x="0"
            y={bar.barTop}
            width={`${within100(bar.percent)}%`}
            height={barHeight}
          />
          <BarValue {...bar} y={bar.barTop + 16} />
        </g>
      ))}
    </ChartDrawing>
  );
  const table = (
    <FigureTable
      caption={`${facts.title}（表）`}
      rowHeading="選択肢"
      columns={["回答数", "割合"]}
      rows={rows.map(({ label, count, percent }) => ({
        label,
        cells: [numberLabel(count), percentLabel(percent)],
      }))}
      n={facts.n}
      noAnswer={facts.noAnswer}
    />
  );
  return <ChartFigure facts={facts} drawing={drawing} table={table} />;
}

function BarValue({ percent, count, y }: CountedRow & { y: number }) {
  const text = `${numberLabel(count)}（${percentLabel(percent)}）`;
  const end = within100(percent);
  return end > inside ? (
    <text className="chart-value inside" x={`${end}%`} dx={-8} y={y} textAnchor="end">
      {text}
    </text>
  ) : (
    <text className="chart-value" x={`${end}%`} dx={8} y={y}>
      {text}
    </text>
  );
}

function rowText({ label, count, percent }: CountedRow): string {
  return `${label} ${numberLabel(count)}（${percentLabel(percent)}）`;
}

function within100(percent: number | null): number {
  return Math.min(100, Math.max(0, percent ?? 0));
}
