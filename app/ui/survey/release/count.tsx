import type { PublishedCount } from "#app/domain/survey/release/published.ts";
import { hiddenMark, numberLabel, percentLabel } from "../../charts/chart-data.ts";

/** A count, or 「x」 that says that it is hidden. */
export function Count({ count }: { count: PublishedCount }) {
  return count === null ? <Hidden /> : numberLabel(count);
}

/** Count and percentage in one cell: 78（34.0%）. */
export function CountWithShare({
  count,
  percent,
}: {
  count: PublishedCount;
  percent: number | null;
}) {
  if (count === null) return <Hidden />;
  return (
    <>
      {numberLabel(count)}
      {percent !== null && <span className="cell-share">（{percentLabel(percent)}）</span>}
    </>
  );
}

function Hidden() {
  return <abbr title="伏せた数">{hiddenMark}</abbr>;
}

/** Under a table with hidden cells: why they are hidden. */
export function HiddenNote({ reason, dashes = false }: { reason: string; dashes?: boolean }) {
  return (
    <p className="table-note">
      {reason}
      {dashes && "「－」は、伏せた数が計算できてしまうため、示していない値です。"}
    </p>
  );
}
