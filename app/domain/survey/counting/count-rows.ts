import { blockSize, type Column, columnsOf } from "./columns.ts";
import { type Counts, type Layout, slotsOf } from "./counts.ts";

/** Two columns and the answers counted by both their numbers. */
interface Pair {
  first: Column;
  second: Pick<Column, "values" | "expand">;
  raw: Uint32Array;
  /** Where the pair's counts go, and how many slots the first variable has there. */
  table: Float64Array;
  slots: number;
}

/**
 * Counts coded answers: `rows` holds `width` bytes an answer, `combinations` the number of each
 * one's combination of strata. Block by block the rows are turned into columns, since one table
 * filled from two columns is what a processor does fastest; sets of choices are parted at the end.
 */
export function countRows(
  layout: Layout,
  rows: Uint8Array,
  combinations: Uint16Array,
  counts: Counts,
): void {
  const columns = layout.variables.map((variable, index) =>
    columnsOf(variable, layout.offsets[index] ?? 0),
  );
  const strata = {
    values: new Uint16Array(blockSize),
    expand: Array.from({ length: layout.combinations }, (_, index) => [index]),
  };
  const pairs = pairsOf(layout, columns, strata, counts);
  for (let start = 0; start < combinations.length; start += blockSize) {
    const length = Math.min(blockSize, combinations.length - start);
    strata.values.set(combinations.subarray(start, start + length));
    for (let at = 0; at < length; at++) {
      const combination = strata.values[at] ?? 0;
      counts.combinations[combination] = (counts.combinations[combination] ?? 0) + 1;
    }
    for (const own of columns) {
      for (const column of own) column.read(rows, layout.width, start, length);
    }
    for (const pair of pairs) countPair(pair, length);
    counts.responses += length;
  }
  for (const pair of pairs) expandPair(pair);
}

function pairsOf(
  { variables }: Layout,
  columns: readonly (readonly Column[])[],
  strata: Pair["second"],
  counts: Counts,
): Pair[] {
  const pairs: Pair[] = [];
  const add = (index: number, second: Pair["second"], table: Float64Array | undefined) => {
    const variable = variables[index];
    if (!variable || !table) return;
    for (const first of columns[index] ?? []) {
      const raw = new Uint32Array(first.size * second.expand.length);
      pairs.push({ first, second, raw, table, slots: slotsOf(variable) });
    }
  };
  for (const index of variables.keys()) {
    add(index, strata, counts.byCombination[index]);
    for (const [offset, table] of (counts.byVariable[index] ?? []).entries()) {
      for (const second of columns[index + 1 + offset] ?? []) add(index, second, table);
    }
  }
  return pairs;
}

function countPair({ first, second, raw }: Pair, length: number): void {
  const { size, values } = first;
  const others = second.values;
  for (let at = 0; at < length; at++) {
    const place = (others[at] as number) * size + (values[at] as number);
    raw[place] = (raw[place] as number) + 1;
  }
}

function expandPair({ first, second, raw, table, slots }: Pair): void {
  for (const [other, otherSlots] of second.expand.entries()) {
    for (const [value, valueSlots] of first.expand.entries()) {
      const count = raw[other * first.size + value] ?? 0;
      if (count === 0) continue;
      for (const otherSlot of otherSlots) {
        for (const slot of valueSlots) {
          const place = otherSlot * slots + slot;
          table[place] = (table[place] ?? 0) + count;
        }
      }
    }
  }
}
