import { ChartDrawing, labelWidth, lineHeight, TextLines } from "./ChartDrawing.tsx";
import { ChartFigure } from "./ChartFigure.tsx";
import {
  type FigureFacts,
  hiddenMark,
  numberLabel,
  percentLabel,
  type StackedRow,
  shareLabel,
} from "./chart-data.ts";
import { FillPatterns, fillOf } from "./fills.tsx";
import { HiddenPattern, hiddenFill } from "./hidden-fill.tsx";
import { StackedLegend } from "./stacked-legend.tsx";
import { type StackedPart, stackedParts } from "./stacked-parts.ts";
import { wrapLabel } from "./wrap-label.ts";

const barHeight = 30;
const rowGap = 18;
// From this share on, the number fits into its part on the narrowest phone.
const labelled = 17;

/**
 * One bar of full width for each row of a matrix or stratum, parted by its columns. Hidden counts
 * stand together at its end; a bar whose whole is hidden is not drawn.
 */
export function StackedBar({
  columns,
  rows,
  ...facts
}: FigureFacts & { columns: string[]; rows: StackedRow[] }) {
  let bottom = 0;
  const bars = rows.map((row) => {
    const lines = wrapLabel(`${row.label}（n=${numberLabel(row.n)}）`, labelWidth);
    const top = bottom;
    bottom += lines.length * lineHeight + barHeight + rowGap;
    const barTop = top + lines.length * lineHeight + 2;
    return { ...row, lines, top, barTop, shares: stackedParts(row) };
  });
  const anyHidden = bars.some(({ shares }) => shares?.some(({ place }) => place === null));
  return (
    <ChartFigure facts={facts}>
      <StackedLegend id={facts.id} columns={columns} withHidden={anyHidden} />
      <ChartDrawing
        id={facts.id}
        title={`帯グラフ：${facts.title}`}
        description={rows.map((row) => rowText(row, columns)).join("。")}
        height={bottom}
      >
        <FillPatterns id={facts.id} />
        <HiddenPattern id={facts.id} />
        {bars.map((bar) => (
          <g key={bar.label}>
            <TextLines lines={bar.lines} y={bar.top + 16} />
            {bar.shares === null ? (
              <text className="chart-value" x="0" y={bar.barTop + 20}>
                {bar.n === 0 ? "回答なし" : `${hiddenMark}（伏せた数があり、図にできません）`}
              </text>
            ) : (
              bar.shares.map((part) => (
                <Part key={part.place ?? "hidden"} id={facts.id} part={part} y={bar.barTop} />
              ))
            )}
          </g>
        ))}
      </ChartDrawing>
    </ChartFigure>
  );
}

function Part({ id, part, y }: { id: string; part: StackedPart; y: number }) {
  const { place, start, share, count, percent } = part;
  const middle = `${(start + share / 2).toFixed(2)}%`;
  const text = percent === null ? numberLabel(count) : percentLabel(percent);
  const width = place === null ? hiddenPlateWidth : plateWidth;
  return (
    <>
      <rect
        {...(place === null ? hiddenFill(id) : fillOf(id, place))}
        x={`${start.toFixed(2)}%`}
        y={y}
        width={`${share.toFixed(2)}%`}
        height={barHeight}
      />
      {share >= (place === null ? hiddenLabelled : labelled) && (
        <>
          <rect
            className="chart-plate"
            x={middle}
            y={y + 5}
            width={width}
            height={barHeight - 10}
            transform={`translate(${-width / 2} 0)`}
          />
          <text className="chart-value" x={middle} y={y + 20} textAnchor="middle">
            {text}
          </text>
        </>
      )}
    </>
  );
}

// Holds 「100.0%」 in 13-pixel figures; and 「x」.
const plateWidth = 54;
const hiddenPlateWidth = 16;
const hiddenLabelled = 6;

function rowText({ label, parts }: StackedRow, columns: string[]): string {
  const shares = parts.map(
    ({ count, percent }, place) =>
      `${columns[place] ?? ""} ${count === null ? "伏せた数" : shareLabel({ count, percent })}`,
  );
  return `${label}：${shares.join("、")}`;
}
