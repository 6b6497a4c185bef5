import { ChartDrawing, labelWidth, lineHeight, TextLines } from "./ChartDrawing.tsx";
import { ChartFigure } from "./ChartFigure.tsx";
import { type CountedRow, type FigureFacts, hiddenMark, shareLabel } from "./chart-data.ts";
import { HiddenPattern, hiddenFill } from "./hidden-fill.tsx";
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
  return (
    <ChartFigure facts={facts}>
      <ChartDrawing
        id={facts.id}
        title={`棒グラフ：${facts.title}`}
        description={rows.map(rowText).join("、")}
        height={bottom}
      >
        <HiddenPattern id={facts.id} />
        {bars.map((bar) => (
          <g key={bar.label}>
            <TextLines lines={bar.lines} y={bar.top + 16} />
            {bar.count === null ? (
              <HiddenBar id={facts.id} y={bar.barTop} />
            ) : (
              <>
                <rect
                  className="chart-track"
                  x="0"
                  y={bar.barTop}
                  width="100%"
                  height={barHeight}
                />
                <rect
                  className="chart-bar"
                  x="0"
                  y={bar.barTop}
                  width={`${within100(bar.percent)}%`}
                  height={barHeight}
                />
                <BarValue {...bar} y={bar.barTop + 16} />
              </>
            )}
          </g>
        ))}
      </ChartDrawing>
    </ChartFigure>
  );
}

/** As wide as the whole: it says that there is no length, not that it is short or long. */
function HiddenBar({ id, y }: { id: string; y: number }) {
  return (
    <>
      <rect {...hiddenFill(id)} x="0" y={y} width="100%" height={barHeight} />
      <rect className="chart-plate" x="4" y={y + 3} width={plateWidth} height={barHeight - 6} />
      <text className="chart-value" x="8" y={y + 16}>
        {hiddenMark}（伏せた数）
      </text>
    </>
  );
}

// Holds 「x（伏せた数）」 in 13-pixel letters.
const plateWidth = 96;

function BarValue({ percent, count, y }: CountedRow & { y: number }) {
  const text = shareLabel({ count, percent });
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

function rowText({ label, ...share }: CountedRow): string {
  return `${label} ${share.count === null ? "伏せた数" : shareLabel(share)}`;
}

function within100(percent: number | null): number {
  return Math.min(100, Math.max(0, percent ?? 0));
}
