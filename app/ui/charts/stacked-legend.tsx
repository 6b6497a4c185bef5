import { hiddenMark } from "./chart-data.ts";
import { FillPatterns, fillOf } from "./fills.tsx";
import { HiddenPattern, hiddenFill } from "./hidden-fill.tsx";

/** What each fill means. The swatches are drawings of their own, with patterns of their own. */
export function StackedLegend({
  id,
  columns,
  withHidden,
}: {
  id: string;
  columns: string[];
  withHidden: boolean;
}) {
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
      {withHidden && (
        <li>
          <svg width="22" height="16" aria-hidden="true" focusable="false">
            <HiddenPattern id={`${id}-legend`} />
            <rect {...hiddenFill(`${id}-legend`)} x="1" y="1" width="20" height="14" />
          </svg>
          {hiddenMark}（伏せた数を合わせたもの）
        </li>
      )}
    </ul>
  );
}
