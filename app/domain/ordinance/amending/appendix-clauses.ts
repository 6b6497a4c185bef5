import { formatAppendix } from "../format.ts";
import type { Ordinance } from "../structure.ts";
import { type Clause, clause } from "./clauses.ts";
import { cited } from "./numbers.ts";

/** What turns the 別表 and 様式 of one version into those of another; `whole` without parting them. */
export function appendixClauses(before: Ordinance, after: Ordinance, whole: boolean): Clause[] {
  const lines = (ordinance: Ordinance) => formatAppendix(ordinance);
  if (JSON.stringify(lines(before)) === JSON.stringify(lines(after))) return [];
  const titles = (ordinance: Ordinance) =>
    JSON.stringify([
      ...ordinance.appdxTables.map((t) => t.appdxTableTitle),
      ...ordinance.appdxStyles.map((s) => s.appdxStyleTitle),
    ]);
  const distinct =
    new Set(after.appdxTables.map((table) => table.num)).size === after.appdxTables.length;
  const styles =
    JSON.stringify(before.appdxStyles.map(plain)) === JSON.stringify(after.appdxStyles.map(plain));
  if (titles(before) !== titles(after) || !distinct || !styles || whole) {
    const blocks = lines(after).flat();
    if (blocks.length === 0) return [clause("別表及び様式の全部を", "remove")];
    return [clause("別表及び様式の全部を次のように", "amend", blocks)];
  }
  const [olds, news] = [lines(before), lines(after)];
  return after.appdxTables.flatMap((table, index) => {
    const now = news[index];
    if (!now || JSON.stringify(olds[index]) === JSON.stringify(now)) return [];
    const name = table.num === "" ? "別表" : `別表${cited(table.num, "", before.style)}`;
    return [clause(`${name}を次のように`, "amend", now)];
  });
}

function plain(part: object): string {
  return JSON.stringify(part, (key, value) => (key === "line" ? 0 : value));
}
