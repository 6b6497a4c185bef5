import { blockSize, columnsOf } from "./columns.ts";
import { type Layout, slotsOf } from "./counts.ts";

/**
 * Counts the different firms in each slot, where a firm has several rows (the entries of a dynamic
 * panel). `owners` is the firm of each row, a firm's rows standing together; `tables` are filled as
 * `byCombination` is.
 */
export function countOwners(
  layout: Layout,
  rows: Uint8Array,
  combinations: Uint16Array,
  owners: Uint32Array,
  tables: readonly Float64Array[],
): void {
  for (const [index, variable] of layout.variables.entries()) {
    const table = tables[index];
    if (!table) continue;
    const slots = slotsOf(variable);
    const last = new Float64Array(slots).fill(-1);
    const columns = columnsOf(variable, layout.offsets[index] ?? 0);
    for (let start = 0; start < combinations.length; start += blockSize) {
      const length = Math.min(blockSize, combinations.length - start);
      for (const column of columns) column.read(rows, layout.width, start, length);
      for (let at = 0; at < length; at++) {
        const owner = owners[start + at] ?? 0;
        const base = (combinations[start + at] ?? 0) * slots;
        for (const { values, expand } of columns) {
          for (const slot of expand[values[at] ?? 0] ?? []) {
            if (last[slot] === owner) continue;
            last[slot] = owner;
            table[base + slot] = (table[base + slot] ?? 0) + 1;
          }
        }
      }
    }
  }
}
