import type { ProtectedRelease } from "#app/domain/survey/disclosure/protect-release.ts";
import { rangesOf, type Statement } from "#tests/support/disclosure/unknown-counts.ts";

/** A count as a reader sees it: a number, or unknown (hidden). */
type Seen = number | { unknown: string };

export interface Narrowed {
  key: string;
  least: number;
  greatest: number;
}

/**
 * A reader with a solver: from the published tables alone (counts, empty places, and what everybody
 * knows of tables) the range of every hidden cell. Written from the tables' shape and not from the
 * engine's system, so that a relation forgotten there is found here.
 */
export async function attack(
  releases: readonly ProtectedRelease[],
  renamed: (key: string, from: number) => string = (key) => key,
): Promise<Narrowed[]> {
  const rows: Statement[] = [];
  const unknowns = new Set<string>();
  const published = releases.map((release, at) => publishedBy(release, at, unknowns));
  const text = (terms: [number, Seen][], sense: Statement["sense"]) => {
    let constant = 0;
    const variables = new Map<string, number>();
    for (const [factor, seen] of terms) {
      if (typeof seen === "number") constant += factor * seen;
      else variables.set(seen.unknown, (variables.get(seen.unknown) ?? 0) + factor);
    }
    if (variables.size > 0) rows.push({ terms: variables, constant, sense });
  };
  for (const { sums, within } of published) {
    for (const { whole, parts } of sums) {
      text([[-1, whole], ...parts.map((part): [number, Seen] => [1, part])], "=");
    }
    for (const { lesser, greater } of within) {
      text(
        [
          ...lesser.map((one): [number, Seen] => [1, one]),
          ...greater.map((one): [number, Seen] => [-1, one]),
        ],
        "<=",
      );
    }
  }
  for (const [at, { cells }] of published.entries()) {
    const next = published[at + 1];
    if (!next) continue;
    const together = new Map<string, Seen[]>();
    for (const [key, seen] of cells) {
      const later = renamed(key, at);
      together.set(later, [...(together.get(later) ?? []), seen]);
    }
    for (const [key, parts] of together) {
      const later = next.cells.get(key);
      if (later === undefined) continue;
      text([...parts.map((part): [number, Seen] => [1, part]), [-1, later]], "<=");
    }
  }
  const ranges = await rangesOf(rows, [...unknowns], () => false);
  return ranges.map(({ cell, ...range }) => ({ key: cell, ...range }));
}

/** The sums and cells that the tables of a release show. */
function publishedBy({ counts, hidden }: ProtectedRelease, at: number, unknowns: Set<string>) {
  const cells = new Map<string, Seen>();
  const sums: { whole: Seen; parts: Seen[] }[] = [];
  const within: { lesser: Seen[]; greater: Seen[] }[] = [];
  const free = (key: string): Seen => {
    const unknown = `${at}:${key}`;
    unknowns.add(unknown);
    return { unknown };
  };
  const see = (key: string, count: number): Seen => {
    const seen = hidden.has(key) ? free(key) : count;
    cells.set(key, seen);
    return seen;
  };
  const bind = (answers: "one" | "several", whole: Seen, parts: Seen[]) => {
    if (answers === "one") sums.push({ whole, parts });
    else {
      for (const part of parts) within.push({ lesser: [part], greater: [whole] });
      within.push({ lesser: [whole], greater: parts });
    }
  };
  const single = new Map(
    counts.questions.map((question) => {
      const { id, answers, categories } = question;
      const n = see(`${id}#n`, question.n);
      const noAnswer = see(`${id}#無回答`, question.noAnswer);
      const notApplicable = see(`${id}#非該当`, question.notApplicable);
      sums.push({ whole: counts.responses, parts: [n, noAnswer, notApplicable] });
      const parts = categories.map((category, index) =>
        see(`${id}=${category}`, question.counts[index] ?? 0),
      );
      bind(answers, n, parts);
      return [id, { answers, categories, n, noAnswer, notApplicable, parts }] as const;
    }),
  );
  for (const { question, axis, strata, counts: table } of counts.byStratum) {
    const margin = single.get(question);
    if (!margin) throw new Error("a crossed table without its question");
    const known = counts.axes.find((one) => one.axis === axis)?.strata ?? [];
    const columns = strata.map((stratum, column) => {
      const suffix = `&${axis}=${stratum.stratum}`;
      const n = see(`${question}#n${suffix}`, stratum.n);
      const noAnswer = see(`${question}#無回答${suffix}`, stratum.noAnswer);
      const notApplicable = see(`${question}#非該当${suffix}`, stratum.notApplicable);
      sums.push({ whole: known[column]?.answers ?? 0, parts: [n, noAnswer, notApplicable] });
      const parts = margin.categories.map((category, row) =>
        see(`${question}=${category}${suffix}`, table[row]?.[column] ?? 0),
      );
      bind(margin.answers, n, parts);
      return { n, noAnswer, notApplicable, parts };
    });
    sums.push({ whole: margin.n, parts: columns.map(({ n }) => n) });
    sums.push({ whole: margin.noAnswer, parts: columns.map(({ noAnswer }) => noAnswer) });
    sums.push({ whole: margin.notApplicable, parts: columns.map((one) => one.notApplicable) });
    for (const [row, whole] of margin.parts.entries()) {
      sums.push({ whole, parts: columns.flatMap(({ parts }) => parts[row] ?? []) });
    }
  }
  for (const { question, by, bases, counts: table } of counts.byQuestion) {
    const rows = single.get(question);
    const columns = single.get(by);
    if (!rows || !columns) throw new Error("a crossed table without its questions");
    const inner = columns.categories.map((column, index) => {
      const n = see(`${question}#n&${by}=${column}`, bases[index] ?? 0);
      within.push({ lesser: [n], greater: columns.parts.slice(index, index + 1) });
      const parts = rows.categories.map((row, place) =>
        see(`${question}=${row}&${by}=${column}`, table[place]?.[index] ?? 0),
      );
      bind(rows.answers, n, parts);
      return parts;
    });
    for (const [index, whole] of rows.parts.entries()) {
      const parts = inner.flatMap((column) => column[index] ?? []);
      if (columns.answers === "one") within.push({ lesser: parts, greater: [whole] });
      else for (const part of parts) within.push({ lesser: [part], greater: [whole] });
    }
  }
  return { cells, sums, within };
}
