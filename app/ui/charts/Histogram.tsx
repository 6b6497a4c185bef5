import { ChartDrawing } from "./ChartDrawing.tsx";
import { ChartFigure } from "./ChartFigure.tsx";
import { type Bin, type FigureFacts, numberLabel, percentLabel } from "./chart-data.ts";
import { FigureTable } from "./FigureTable.tsx";
import { widthOf } from "./wrap-label.ts";

const plotTop = 24;
const plotHeight = 180;
const floor = plotTop + plotHeight;
// The drawing's width on the narrowest phone (320 px), which labels have to do with.
const narrowest = 280;

/** Upright bars over the bins of a number: counts above, the bins' edges below. */
export function Histogram({
  bins,
  unit = "",
  summary,
  ...facts
}: FigureFacts & {
  bins: Bin[];
  /** 「人」, 「万円」 */
  unit?: string;
  /** Mean and median in words, said under the question. */
  summary?: string;
}) {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const edges = [...bins.map(({ from }) => from), bins.at(-1)?.to ?? 0].map(numberLabel);
  const widest = Math.max(...edges.map((edge) => widthOf(edge + unit))) * 13;
  // Half a label stands out on either side of the plot.
  const margin = (widest / 2 / narrowest) * 100 + 1;
  const width = (100 - 2 * margin) / Math.max(1, bins.length);
  const step = Math.max(1, Math.ceil(((widest + 8) / narrowest / width) * 100));
  const at = (place: number) => `${(margin + place * width).toFixed(2)}%`;
  const drawing = (
    <>
      {summary !== undefined && <p className="chart-summary">{summary}</p>}
      <ChartDrawing
        id={facts.id}
        title={`ヒストグラム：${facts.title}`}
        description={bins
          .map((bin, place) => `${binText(bin, unit, place === bins.length - 1)} ${bin.count}`)
          .join("、")}
        height={floor + 30}
      >
        {bins.map(({ from, count }, place) => {
          const height = (count / most) * plotHeight;
          return (
            <g key={from}>
              <rect
                className="chart-bar edged"
                x={at(place)}
                y={floor - height}
                width={`${width.toFixed(2)}%`}
                height={height}
              />
              <text
                className="chart-value"
                x={at(place + 0.5)}
                y={floor - height - 6}
                textAnchor="middle"
              >
                {numberLabel(count)}
              </text>
            </g>
          );
        })}
        <line className="chart-axis" x1={at(0)} x2={at(bins.length)} y1={floor} y2={floor} />
        {edges.map((edge, place) =>
          place % step === 0 ? (
            <text
              key={at(place)}
              className="chart-value"
              x={at(place)}
              y={floor + 18}
              textAnchor="middle"
            >
              {place === 0 ? `${edge}${unit}` : edge}
            </text>
          ) : null,
        )}
      </ChartDrawing>
    </>
  );
  const table = (
    <FigureTable
      caption={`${facts.title}（表）`}
      rowHeading="階級"
      columns={["回答数", "割合"]}
      rows={bins.map((bin, place) => ({
        label: binText(bin, unit, place === bins.length - 1),
        cells: [numberLabel(bin.count), percentLabel(bin.percent)],
      }))}
      n={facts.n}
      noAnswer={facts.noAnswer}
    />
  );
  return <ChartFigure facts={facts} drawing={drawing} table={table} />;
}

function binText({ from, to }: Bin, unit: string, last: boolean): string {
  if (from === to) return `${numberLabel(from)}${unit}`;
  return `${numberLabel(from)}${unit}以上${numberLabel(to)}${unit}${last ? "以下" : "未満"}`;
}
