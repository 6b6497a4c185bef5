import type { Questionnaire } from "../questionnaire.ts";
import { type Strata, stratumAxes } from "../strata/strata.ts";
import { classEdges } from "./class-edges.ts";
import { compileCoding } from "./coding.ts";
import { countRows } from "./count-rows.ts";
import { type Counts, slotsOf } from "./counts.ts";
import { mergeNumbers, noNumbers, numberValues } from "./number-values.ts";
import type { StoredCounts } from "./stored-counts.ts";
import { countedVariables } from "./variables.ts";

/** Counts coded answers as they come, piece by piece, in memory bounded but for their numbers. */
export interface Counting {
  /** Coded answers of one combination of strata, one after the other. */
  add(strata: Strata, rows: Uint8Array): void;
  /** All that was added, together with what it began with. */
  finish(): StoredCounts;
}

/** Answers that wait until they are counted together: so many share the cost of a counting. */
const mostWaiting = 200_000;

/**
 * Opens the counting of a questionnaire's coded answers. `base`: counts of the same questionnaire to
 * which these are added. Classes of numbers are those of the base; without one they are made from
 * all the numbers, and rows wait until the end for that.
 */
export function openCounting(questionnaire: Questionnaire, base?: StoredCounts): Counting {
  let edges: Record<string, number[]> = { ...base?.edges };
  const uncut = countedVariables(questionnaire, edges);
  const { width, offsets } = compileCoding(questionnaire, uncut);
  const numeric = uncut.flatMap((variable, index) =>
    variable.kind === "class" ? [{ id: variable.id, offset: offsets[index] ?? 0 }] : [],
  );
  // Later classes would part counts that the base holds together.
  const unclassed = base ? [] : numeric;
  const combinations: Strata[] = [...(base?.combinations ?? [])];
  const places = new Map(combinations.map((strata, place) => [keyOf(strata), place]));
  let waiting: { place: number; rows: Uint8Array }[] = [];
  let waitingAnswers = 0;
  let counts: Counts | undefined;
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

  function flush(): void {
    const variables = countedVariables(questionnaire, edges);
    const layout = { variables, width, offsets, combinations: combinations.length };
    counts = grown(counts ?? countsOf(base), layout);
    const rows = new Uint8Array(waitingAnswers * width);
    const strata = new Uint16Array(waitingAnswers);
    let at = 0;
    for (const piece of waiting) {
      rows.set(piece.rows, at * width);
      const answers = piece.rows.length / width;
      strata.fill(piece.place, at, at + answers);
      at += answers;
    }
    countRows(layout, rows, strata, counts);
    waiting = [];
    waitingAnswers = 0;
  }

  return {
    add(strata, rows) {
      const key = keyOf(strata);
      const place = places.get(key) ?? combinations.push(strata) - 1;
      places.set(key, place);
      readNumbers(place, rows);
      waiting.push({ place, rows });
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
      flush();
      const {
        responses,
        combinations: answers,
        byCombination,
        byVariable,
      } = counts ?? countsOf(base);
      const variables = countedVariables(questionnaire, edges);
      return {
        responses,
        edges,
        variables,
        combinations,
        answers,
        byCombination,
        byVariable,
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

function countsOf(base: StoredCounts | undefined): Counts | undefined {
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

/** With room for combinations that have come since. */
function grown(
  counts: Counts | undefined,
  { variables, combinations }: { variables: StoredCounts["variables"]; combinations: number },
): Counts {
  const fitted = (table: Float64Array | undefined, length: number) => {
    if (table?.length === length) return table;
    const larger = new Float64Array(length);
    if (table) larger.set(table.subarray(0, length));
    return larger;
  };
  return {
    responses: counts?.responses ?? 0,
    combinations: fitted(counts?.combinations, combinations),
    byCombination: variables.map((variable, index) =>
      fitted(counts?.byCombination[index], combinations * slotsOf(variable)),
    ),
    byVariable: variables.map((variable, index) =>
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
