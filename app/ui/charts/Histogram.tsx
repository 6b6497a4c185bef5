import { ChartDrawing } from "./ChartDrawing.tsx";
import { ChartFigure } from "./ChartFigure.tsx";
import { type Bin, type FigureFacts, hiddenMark, numberLabel } from "./chart-data.ts";
import { widthOf } from "./wrap-label.ts";

const plotTop = 24;
const plotHeight = 180;
const floor = plotTop + plotHeight;
// The drawing's width on the narrowest phone (320 px), which labels have to do with.
const narrowest = 280;

/** Upright bars over the classes of a number: counts above, the edges between them below. */
export function Histogram({ bins, ...facts }: FigureFacts & { bins: Bin[] }) {
  const most = Math.max(1, ...bins.map(({ count }) => count ?? 0));
  const edges = edgesOf(bins);
  const widest = Math.max(0, ...edges.map((edge) => widthOf(edge))) * 13;
  // Half a label stands out on either side of the plot.
  const margin = (widest / 2 / narrowest) * 100 + 1;
  const width = (100 - 2 * margin) / Math.max(1, bins.length);
  const step = Math.max(1, Math.ceil(((widest + 8) / narrowest / width) * 100));
  const at = (place: number) => `${(margin + place * width).toFixed(2)}%`;
  return (
    <ChartFigure facts={facts}>
      <ChartDrawing
        id={facts.id}
        title={`ヒストグラム：${facts.title}`}
        description={bins
          .map(({ label, count }) => `${label} ${count === null ? "伏せた数" : numberLabel(count)}`)
          .join("、")}
        height={floor + 30}
      >
        {bins.map(({ label, count }, place) => {
          const height = ((count ?? 0) / most) * plotHeight;
          return (
            <g key={label}>
              {count !== null && (
                <rect
                  className="chart-bar edged"
                  x={at(place)}
                  y={floor - height}
                  width={`${width.toFixed(2)}%`}
                  height={height}
                />
              )}
              <text
                className="chart-value"
                x={at(place + 0.5)}
                y={floor - height - 6}
                textAnchor="middle"
              >
                {count === null ? hiddenMark : numberLabel(count)}
              </text>
            </g>
          );
        })}
        <line className="chart-axis" x1={at(0)} x2={at(bins.length)} y1={floor} y2={floor} />
        {edges.map((edge, place) =>
          edge !== "" && place % step === firstEdge(edges) % step ? (
            <text
              key={at(place)}
              className="chart-value"
              x={at(place)}
              y={floor + 18}
              textAnchor="middle"
            >
              {edge}
            </text>
          ) : null,
        )}
      </ChartDrawing>
    </ChartFigure>
  );
}

/** Where classes meet, and both ends; "" at an open end. */
function edgesOf(bins: readonly Bin[]): string[] {
  const edges = [...bins.map(({ from }) => from), bins.at(-1)?.to ?? null];
  return edges.map((edge) => (edge === null ? "" : numberLabel(edge)));
}

const firstEdge = (edges: readonly string[]) =>
  Math.max(
    0,
    edges.findIndex((edge) => edge !== ""),
  );
