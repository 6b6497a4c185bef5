import type {
  PublishedCount,
  PublishedQuestion,
  PublishedRelease,
  PublishedRow,
  PublishedVariable,
} from "./published.ts";

/** Two releases side by side, in the order of the later questionnaire; removed questions last. */
export interface ComparedQuestion {
  name: string;
  /** As in the later release, or in the earlier one where it was removed. */
  number: number;
  title: string;
  standing: "both" | "added" | "removed";
  /** What is another in the questionnaire, in sentences; then figures are to be read with care. */
  changes: string[];
  variables: ComparedVariable[];
}

export interface ComparedVariable {
  id: string;
  part: string | null;
  counts: PublishedVariable["counts"];
  before: Base | null;
  after: Base | null;
  rows: ComparedRow[];
}

/** n and mean of a variable in one release. */
export interface Base {
  n: PublishedCount;
  mean: number | null;
}

/** A category in both releases; null on a side that does not have it. */
export interface ComparedRow {
  key: string;
  text: string;
  before: Share | null;
  after: Share | null;
  /** Later percentage less the earlier, one decimal; null where either is hidden or absent. */
  points: number | null;
}

export interface Share {
  count: PublishedCount;
  percent: number | null;
}

/**
 * Compares two releases question by question, by the names of questions and the values of choices.
 * No difference is made where a figure of either is hidden, and none is made of counts: the number
 * of answers is another in each release.
 */
export function compareReleases(
  before: PublishedRelease,
  after: PublishedRelease,
): ComparedQuestion[] {
  const earlier = new Map(before.questions.map((question) => [question.name, question]));
  const later = new Set(after.questions.map(({ name }) => name));
  return [
    ...after.questions.map((question) => compareQuestion(earlier.get(question.name), question)),
    ...before.questions
      .filter(({ name }) => !later.has(name))
      .map((question) => compareQuestion(question, undefined)),
  ];
}

function compareQuestion(
  before: PublishedQuestion | undefined,
  after: PublishedQuestion | undefined,
): ComparedQuestion {
  const known = after ?? before;
  if (known === undefined) throw new Error("a question of neither release");
  const { name, number, title } = known;
  const earlier = new Map(before?.variables.map((variable) => [variable.id, variable]));
  const later = new Set(after?.variables.map(({ id }) => id));
  return {
    name,
    number,
    title,
    standing: before && after ? "both" : after ? "added" : "removed",
    changes: before && after ? changesOf(before, after) : [],
    variables: [
      ...(after?.variables ?? []).map((one) => compareVariable(earlier.get(one.id), one)),
      ...(before?.variables ?? [])
        .filter(({ id }) => !later.has(id))
        .map((one) => compareVariable(one, undefined)),
    ],
  };
}

function compareVariable(
  before: PublishedVariable | undefined,
  after: PublishedVariable | undefined,
): ComparedVariable {
  const known = after ?? before;
  if (known === undefined) throw new Error("a variable of neither release");
  const earlier = new Map(before?.rows.map((row) => [row.key, row]));
  const later = new Set(after?.rows.map(({ key }) => key));
  return {
    id: known.id,
    part: known.part?.text ?? null,
    counts: known.counts,
    before: baseOf(before),
    after: baseOf(after),
    rows: [
      ...(after?.rows ?? []).map((row) => compareRow(earlier.get(row.key), row)),
      ...(before?.rows ?? [])
        .filter(({ key }) => !later.has(key))
        .map((row) => compareRow(row, undefined)),
    ],
  };
}

const baseOf = (variable: PublishedVariable | undefined): Base | null =>
  variable ? { n: variable.n, mean: variable.summary?.mean ?? null } : null;

function compareRow(
  before: PublishedRow | undefined,
  after: PublishedRow | undefined,
): ComparedRow {
  const { key = "", text = "" } = after ?? before ?? {};
  return {
    key,
    text,
    before: shareOf(before),
    after: shareOf(after),
    points: pointsBetween(before?.percent ?? null, after?.percent ?? null),
  };
}

const shareOf = (row: PublishedRow | undefined): Share | null =>
  row ? { count: row.count, percent: row.percent } : null;

/** In tenths, as the percentages are: 34.0 from 31.9 is 2.1 and not 2.1000000000000014. */
function pointsBetween(before: number | null, after: number | null): number | null {
  if (before === null || after === null) return null;
  return (Math.round(after * 10) - Math.round(before * 10)) / 10;
}

/** What a reader has to know before comparing: other words, other choices. */
function changesOf(before: PublishedQuestion, after: PublishedQuestion): string[] {
  const changes: string[] = [];
  if (before.title !== after.title)
    changes.push(`問の文を変えました（前の文「${before.title}」）。`);
  if (before.type !== after.type) changes.push("答え方（問の形式）を変えました。");
  changes.push(
    ...difference("項目", partsOf(before), partsOf(after)),
    ...difference("選択肢", choicesOf(before), choicesOf(after)),
  );
  return changes;
}

function difference(
  what: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const quoted = (texts: readonly string[]) => texts.map((text) => `「${text}」`).join("");
  const added = [...after].filter(([key]) => !before.has(key)).map(([, text]) => text);
  const removed = [...before].filter(([key]) => !after.has(key)).map(([, text]) => text);
  const reworded = [...after].flatMap(([key, text]) => {
    const earlier = before.get(key);
    return earlier === undefined || earlier === text ? [] : [`「${earlier}」を「${text}」に`];
  });
  return [
    ...(added.length > 0 ? [`${what}${quoted(added)}を加えました。`] : []),
    ...(removed.length > 0 ? [`${what}${quoted(removed)}を除きました。`] : []),
    ...(reworded.length > 0 ? [`${what}の言葉を変えました（${reworded.join("、")}）。`] : []),
  ];
}

const partsOf = ({ variables }: PublishedQuestion): Map<string, string> =>
  new Map(variables.flatMap(({ id, part }) => (part ? [[id, part.text] as const] : [])));

/** Of all variables together: the rows of a matrix share their columns. */
const choicesOf = ({ variables }: PublishedQuestion): Map<string, string> =>
  new Map(variables.flatMap(({ rows }) => rows.map(({ key, text }) => [key, text] as const)));
