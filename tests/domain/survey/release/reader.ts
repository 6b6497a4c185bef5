import type {
  PublishedCount,
  PublishedCrossing,
  PublishedRelease,
  PublishedVariable,
} from "#app/domain/survey/release/published.ts";
import { readRates } from "./rate-laws.ts";
import { readTexts } from "./text-laws.ts";

/** Σ factor × cell is 0, or not above 0. */
export interface Law {
  sense: "=" | "<=";
  terms: readonly (readonly [factor: number, cell: string])[];
}

/** What a reader holds of one release: cells by name (null: hidden), and what must hold of them. */
export interface Reading {
  cells: Map<string, PublishedCount>;
  /** Hold of any answers at all, so of those that came between two releases as well. */
  laws: Law[];
  /** Hold of this release alone: its rounded means, its texts. */
  own: Law[];
}

/** Those whose answers a table counts: all, a stratum, the entries of a panel. */
export interface Population {
  /** Cell that holds how many they are. */
  whole: string;
  cell: (variable: string, slot: string) => string;
}

export const sum = (...cells: string[]) => cells.map((cell) => [1, cell] as const);
export const less = (...cells: string[]) => cells.map((cell) => [-1, cell] as const);

/**
 * Reads a release as one who has nothing else: every number with its name, and the laws of tables.
 * `covered`: each answer stands in one of the categories (no choice was ever taken away).
 */
export function readRelease(
  release: PublishedRelease,
  crossings: Readonly<Record<string, PublishedCrossing>>,
  covered: boolean,
): Reading {
  const reading: Reading = { cells: new Map(), laws: [], own: [] };
  const { cells, laws } = reading;
  cells.set("responses", release.responses);
  for (const { axis, strata } of release.axes) {
    for (const { stratum, answers } of strata) cells.set(`&${axis}=${stratum}`, answers);
    const parts = strata.map(({ stratum }) => `&${axis}=${stratum}`);
    laws.push({ sense: "=", terms: [...less("responses"), ...sum(...parts)] });
  }
  const variables = release.questions.flatMap((question) => question.variables);
  for (const variable of variables) readVariable(reading, variable, covered);
  for (const { rows, columns } of release.crossings) {
    const crossing = crossings[`${rows}|${columns}`];
    const row = variables.find(({ id }) => id === rows);
    const column = variables.find(({ id }) => id === columns);
    if (!crossing || !row || !column) throw new Error(`no crossing ${rows}|${columns}`);
    readCrossing(reading, crossing, row, column, covered);
  }
  readRates(reading, release);
  readTexts(reading, release);
  return reading;
}

/** The populations for which a release has tables of its firms: all of them, and each stratum. */
export function populationsOf(release: PublishedRelease): Population[] {
  return [
    { whole: "responses", cell: (variable, slot) => `${variable}${slot}` },
    ...release.axes.flatMap(({ axis, strata }) =>
      strata.map(({ stratum }) => populationOf(`&${axis}=${stratum}`, "firms", "")),
    ),
  ];
}

function populationOf(suffix: string, counts: PublishedVariable["counts"], panel: string) {
  const firms = suffix === "" ? "responses" : suffix;
  return {
    whole: counts === "firms" ? firms : `${panel}#entries${suffix}`,
    cell: (variable: string, slot: string) => `${variable}${slot}${suffix}`,
  };
}

function readVariable(
  { cells, laws, own }: Reading,
  variable: PublishedVariable,
  covered: boolean,
) {
  const { id, rows, answers, counts, byStratum, summary } = variable;
  const panel = id.split("/")[0] ?? id;
  const slots = rows.map(({ key }) => `=${key}`);
  const bind = ({ whole, cell }: Population) => {
    const n = cell(id, "#n");
    const base = sum(n, cell(id, "#無回答"), cell(id, "#非該当"));
    laws.push({ sense: "=", terms: [...less(whole), ...base] });
    const parts = slots.map((slot) => cell(id, slot));
    bindParts(laws, answers, n, parts, covered);
  };
  const all = populationOf("", counts, panel);
  cells.set(`${id}#n`, variable.n);
  cells.set(`${id}#無回答`, variable.noAnswer);
  cells.set(`${id}#非該当`, variable.notApplicable);
  for (const row of rows) cells.set(`${id}=${row.key}`, row.count);
  bind(all);
  if (summary) own.push(...meanLaws(variable, summary.mean, all), ...medianLaws(variable, all));
  for (const { axis, strata, cells: table } of byStratum) {
    const populations = strata.map(({ stratum, ...base }, column) => {
      const population = populationOf(`&${axis}=${stratum}`, counts, panel);
      cells.set(population.cell(id, "#n"), base.n);
      cells.set(population.cell(id, "#無回答"), base.noAnswer);
      cells.set(population.cell(id, "#非該当"), base.notApplicable);
      for (const [row, slot] of slots.entries()) {
        cells.set(population.cell(id, slot), table[row]?.[column] ?? null);
      }
      bind(population);
      own.push(...meanLaws(variable, base.mean, population));
      return population;
    });
    for (const slot of ["#n", "#無回答", "#非該当", ...slots]) {
      const parts = populations.map(({ cell }) => cell(id, slot));
      laws.push({ sense: "=", terms: [...less(all.cell(id, slot)), ...sum(...parts)] });
    }
  }
}

function bindParts(
  laws: Law[],
  answers: PublishedVariable["answers"],
  n: string,
  parts: readonly string[],
  covered: boolean,
) {
  if (answers === "one") {
    laws.push({ sense: covered ? "=" : "<=", terms: [...sum(...parts), ...less(n)] });
    return;
  }
  for (const part of parts) laws.push({ sense: "<=", terms: [...sum(part), ...less(n)] });
  if (covered) laws.push({ sense: "<=", terms: [...sum(n), ...less(...parts)] });
}

function readCrossing(
  { cells, laws }: Reading,
  { n, cells: table }: PublishedCrossing,
  row: PublishedVariable,
  column: PublishedVariable,
  covered: boolean,
) {
  const whole = row.counts === "firms" ? "responses" : `${row.id.split("/")[0]}#entries`;
  const at = (key: string) => `&${column.id}=${key}`;
  for (const [place, { key }] of column.rows.entries()) {
    const base = `${row.id}#n${at(key)}`;
    cells.set(base, n[place] ?? null);
    const parts = row.rows.map((own, index) => {
      const name = `${row.id}=${own.key}${at(key)}`;
      cells.set(name, table[index]?.[place] ?? null);
      return name;
    });
    bindParts(laws, row.answers, base, parts, covered);
    const margin = `${column.id}=${key}`;
    laws.push({ sense: "<=", terms: [...sum(base), ...less(margin)] });
    // Who answered the one and not the other is at most who did not answer the other.
    laws.push({
      sense: "<=",
      terms: [...sum(margin), ...less(base), ...sum(`${row.id}#n`), ...less(whole)],
    });
  }
  for (const own of row.rows) {
    const margin = `${row.id}=${own.key}`;
    const parts = column.rows.map(({ key }) => `${margin}${at(key)}`);
    const missing = [...sum(`${column.id}#n`), ...less(whole)];
    if (column.answers === "one") {
      laws.push({ sense: "<=", terms: [...sum(...parts), ...less(margin)] });
      if (covered) {
        laws.push({ sense: "<=", terms: [...sum(margin), ...less(...parts), ...missing] });
      }
      continue;
    }
    for (const part of parts) laws.push({ sense: "<=", terms: [...sum(part), ...less(margin)] });
    if (covered) {
      laws.push({ sense: "<=", terms: [...sum(margin), ...less(...parts), ...missing] });
    }
  }
  if (column.answers === "one" && covered) {
    const bases = column.rows.map(({ key }) => `${row.id}#n${at(key)}`);
    const either = [...sum(`${row.id}#n`, `${column.id}#n`), ...less(...bases, whole)];
    laws.push({ sense: "<=", terms: either });
  }
}

/** A mean of steps or places, rounded to two decimals: it lies within 0.005 of the true one. */
function meanLaws(
  { id, kind, rows }: PublishedVariable,
  mean: number | null,
  { cell }: Population,
) {
  if (mean === null || (kind !== "rating" && kind !== "place")) return [];
  const steps = rows.flatMap(({ key }) => (Number.isFinite(Number(key)) ? [key] : []));
  const terms = (shift: number, sign: number) =>
    steps.map((key) => [sign * (Number(key) - mean - shift), cell(id, `=${key}`)] as const);
  return [
    { sense: "<=" as const, terms: terms(0.005 + 1e-9, 1) },
    { sense: "<=" as const, terms: terms(-0.005 - 1e-9, -1) },
  ];
}

/** At most half lie below the median, and at most half above. */
function medianLaws({ id, kind, rows, summary }: PublishedVariable, { cell }: Population): Law[] {
  const median = summary?.median ?? null;
  if (median === null || kind !== "class") return [];
  const half = [-0.5, cell(id, "#n")] as const;
  const within = (test: (row: PublishedVariable["rows"][number]) => boolean): Law => ({
    sense: "<=",
    terms: [...rows.filter(test).map(({ key }) => [1, cell(id, `=${key}`)] as const), half],
  });
  return [
    within(({ to }) => typeof to === "number" && to <= median - 0.005),
    within(({ from }) => typeof from === "number" && from > median + 0.005),
  ];
}
