import type {
  ComparisonCell,
  ComparisonRow,
  ComparisonTable,
  ProvisionKind,
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
  const rows = withoutBareHeadings(table.rows);
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
        {rows.map((row) => (
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
  const heading = divisions.has(row.kind) || row.kind === "supplementary";
  return (
    <td className={heading ? "division-cell" : `indent-${Math.min(row.depth, 4)}`}>
      <span className="side">{headers[side]}</span>
      {cell.caption && (
        <p className="caption">
          <Segments segments={cell.caption} />
        </p>
      )}
      <p className="own">
        <Label cell={cell} side={side} />
        <Segments segments={cell.segments} />
        {cell.note !== undefined && <span className="note">{cell.note}</span>}
        {side === "before" && row.status === "merged" && row.other && (
          <span className="note">{`（${row.other}に統合）`}</span>
        )}
        {side === "after" && row.status === "split" && row.other && (
          <span className="note">{`（${row.other}から分割）`}</span>
        )}
      </p>
    </td>
  );
}

function Label({ cell, side }: { cell: ComparisonCell; side: Side }) {
  if (cell.label === "") return null;
  const Mark = cell.labelChanged ? (side === "before" ? "del" : "ins") : "span";
  return (
    <>
      <Mark className="numeral">{cell.label}</Mark>
      {"　"}
    </>
  );
}

const divisions = new Set<ProvisionKind>(["part", "chapter", "section", "subsection", "division"]);

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

/** Chapters under which nothing is shown say nothing in a table of changes. */
function withoutBareHeadings(rows: readonly ComparisonRow[]): ComparisonRow[] {
  return rows.filter((row, index) => {
    if (!divisions.has(row.kind) && row.kind !== "supplementary") return true;
    if (row.status !== "kept" || row.before.labelChanged) return true;
    const next = rows[index + 1];
    if (!next || next.kind === "supplementary") return false;
    return !divisions.has(next.kind) || next.depth > row.depth;
  });
}
