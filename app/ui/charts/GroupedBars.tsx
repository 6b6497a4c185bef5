import { ChartDrawing, labelWidth, lineHeight, TextLines } from "./ChartDrawing.tsx";
import { ChartFigure } from "./ChartFigure.tsx";
import { type CountedRow, type FigureFacts, hiddenMark, shareLabel } from "./chart-data.ts";
import { wrapLabel } from "./wrap-label.ts";

const barHeight = 20;
const smallLine = 17;
const barGap = 5;
const groupGap = 14;
/** Percent of the width: names of the bars stand left of it. */
const nameEnd = 36;
/** Full-width 13-pixel characters of a name on the narrowest phone. */
const nameWidth = 7;
// Beyond this percentage a bar carries its number inside.
const inside = 50;

/** A group of bars under each label: one choice by the strata of an axis. Each bar has its name. */
export function GroupedBars({
  groups,
  ...facts
}: FigureFacts & { groups: { label: string; bars: CountedRow[] }[] }) {
  let bottom = 0;
  const placed = groups.map(({ label, bars }) => {
    const lines = wrapLabel(label, labelWidth);
    const top = bottom;
    bottom += lines.length * lineHeight + 4;
    const rows = bars.map((bar) => {
      const name = wrapLabel(bar.label, nameWidth);
      const barTop = bottom;
      bottom += Math.max(barHeight, name.length * smallLine) + barGap;
      return { ...bar, name, barTop };
    });
    bottom += groupGap;
    return { label, lines, top, rows };
  });
  return (
    <ChartFigure facts={facts}>
      <ChartDrawing
        id={facts.id}
        title={`棒グラフ：${facts.title}`}
        description={groups
          .map(({ label, bars }) => `${label}：${bars.map(barText).join("、")}`)
          .join("。")}
        height={bottom}
      >
        {placed.map(({ label, lines, top, rows }) => (
          <g key={label}>
            <TextLines lines={lines} y={top + 16} />
            {rows.map((row) => (
              <Bar key={row.label} {...row} />
            ))}
          </g>
        ))}
      </ChartDrawing>
    </ChartFigure>
  );
}

function Bar({ name, barTop, count, percent }: CountedRow & { name: string[]; barTop: number }) {
  const length = (Math.min(100, percent ?? 0) / 100) * (100 - nameEnd);
  const isInside = (percent ?? 0) > inside;
  return (
    <>
      <text className="chart-value" x={0} y={barTop + 15}>
        {name.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name
          <tspan key={index} x={0} dy={index === 0 ? 0 : smallLine}>
            {line}
          </tspan>
        ))}
      </text>
      {count !== null && (
        <>
          <rect
            className="chart-track"
            x={`${nameEnd}%`}
            y={barTop}
            width={`${100 - nameEnd}%`}
            height={barHeight}
          />
          <rect
            className="chart-bar"
            x={`${nameEnd}%`}
            y={barTop}
            width={`${length.toFixed(2)}%`}
            height={barHeight}
          />
        </>
      )}
      <text
        className={isInside ? "chart-value inside" : "chart-value"}
        x={`${(nameEnd + length).toFixed(2)}%`}
        dx={isInside ? -6 : 6}
        y={barTop + 15}
        textAnchor={isInside ? "end" : "start"}
      >
        {count === null ? `${hiddenMark}（伏せた数）` : shareLabel({ count, percent })}
      </text>
    </>
  );
}

const barText = ({ label, count, percent }: CountedRow) =>
  `${label} ${count === null ? "伏せた数" : shareLabel({ count, percent })}`;
