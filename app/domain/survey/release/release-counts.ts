import { slotsOf } from "../counting/counts.ts";
import type { CountedTables } from "../counting/stored-counts.ts";
import type { CountedVariable } from "../counting/variables.ts";
import type {
  CountedByQuestion,
  CountedByStratum,
  CountedQuestion,
  ReleaseCounts,
} from "../disclosure/counted-tables.ts";
import { type Strata, stratumAxes } from "../strata/strata.ts";
import { byCode } from "../strata/stratum-codes.ts";

/** More tables of variable by variable than these are not made: whole questions come first. */
export const mostCrossings = 1_200;

/** Name of the category of answers that today's edition has no category for. */
const elsewhereKey = "%elsewhere";

/** Signs that part a cell's name from others stand in a name as something else. */
export function cellName(key: string): string {
  return key.replace(/[%&=|#]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** A variable's name in a frame: never that of an axis, by whose strata cells are named as well. */
export function variableName(id: string): string {
  return stratumAxes.some(({ axis }) => axis === id) ? `%${id}` : cellName(id);
}

/** A variable with its categories as they are counted and named in a frame. */
export interface FramedVariable {
  variable: CountedVariable;
  index: number;
  id: string;
  /** Slots of the categories that are shown, with their names. */
  slots: { slot: number; key: string }[];
}

/** The variables of the counts; one with answers elsewhere has a category for them. */
export function framedVariables({ variables, byCombination }: CountedTables): FramedVariable[] {
  return variables.map((variable, index) => {
    const own = variable.categories.map(({ key }, slot) => ({ slot, key: cellName(key) }));
    const size = variable.categories.length;
    const elsewhere = sumOver(byCombination[index], slotsOf(variable), size) > 0;
    const more = elsewhere && variable.answers === "one" ? [{ slot: size, key: elsewhereKey }] : [];
    return { variable, index, id: variableName(variable.id), slots: [...own, ...more] };
  });
}

/** The variables with the names that the frame gives them. */
export function namedAsFramed(framed: readonly FramedVariable[]) {
  return framed.map(({ variable, id, slots }) => ({
    ...variable,
    id,
    categories: variable.categories.map(({ text }, at) => ({ key: slots[at]?.key ?? "", text })),
  }));
}

/** All the tables of a release: single, by each axis, and variable by variable. */
export function releaseCounts(
  counts: CountedTables,
  release: string,
  framed: readonly FramedVariable[],
): ReleaseCounts {
  const axes = axesOf(counts);
  return {
    release,
    responses: counts.responses,
    axes: axes.map(({ axis, strata }) => ({
      axis,
      strata: strata.map(({ stratum, places }) => ({
        stratum,
        answers: places.reduce((sum, place) => sum + (counts.answers[place] ?? 0), 0),
      })),
    })),
    questions: framed.map((one) => singleTable(counts, one)),
    byStratum: axes.flatMap(({ axis, strata }) =>
      framed.map((one) => byStratum(counts, one, axis, strata)),
    ),
    byQuestion:
      counts.byVariable.length === 0
        ? []
        : crossedPairs(framed).map(([first, second]) => crossing(counts, first, second)),
  };
}

interface AxisPlaces {
  axis: keyof Strata;
  strata: { stratum: string; places: number[] }[];
}

/** The axes on which answers differ, with the combinations of each stratum. */
function axesOf({ combinations }: CountedTables): AxisPlaces[] {
  return stratumAxes
    .map(({ axis }) => {
      const places = new Map<string, number[]>();
      for (const [place, strata] of combinations.entries()) {
        places.set(strata[axis], [...(places.get(strata[axis]) ?? []), place]);
      }
      const strata = [...places].map(([stratum, places]) => ({ stratum, places }));
      // The roster's order, which does not tell who answered first.
      const compare = byCode(axis);
      strata.sort((a, b) => compare(a.stratum, b.stratum));
      return { axis, strata };
    })
    .filter(({ strata }) => strata.length > 1);
}

/** Slots after the categories: elsewhere, 無回答, 非該当, n. */
function endSlots({ categories: { length } }: CountedVariable) {
  return { noAnswer: length + 1, notApplicable: length + 2, n: length + 3 };
}

function singleTable(
  { byCombination, firms }: CountedTables,
  framed: FramedVariable,
): CountedQuestion {
  const { variable, index, id, slots } = framed;
  const width = slotsOf(variable);
  const total = (slot: number) => sumOver(byCombination[index], width, slot);
  const ends = endSlots(variable);
  const firmsIn = (slot: number) => sumOver(firms?.[index], width, slot);
  return {
    id,
    answers: variable.answers,
    categories: slots.map(({ key }) => key),
    n: total(ends.n),
    noAnswer: total(ends.noAnswer),
    notApplicable: total(ends.notApplicable),
    counts: slots.map(({ slot }) => total(slot)),
    ...(firms && {
      firms: { n: firmsIn(ends.n), counts: slots.map(({ slot }) => firmsIn(slot)) },
    }),
  };
}

function byStratum(
  { byCombination, firms }: CountedTables,
  { variable, index, id, slots }: FramedVariable,
  axis: string,
  strata: AxisPlaces["strata"],
): CountedByStratum {
  const width = slotsOf(variable);
  const table = byCombination[index];
  const sumIn = (table: Float64Array | undefined) => (places: readonly number[], slot: number) =>
    places.reduce((sum, place) => sum + (table?.[place * width + slot] ?? 0), 0);
  const total = sumIn(table);
  const firmsIn = sumIn(firms?.[index]);
  const ends = endSlots(variable);
  return {
    question: id,
    axis,
    strata: strata.map(({ stratum, places }) => ({
      stratum,
      n: total(places, ends.n),
      noAnswer: total(places, ends.noAnswer),
      notApplicable: total(places, ends.notApplicable),
    })),
    counts: slots.map(({ slot }) => strata.map(({ places }) => total(places, slot))),
    ...(firms && {
      firms: {
        n: strata.map(({ places }) => firmsIn(places, ends.n)),
        counts: slots.map(({ slot }) => strata.map(({ places }) => firmsIn(places, slot))),
      },
    }),
  };
}

/** Every pair of questions; then rows of matrices and items of rankings with them, while room is. */
function crossedPairs(framed: readonly FramedVariable[]): [FramedVariable, FramedVariable][] {
  const fit = framed.filter(
    ({ variable: { kind }, slots }) => kind !== "written" && slots.length > 1,
  );
  const pairs = fit.flatMap((first, at) =>
    fit
      .slice(at + 1)
      .filter(({ variable }) => variable.question !== first.variable.question)
      .map((second): [FramedVariable, FramedVariable] => [first, second]),
  );
  const parts = ([first, second]: [FramedVariable, FramedVariable]) =>
    [first, second].filter(({ variable }) => variable.part !== null).length;
  return pairs.sort((a, b) => parts(a) - parts(b)).slice(0, mostCrossings);
}

function crossing(
  { byVariable }: CountedTables,
  first: FramedVariable,
  second: FramedVariable,
): CountedByQuestion {
  const table = byVariable[first.index]?.[second.index - first.index - 1];
  const width = slotsOf(first.variable);
  const at = (slot: number, other: number) => table?.[other * width + slot] ?? 0;
  const { n } = endSlots(first.variable);
  return {
    question: first.id,
    by: second.id,
    bases: second.slots.map(({ slot }) => at(n, slot)),
    counts: first.slots.map(({ slot }) => second.slots.map((other) => at(slot, other.slot))),
  };
}

function sumOver(table: Float64Array | undefined, width: number, slot: number): number {
  let sum = 0;
  for (let at = slot; at < (table?.length ?? 0); at += width) sum += table?.[at] ?? 0;
  return sum;
}
