import { ChartDrawing, labelWidth, lineHeight, TextLines } from "./ChartDrawing.tsx";
import { ChartFigure } from "./ChartFigure.tsx";
import { type FigureFacts, numberLabel, percentLabel, type StackedRow } from "./chart-data.ts";
import { FigureTable } from "./FigureTable.tsx";
import { FillPatterns, fillOf } from "./fills.tsx";
import { wrapLabel } from "./wrap-label.ts";

const barHeight = 30;
const rowGap = 18;
// From this share on, the number fits into its part on the narrowest phone.
const labelled = 17;

/** One bar of full width for each row of a matrix, parted by its columns. */
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
    return { ...row, lines, top, barTop: top + lines.length * lineHeight + 2 };
  });
  const drawing = (
    <>
      <Legend id={facts.id} columns={columns} />
      <ChartDrawing
        id={facts.id}
        title={`帯グラフ：${facts.title}`}
        description={rows.map((row) => rowText(row, columns)).join("。")}
        height={bottom}
      >
        <FillPatterns id={facts.id} />
        {bars.map((bar) => (
          <g key={bar.label}>
            <TextLines lines={bar.lines} y={bar.top + 16} />
            <Parts id={facts.id} row={bar} y={bar.barTop} columns={columns} />
          </g>
        ))}
      </ChartDrawing>
    </>
  );
  const table = (
    <FigureTable
      caption={`${facts.title}（表）`}
      rowHeading="項目"
      columns={[...columns, "n"]}
      rows={rows.map(({ label, n, parts }) => ({
        label,
        cells: [
          ...parts.map(({ count, percent }) => `${numberLabel(count)}（${percentLabel(percent)}）`),
          numberLabel(n),
        ],
      }))}
      n={facts.n}
      noAnswer={facts.noAnswer}
    />
  );
  return <ChartFigure facts={facts} drawing={drawing} table={table} />;
}

function Parts({
  id,
  row,
  y,
  columns,
}: {
  id: string;
  row: StackedRow;
  y: number;
  columns: string[];
}) {
  let from = 0;
  // Parted by counts, so that rounded percentages leave no gap at the end.
  const total = row.parts.reduce((sum, { count }) => sum + count, 0);
  return row.parts.map(({ count, percent }, place) => {
    const share = total === 0 ? 0 : (count / total) * 100;
    const start = from;
    from += share;
    const middle = `${(start + share / 2).toFixed(2)}%`;
    return (
      <g key={columns[place]}>
        <rect
          {...fillOf(id, place)}
          x={`${start.toFixed(2)}%`}
          y={y}
          width={`${share.toFixed(2)}%`}
          height={barHeight}
        />
        {share >= labelled && (
          <>
            <rect
              className="chart-plate"
              x={middle}
              y={y + 5}
              width={plateWidth}
              height={barHeight - 10}
              transform={`translate(${-plateWidth / 2} 0)`}
            />
            <text className="chart-value" x={middle} y={y + 20} textAnchor="middle">
              {percentLabel(percent)}
            </text>
          </>
        )}
      </g>
    );
  });
}

// Holds 「100.0%」 in 13-pixel figures.
const plateWidth = 54;

/** What each fill means. The swatches are drawings of their own, with patterns of their own. */
function Legend({ id, columns }: { id: string; columns: string[] }) {
  return (
    <ul className="chart-legend">
      {columns.map((column, place) => {
        const own = `${id}-legend-${place}`;
        return (
          <li key={column}>
            <svg width="22" height="16" aria-hidden="true" focusable="false">
              <FillPatterns id={own} />
              <rect {...fillOf(own, place)} x="1" y="1" width="20" height="14" />
            </svg>
            {column}
          </li>
        );
      })}
    </ul>
  );
}

function rowText({ label, parts }: StackedRow, columns: string[]): string {
  const shares = parts.map(
    ({ percent }, place) => `${columns[place] ?? ""} ${percentLabel(percent)}`,
  );
  return `${label}：${shares.join("、")}`;
}
