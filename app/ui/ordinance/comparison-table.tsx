import { captionStandsBehind, fateNote, isHeadingRow } from "#app/domain/comparison/index.ts";
import type {
  ComparisonCell,
  ComparisonRow,
  ComparisonTable,
} from "#app/domain/ordinance/index.ts";
import { Segments } from "./segments.tsx";

type Side = "before" | "after";
const headers: Record<Side, string> = { before: "修正前案", after: "修正後案" };

/**
 * A 新旧対照表: one row a provision, what changed underlined on its side. On a narrow screen the
 * two cells of a row stand below each other, each under its own label.
 */
export function ComparisonTableView({
  table,
  newSide,
}: {
  table: ComparisonTable;
  newSide: "left" | "right";
}) {
  const sides: Side[] = newSide === "left" ? ["after", "before"] : ["before", "after"];
  return (
    <table className="comparison">
      <caption>
        新旧対照表（「{table.labels.before}」から「{table.labels.after}」へ）
      </caption>
      <thead>
        <tr>
          {sides.map((side) => (
            <th key={side} scope="col">
              {headers[side]}（{table.labels[side]}）
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={`${row.before.path ?? ""}-${row.after.path ?? ""}`} className={rowClasses(row)}>
            {sides.map((side) => (
              <Cell key={side} side={side} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ side, row }: { side: Side; row: ComparisonRow }) {
  const cell = row[side];
  const place = isHeadingRow(row) ? "division-cell" : `indent-${Math.min(row.depth, 4)}`;
  const isEmpty = cell.path === undefined && cell.note === undefined;
  const isBehind = captionStandsBehind(row);
  const fate = fateNote(row, side);
  return (
    <td className={isEmpty ? "empty" : place}>
      <span className="side">{headers[side]}</span>
      {cell.caption && !isBehind && (
        <p className="caption">
          <Segments segments={cell.caption} />
        </p>
      )}
      <p className="own">
        <Label cell={cell} side={side} isAlone={isBehind} />
        {cell.caption && isBehind && <Segments segments={cell.caption} />}
        <Segments segments={cell.segments} />
        {cell.note !== undefined && <span className="note">{cell.note}</span>}
        {fate !== "" && <span className="note">{fate}</span>}
      </p>
    </td>
  );
}

function Label({ cell, side, isAlone }: { cell: ComparisonCell; side: Side; isAlone: boolean }) {
  if (cell.label === "") return null;
  const Mark = cell.labelChanged ? (side === "before" ? "del" : "ins") : "span";
  return (
    <>
      <Mark className="numeral">{cell.label}</Mark>
      {isAlone ? "" : "　"}
    </>
  );
}

/** Rows that begin an article, a chapter, 前文, 附則 or a 別表 get a stronger line above. */
function startsGroup({ kind, depth }: ComparisonRow): boolean {
  return depth === 0 && kind !== "paragraph" && kind !== "row";
}

/** Rows that read the same on both sides: a narrow screen shows one side of them. */
function isSameOnBothSides({ before, after }: ComparisonRow): boolean {
  const plain = (cell: ComparisonCell) =>
    !cell.labelChanged &&
    cell.path !== undefined &&
    [...(cell.caption ?? []), ...cell.segments].every(({ kind }) => kind === "same");
  return plain(before) && plain(after);
}

function rowClasses(row: ComparisonRow): string | undefined {
  const classes = [startsGroup(row) && "starts", isSameOnBothSides(row) && "same"];
  return classes.filter(Boolean).join(" ") || undefined;
}
