import type {
  CountedByQuestion,
  CountedByStratum,
  CountedQuestion,
  ReleaseCounts,
} from "./counted-tables.ts";
import type { DisclosureCell, SystemBuilder } from "./system.ts";

/** Margins stand in many tables: hiding one costs the reader more. */
const marginWeight = 12;

/** What is known of the cell with a key. */
type StateOf = (key: string) => "open" | "shown" | "hidden";

/** Adds every count of every table of a release, with the sums that bind them. */
export function addRelease(builder: SystemBuilder, release: ReleaseCounts, stateOf: StateOf): void {
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

const givenBy = (contributors: number | undefined) =>
  contributors === undefined ? {} : { contributors };

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a table of a question that is not counted");
  return value;
}
