import { searchKey } from "../../japan/comparison-key.ts";
import { rosterColumns } from "./columns.ts";
import type { RosterFault } from "./fault.ts";
import type { RosterFirm } from "./firm.ts";

/**
 * Notices firms that have come before: by 事業者番号, by 法人番号, and by the same name at the same
 * address, however their widths, spaces and old glyphs are written. The line of the first is told.
 */
export function repeatedFirms(): (firm: RosterFirm, line: number, faults: RosterFault[]) => void {
  const numbers = new Map<string, number>();
  const corporateNumbers = new Map<string, number>();
  const places = new Map<string, number>();
  const sameAs = (seen: Map<string, number>, key: string, line: number): number | undefined => {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    return first;
  };
  return (firm, line, faults) => {
    const repeated = (column: string, value: string, first: number | undefined) => {
      if (first === undefined) return;
      const message = `「${column}」が${first}行目と同じです。重なっている行を消してください。`;
      faults.push({ line, column, value: value.slice(0, 60), message });
    };
    const { number, corporateNumber, name, address } = firm;
    if (number !== "") {
      repeated(rosterColumns.number[0], number, sameAs(numbers, number.normalize("NFKC"), line));
    }
    if (corporateNumber !== null) {
      const first = sameAs(corporateNumbers, corporateNumber, line);
      repeated(rosterColumns.corporateNumber[0], corporateNumber, first);
    }
    if (name === "" || address === "") return;
    const place = sameAs(places, `${searchKey(name)}\n${searchKey(address)}`, line);
    repeated("事業者名と所在地", `${name} ${address}`, place);
  };
}
