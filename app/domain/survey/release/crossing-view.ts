import { percentOf } from "../tabulation/percent.ts";
import type {
  PublishedCount,
  PublishedCrossing,
  PublishedQuestion,
  PublishedRelease,
  PublishedVariable,
} from "./published.ts";

/** A crossing as it is shown: percentages of the base of each column. */
export interface CrossingView {
  rows: { key: string; text: string }[];
  columns: { key: string; text: string; n: PublishedCount }[];
  /** cells[row][column] */
  cells: { count: PublishedCount; percent: number | null }[][];
}

/** A variable with the question it belongs to. */
export interface NamedVariable {
  question: PublishedQuestion;
  variable: PublishedVariable;
}

/** The variables that a crossing could be asked for, in order: those that have categories. */
export function crossableVariables({ questions }: PublishedRelease): NamedVariable[] {
  return questions.flatMap((question) =>
    question.variables
      .filter(({ kind, counts }) => kind !== "written" && counts === "firms")
      .map((variable) => ({ question, variable })),
  );
}

/** A variable by its identifier. */
export function variableOf({ questions }: PublishedRelease, id: string): NamedVariable | undefined {
  for (const question of questions) {
    const variable = question.variables.find((one) => one.id === id);
    if (variable) return { question, variable };
  }
  return undefined;
}

/** 問5　賃金を引き上げましたか。, with the row or item of a matrix or ranking. */
export function variableName({ question, variable }: NamedVariable): string {
  const { number, title } = question;
  return `問${number}　${title}${variable.part ? `：${variable.part.text}` : ""}`;
}

/**
 * A stored crossing with `rows` down and `columns` across, turned where it is stored the other way.
 * Turned, the bases of its columns are reckoned from what is published (see `allAnswered`).
 */
export function crossingView(
  stored: PublishedCrossing,
  rows: PublishedVariable,
  columns: PublishedVariable,
): CrossingView {
  const isTurned = stored.rows === columns.id;
  const countAt = (row: number, column: number): PublishedCount =>
    (isTurned ? stored.cells[column]?.[row] : stored.cells[row]?.[column]) ?? null;
  const bases = columns.rows.map(({ count }, column): PublishedCount => {
    if (!isTurned) return stored.n[column] ?? null;
    if (allAnswered(stored, rows, columns)) return count;
    if (rows.answers !== "one") return null;
    return sumOf(rows.rows.map((_, row) => countAt(row, column)));
  });
  return {
    rows: rows.rows.map(({ key, text }) => ({ key, text })),
    columns: columns.rows.map(({ key, text }, column) => ({ key, text, n: bases[column] ?? null })),
    cells: rows.rows.map((_, row) =>
      bases.map((n, column) => {
        const count = countAt(row, column);
        return { count, percent: n === null || count === null ? null : percentOf(count, n) };
      }),
    ),
  };
}

/**
 * Whether all who answered `columns` also answered `rows`: then a category's count is the base of
 * its column. Else the base is the sum of the column's cells, which is right only where an answer
 * to `rows` is exactly one of its categories and none of the cells is hidden.
 */
function allAnswered(
  stored: PublishedCrossing,
  rows: PublishedVariable,
  columns: PublishedVariable,
): boolean {
  if (rows.noAnswer === 0 && rows.notApplicable === 0) return true;
  return rows.answers === "one" && columns.n !== null && sumOf(stored.n) === columns.n;
}

function sumOf(counts: readonly PublishedCount[]): PublishedCount {
  return counts.reduce<PublishedCount>(
    (sum, count) => (sum === null || count === null ? null : sum + count),
    0,
  );
}

/** Which way round a pair is stored; undefined when the release has no table of it. */
export function storedPair(
  { crossings }: Pick<PublishedRelease, "crossings">,
  rows: string,
  columns: string,
): { rows: string; columns: string } | undefined {
  return (
    crossings.find((pair) => pair.rows === rows && pair.columns === columns) ??
    crossings.find((pair) => pair.rows === columns && pair.columns === rows)
  );
}

/** What to offer where one variable of a pair or both are still to be chosen. */
export function usualPair(
  { crossings }: Pick<PublishedRelease, "crossings">,
  rows: string | undefined,
  columns: string | undefined,
): { rows: string | undefined; columns: string | undefined } {
  const partnerOf = (id: string) => {
    const pair = crossings.find((one) => one.rows === id || one.columns === id);
    return pair && (pair.rows === id ? pair.columns : pair.rows);
  };
  if (columns !== undefined) return { rows: rows ?? partnerOf(columns), columns };
  if (rows !== undefined) return { rows, columns: partnerOf(rows) };
  return { rows: crossings[0]?.rows, columns: crossings[0]?.columns };
}

/** Why a release has no table of a pair of variables, in a sentence. */
export function whyNoCrossing(
  release: PublishedRelease,
  rows: NamedVariable,
  columns: NamedVariable,
): string {
  if (rows.variable.id === columns.variable.id) {
    return "同じ問を選んでいます。違う二つの問を選んでください。";
  }
  for (const { variable, question } of [rows, columns]) {
    if (variable.kind === "written") {
      return `問${question.number}は自由に書く問で、数える選択肢がないため、ほかの問と掛け合わせられません。`;
    }
    if (variable.counts === "entries") {
      return `問${question.number}は書かれた1件ごとに数える問で、1事業者に何件もあるため、ほかの問と掛け合わせられません。`;
    }
  }
  if (rows.question.name === columns.question.name) {
    return "同じ問の中の項目どうしは、掛け合わせた表を作っていません。";
  }
  return `この二つの問を掛け合わせた表は、公表していません。掛け合わせると${release.threshold}者に満たない組み合わせが多くなり、数を伏せても、回答した事業者が推測されるおそれを除けないためです。`;
}
