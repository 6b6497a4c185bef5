import type { KnownRelation } from "./known-relations.ts";
import { type DisclosureCell, type DisclosureSystem, systemBuilder } from "./system.ts";

/**
 * One question (or row of a matrix, or place of a ranking) as the tables count it. "one": an answer
 * is in one category; "several": in one or more (複数回答).
 */
export interface CountedQuestion {
  id: string;
  answers: "one" | "several";
  categories: readonly string[];
  n: number;
  noAnswer: number;
  notApplicable: number;
  /** By category. */
  counts: readonly number[];
  /** Of entries: the different firms behind n and behind each category. */
  firms?: { n: number; counts: readonly number[] };
}

/** A question by the strata of one axis. The answers of each stratum are known to everybody. */
export interface CountedByStratum {
  question: string;
  axis: string;
  strata: readonly { stratum: string; n: number; noAnswer: number; notApplicable: number }[];
  /** counts[category][stratum] */
  counts: readonly (readonly number[])[];
  /** Of entries: the different firms, by stratum and as `counts`. */
  firms?: { n: readonly number[]; counts: readonly (readonly number[])[] };
}

/** One question by another, over those who answered both. */
export interface CountedByQuestion {
  question: string;
  by: string;
  /** By category of `by`: how many of these answered `question`. */
  bases: readonly number[];
  /** counts[category][category of by] */
  counts: readonly (readonly number[])[];
}

/** All that a release counts. */
export interface ReleaseCounts {
  /** Distinct for each release: "2". */
  release: string;
  responses: number;
  /** Answers by stratum of each axis. */
  axes: readonly { axis: string; strata: readonly { stratum: string; answers: number }[] }[];
  questions: readonly CountedQuestion[];
  byStratum: readonly CountedByStratum[];
  byQuestion: readonly CountedByQuestion[];
  /** What the questionnaire tells of the tables; what does not hold of these counts is left out. */
  known?: readonly KnownRelation[];
}

/** What an earlier release did with its cells, for good. */
export interface EarlierRelease {
  counts: ReleaseCounts;
  hidden: ReadonlySet<string>;
  /** Strata of this release that the next one shows together: axis → stratum → its new name. */
  merged?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Margins stand in many tables: hiding one costs the reader more. */
const marginWeight = 12;

type Builder = ReturnType<typeof systemBuilder>;

/**
 * The system of a release together with those before it: every count of every table with the sums
 * that bind them, and from release to release that no count shrinks. Keys begin with the release:
 * `2|q5=a`, `2|q5#n`, `2|q5=a&sector=土木`, `2|q5#n&sector=土木`, `2|q5=a&q7=b`.
 */
export function frameOf(
  release: ReleaseCounts,
  earlier: readonly EarlierRelease[] = [],
): DisclosureSystem {
  const builder = systemBuilder();
  for (const { counts, hidden } of earlier) {
    addRelease(builder, counts, (key) => (hidden.has(key) ? "hidden" : "shown"));
  }
  addRelease(builder, release, () => "open");
  const series = [...earlier, { counts: release, hidden: new Set<string>() }];
  for (const [index, before] of series.slice(0, -1).entries()) {
    const after = series[index + 1];
    if (after) bindReleases(builder, before, after.counts);
  }
  return builder.build();
}

type StateOf = (key: string) => "open" | "shown" | "hidden";

function addRelease(builder: Builder, release: ReleaseCounts, stateOf: StateOf): void {
  const { release: name, responses, axes, questions, byStratum, byQuestion } = release;
  const add = (key: string, count: number, more: Partial<DisclosureCell>): string => {
    const full = `${name}|${key}`;
    builder.cell({
      key: full,
      count,
      state: stateOf(full),
      sensitive: true,
      weight: 1,
      tables: [],
      ...more,
    });
    return full;
  };
  const whole = add("responses", responses, { state: "shown" });
  for (const { axis, strata } of axes) {
    const parts = strata.map(({ stratum, answers }) =>
      add(`${axis}=${stratum}`, answers, { state: "shown" }),
    );
    builder.sum(whole, parts);
  }
  const questionOf = new Map(questions.map((question) => [question.id, question]));
  for (const question of questions) addQuestion(question);
  for (const table of byStratum) addByStratum(table);
  for (const table of byQuestion) addByQuestion(table);
  addKnown("", "responses");
  for (const { axis, strata } of axes) {
    for (const { stratum } of strata) addKnown(`&${axis}=${stratum}`, `${axis}=${stratum}`);
  }

  function addKnown(suffix: string, whole: string): void {
    for (const { sense, terms } of release.known ?? []) {
      const keys = terms.map(([coefficient, cell]) => ({
        coefficient,
        key: `${name}|${cell === "" ? whole : `${cell}${suffix}`}`,
      }));
      if (keys.every(({ key }) => builder.has(key))) builder.known(sense, keys);
    }
  }

  function addQuestion({ id, answers, categories, counts, firms, ...base }: CountedQuestion): void {
    const tables = [`${name}|${id}`];
    const n = add(`${id}#n`, base.n, {
      weight: marginWeight * 2,
      tables,
      ...givenBy(firms?.n),
    });
    // Not to have answered, or not to have been asked, says nothing of what a firm thinks.
    const rest = { weight: marginWeight, tables, sensitive: false };
    const noAnswer = add(`${id}#無回答`, base.noAnswer, rest);
    const notApplicable = add(`${id}#非該当`, base.notApplicable, rest);
    builder.sum(whole, [n, noAnswer, notApplicable]);
    const parts = categories.map((category, index) =>
      add(`${id}=${category}`, counts[index] ?? 0, {
        weight: marginWeight,
        tables,
        ...givenBy(firms?.counts[index]),
      }),
    );
    bindParts(answers, n, parts);
  }

  /** Of "one" the parts make up the whole; of "several" each is within it and together they cover it. */
  function bindParts(answers: "one" | "several", whole: string, parts: readonly string[]): void {
    if (answers === "one") builder.sum(whole, parts);
    else {
      for (const part of parts) builder.atMost([part], [whole]);
      // Not where all that somebody chose stands in none of today's categories.
      builder.known("atMost", [
        { key: whole, coefficient: 1 },
        ...parts.map((key) => ({ key, coefficient: -1 })),
      ]);
    }
  }

  function addByStratum({ question, axis, strata, counts, firms }: CountedByStratum): void {
    const { answers, categories } = known(questionOf.get(question));
    const tables = [`${name}|${question}&${axis}`];
    const cell = (key: string, count: number, more: Partial<DisclosureCell> = {}) =>
      add(key, count, { tables, ...more });
    const columns = strata.map(({ stratum, ...base }, column) => {
      const at = `&${axis}=${stratum}`;
      const rest = { sensitive: false };
      const n = cell(`${question}#n${at}`, base.n, { weight: 2, ...givenBy(firms?.n[column]) });
      const noAnswer = cell(`${question}#無回答${at}`, base.noAnswer, rest);
      const notApplicable = cell(`${question}#非該当${at}`, base.notApplicable, rest);
      builder.sum(`${name}|${axis}=${stratum}`, [n, noAnswer, notApplicable]);
      const parts = categories.map((category, row) =>
        cell(
          `${question}=${category}${at}`,
          counts[row]?.[column] ?? 0,
          givenBy(firms?.counts[row]?.[column]),
        ),
      );
      bindParts(answers, n, parts);
      return { n, noAnswer, notApplicable, parts };
    });
    builder.sum(
      `${name}|${question}#n`,
      columns.map(({ n }) => n),
    );
    builder.sum(
      `${name}|${question}#無回答`,
      columns.map(({ noAnswer }) => noAnswer),
    );
    builder.sum(
      `${name}|${question}#非該当`,
      columns.map(({ notApplicable }) => notApplicable),
    );
    for (const [row, category] of categories.entries()) {
      builder.sum(
        `${name}|${question}=${category}`,
        columns.map(({ parts }) => known(parts[row])),
      );
    }
  }

  function addByQuestion({ question, by, bases, counts }: CountedByQuestion): void {
    const rows = known(questionOf.get(question));
    const columns = known(questionOf.get(by));
    const tables = [`${name}|${question}&${by}`];
    const never = { state: "never" as const, sensitive: false, tables };
    const n = `${name}|${question}#n`;
    // Who answered the one and not the other is at most who did not answer the other.
    const missed: string[] = [];
    const cellsOf = columns.categories.map((column, at) => {
      const suffix = `&${by}=${column}`;
      const base = bases[at] ?? 0;
      const both = add(`${question}#n${suffix}`, base, { weight: 2, tables });
      const left = add(`${question}#他${suffix}`, (columns.counts[at] ?? 0) - base, never);
      builder.sum(`${name}|${by}=${column}`, [both, left]);
      missed.push(left);
      const parts = rows.categories.map((row, index) =>
        add(`${question}=${row}${suffix}`, counts[index]?.[at] ?? 0, { tables }),
      );
      bindParts(rows.answers, both, parts);
      return parts;
    });
    if (columns.answers === "one") builder.atMost([...missed, n], [whole]);
    else for (const left of missed) builder.atMost([left, n], [whole]);
    for (const [index, row] of rows.categories.entries()) {
      const parts = cellsOf.map((column) => known(column[index]));
      const margin = `${name}|${question}=${row}`;
      if (columns.answers === "one") {
        const shown = parts.reduce((sum, _, at) => sum + (counts[index]?.[at] ?? 0), 0);
        const left = add(`${question}=${row}&${by}#他`, (rows.counts[index] ?? 0) - shown, never);
        builder.sum(margin, [...parts, left]);
      } else for (const part of parts) builder.atMost([part], [margin]);
      // Not where an answer stands in none of today's categories.
      builder.known("atMost", [
        ...[margin, `${name}|${by}#n`].map((key) => ({ key, coefficient: 1 })),
        ...[...parts, whole].map((key) => ({ key, coefficient: -1 })),
      ]);
    }
  }
}

/**
 * Answers only come: no count of a later release is below that of an earlier one. And what binds
 * the counts of any answers binds those of the answers that came between.
 */
function bindReleases(builder: Builder, before: EarlierRelease, after: ReleaseCounts): void {
  const merged = new Map<string, string[]>();
  for (const key of keysOf(before.counts)) {
    const later = `${after.release}|${renamed(key, before.merged)}`;
    merged.set(later, [...(merged.get(later) ?? []), `${before.counts.release}|${key}`]);
  }
  // Where no answer came between, every count is what it was.
  const none = before.counts.responses === after.responses;
  for (const [later, parts] of merged) {
    if (!builder.has(later)) continue;
    builder.came(later, parts);
    if (none) builder.known("equal", termsOf(later, parts));
    builder.atMost(parts, [later]);
  }
  for (const { sense, terms } of builder.relationsOf(`${after.release}|`)) {
    if (sense === "equal" || !terms.every(({ key }) => merged.has(key))) continue;
    const came = terms.flatMap(({ key, coefficient }) => [
      { key, coefficient },
      ...(merged.get(key) ?? []).map((part) => ({ key: part, coefficient: -coefficient })),
    ]);
    builder.known(sense, came);
  }
}

const termsOf = (whole: string, parts: readonly string[]) => [
  { key: whole, coefficient: -1 },
  ...parts.map((key) => ({ key, coefficient: 1 })),
];

const givenBy = (contributors: number | undefined) =>
  contributors === undefined ? {} : { contributors };

/** The keys of a release's cells without its name, those that stand in no table too. */
function keysOf(counts: ReleaseCounts): string[] {
  const builder = systemBuilder();
  addRelease(builder, counts, () => "shown");
  return builder.build().cells.map(({ key }) => key.slice(counts.release.length + 1));
}

function renamed(key: string, merged: EarlierRelease["merged"]): string {
  return key.replace(/([^&|=]+)=([^&]*)$/u, (whole, axis: string, stratum: string) => {
    const name = merged?.[axis]?.[stratum];
    return name === undefined ? whole : `${axis}=${name}`;
  });
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a table of a question that is not counted");
  return value;
}
