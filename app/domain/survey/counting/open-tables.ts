import { type Strata, stratumAxes } from "../strata/strata.ts";
import { classEdges } from "./class-edges.ts";
import { countOwners } from "./count-owners.ts";
import { countRows } from "./count-rows.ts";
import { type Counts, slotsOf } from "./counts.ts";
import { mergeNumbers, noNumbers, numberValues } from "./number-values.ts";
import type { CountedTables } from "./stored-counts.ts";
import type { CountedVariable } from "./variables.ts";

/** Counts rows of one layout as they come, piece by piece. */
export interface TableCounting {
  /**
   * Rows of one combination of strata, one after the other. `owners`: the firm of each row where
   * firms have several; a firm's rows stand together.
   */
  add(strata: Strata, rows: Uint8Array, owners?: Uint32Array): void;
  finish(): CountedTables;
}

/** What is counted, and how its rows are laid out. */
export interface TableLayout {
  variablesBy: (edges: Record<string, number[]>) => CountedVariable[];
  width: number;
  offsets: readonly number[];
  /** Whether each variable is counted by each other too. */
  crossed: boolean;
  /** Whether different firms are counted beside the rows. */
  owned: boolean;
}

/** Answers that wait until they are counted together: so many share the cost of a counting. */
const mostWaiting = 200_000;

/** Opens the counting of rows; `base`: counts of the same layout to which these are added. */
export function openTables(
  { variablesBy, width, offsets, crossed, owned }: TableLayout,
  base?: CountedTables,
): TableCounting {
  let edges: Record<string, number[]> = { ...base?.edges };
  const uncut = variablesBy(edges);
  const numeric = uncut.flatMap((variable, index) =>
    variable.kind === "class" ? [{ id: variable.id, offset: offsets[index] ?? 0 }] : [],
  );
  // Later classes would part counts that the base holds together.
  const unclassed = base ? [] : numeric;
  const combinations: Strata[] = [...(base?.combinations ?? [])];
  const places = new Map(combinations.map((strata, place) => [keyOf(strata), place]));
  let waiting: { place: number; rows: Uint8Array; owners?: Uint32Array }[] = [];
  let waitingAnswers = 0;
  let counts: Counts | undefined;
  let firms: Float64Array[] | undefined = base?.firms?.map((table) => table.slice());
  const collected = new Map(numeric.map(({ id }) => [id, [] as Float64Array[]]));
  const sums = new Map(numeric.map(({ id }) => [id, Array.from(base?.sums[id] ?? [])]));

  function readNumbers(place: number, rows: Uint8Array): void {
    const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
    for (const { id, offset } of numeric) {
      const found = new Float64Array(rows.length / width);
      let count = 0;
      let sum = 0;
      for (let at = offset; at < rows.length; at += width) {
        if (rows[at] !== 0) continue;
        const number = view.getFloat64(at + 1, true);
        found[count++] = number;
        sum += number;
      }
      collected.get(id)?.push(found.subarray(0, count));
      const own = sums.get(id);
      if (own) own[place] = (own[place] ?? 0) + sum;
    }
  }

  function flush(): Counts {
    const variables = variablesBy(edges);
    const layout = { variables, width, offsets, combinations: combinations.length };
    const all = grown(counts ?? countsOf(base), layout, crossed);
    counts = all;
    const rows = new Uint8Array(waitingAnswers * width);
    const strata = new Uint16Array(waitingAnswers);
    const owners = new Uint32Array(owned ? waitingAnswers : 0);
    let at = 0;
    for (const piece of waiting) {
      rows.set(piece.rows, at * width);
      const answers = piece.rows.length / width;
      strata.fill(piece.place, at, at + answers);
      if (owned && piece.owners) owners.set(piece.owners, at);
      at += answers;
    }
    countRows(layout, rows, strata, all);
    if (owned) {
      const before = firms;
      firms = variables.map((variable, index) =>
        fitted(before?.[index], combinations.length * slotsOf(variable)),
      );
      countOwners(layout, rows, strata, owners, firms);
    }
    waiting = [];
    waitingAnswers = 0;
    return all;
  }

  return {
    add(strata, rows, owners) {
      const key = keyOf(strata);
      const place = places.get(key) ?? combinations.push(strata) - 1;
      places.set(key, place);
      readNumbers(place, rows);
      waiting.push({ place, rows, ...(owners ? { owners } : {}) });
      waitingAnswers += rows.length / width;
      if (unclassed.length === 0 && waitingAnswers >= mostWaiting) flush();
    },
    finish() {
      const numbers = Object.fromEntries(
        numeric.map(({ id }) => [
          id,
          mergeNumbers(
            base?.numbers[id] ?? noNumbers,
            numberValues(joined(collected.get(id) ?? [])),
          ),
        ]),
      );
      const cut = unclassed.map(({ id }) => [id, classEdges(numbers[id] ?? noNumbers)] as const);
      edges = { ...edges, ...Object.fromEntries(cut) };
      const { responses, combinations: answers, byCombination, byVariable } = flush();
      const variables = variablesBy(edges);
      return {
        responses,
        edges,
        variables,
        combinations,
        answers,
        byCombination,
        byVariable,
        ...(firms ? { firms } : {}),
        numbers,
        sums: Object.fromEntries(
          numeric.map(({ id }) => [
            id,
            Float64Array.from(combinations, (_, place) => sums.get(id)?.[place] ?? 0),
          ]),
        ),
      };
    },
  };
}

function keyOf(strata: Strata): string {
  return JSON.stringify(stratumAxes.map(({ axis }) => strata[axis]));
}

function countsOf(base: CountedTables | undefined): Counts | undefined {
  if (!base) return undefined;
  const { responses, answers, byCombination, byVariable } = base;
  const copies = (tables: readonly Float64Array[]) => tables.map((table) => table.slice());
  return {
    responses,
    combinations: answers.slice(),
    byCombination: copies(byCombination),
    byVariable: byVariable.map(copies),
  };
}

function fitted(table: Float64Array | undefined, length: number): Float64Array {
  if (table?.length === length) return table;
  const larger = new Float64Array(length);
  if (table) larger.set(table.subarray(0, length));
  return larger;
}

/** With room for combinations that have come since. */
function grown(
  counts: Counts | undefined,
  { variables, combinations }: { variables: CountedTables["variables"]; combinations: number },
  crossed: boolean,
): Counts {
  return {
    responses: counts?.responses ?? 0,
    combinations: fitted(counts?.combinations, combinations),
    byCombination: variables.map((variable, index) =>
      fitted(counts?.byCombination[index], combinations * slotsOf(variable)),
    ),
    byVariable: !crossed
      ? []
      : variables.map((variable, index) =>
          variables
            .slice(index + 1)
            .map((other, offset) =>
              fitted(counts?.byVariable[index]?.[offset], slotsOf(variable) * slotsOf(other)),
            ),
        ),
  };
}

function joined(pieces: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
