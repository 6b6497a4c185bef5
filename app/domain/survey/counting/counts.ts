import type { CountedVariable } from "./variables.ts";

/** What is counted, and how a coded row is laid out. */
export interface Layout {
  variables: readonly CountedVariable[];
  width: number;
  offsets: readonly number[];
  /** How many combinations of strata there are; each answer belongs to one. */
  combinations: number;
}

/**
 * Counts of every variable by combination of strata, and of every variable by every other. They
 * only add up: those of two sets of answers together are their sums.
 *
 * A variable's slots are its categories, then elsewhere, 無回答, 非該当, and n (answered).
 */
export interface Counts {
  responses: number;
  /** Answers of each combination. */
  combinations: Float64Array;
  /** byCombination[variable][combination * slots + slot] */
  byCombination: Float64Array[];
  /** byVariable[first][second - first - 1][slot of second * slots of first + slot of first] */
  byVariable: Float64Array[][];
}

/** How many slots a variable has. */
export const slotsOf = ({ categories }: CountedVariable): number => categories.length + 4;

/** No answers at all; `crossed` false leaves no room for the tables of variable by variable. */
export function emptyCounts({ variables, combinations }: Layout, crossed = true): Counts {
  return {
    responses: 0,
    combinations: new Float64Array(combinations),
    byCombination: variables.map((variable) => new Float64Array(combinations * slotsOf(variable))),
    byVariable: crossed
      ? variables.map((variable, index) =>
          variables
            .slice(index + 1)
            .map((other) => new Float64Array(slotsOf(variable) * slotsOf(other))),
        )
      : [],
  };
}

/** Adds the counts of other answers of the same layout. */
export function addCounts(counts: Counts, more: Counts): void {
  counts.responses += more.responses;
  addTables([counts.combinations], [more.combinations]);
  addTables(counts.byCombination, more.byCombination);
  for (const [index, tables] of counts.byVariable.entries()) {
    addTables(tables, more.byVariable[index] ?? []);
  }
}

function addTables(tables: readonly Float64Array[], more: readonly Float64Array[]): void {
  for (const [index, table] of tables.entries()) {
    const other = more[index];
    if (other?.length !== table.length) throw new Error("counts of another layout");
    for (let at = 0; at < table.length; at++) table[at] = (table[at] ?? 0) + (other[at] ?? 0);
  }
}
