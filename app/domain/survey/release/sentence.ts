import { numberText } from "../../japan/number-text.ts";
import { mostFrequent } from "./most-frequent.ts";
import type { PublishedQuestion, PublishedVariable } from "./published.ts";
import { matrixSentences, rankingSentences } from "./sentence-of-parts.ts";
import { named, share, unitOf } from "./share-words.ts";

/**
 * What a release says of a question, in sentences for people who read no tables: the most frequent
 * answers, mean and median, and what is hidden. Of a hidden count they say nothing but that it is
 * hidden: where one is, nothing is called the most frequent of all.
 */
export function questionSentences(question: PublishedQuestion): string[] {
  const { type, variables } = question;
  const [first] = variables;
  if (first === undefined)
    return ["この問の集計は、事業者が推測されないように、すべて伏せています。"];
  if (type === "matrix") return matrixSentences(variables);
  if (type === "ranking") return rankingSentences(variables);
  const whole = first.part === null ? variableSentences(first) : [];
  if (variables.some(({ counts }) => counts === "entries")) {
    return [
      ...whole,
      "中身は、書かれた1件ごとに数えています（n は事業者の数ではなく、件数です）。",
    ];
  }
  return whole.length > 0 ? whole : ["項目ごとの結果は、次のとおりです。"];
}

/** The same of one variable: a row of a matrix, an item, or a question that has no parts. */
export function variableSentences(variable: PublishedVariable): string[] {
  const { n, kind } = variable;
  if (n === 0) return [`この問に答えた${whose(variable)}はありません。`];
  if (kind === "written") return [writtenSentence(variable)];
  return [
    ...summarySentences(variable),
    ...frequencySentences(variable),
    ...hiddenSentences(variable),
  ];
}

function writtenSentence(variable: PublishedVariable): string {
  const { n } = variable;
  if (n !== null) return `${numberText(n)}${unitOf(variable)}が記入しました。`;
  return "記入した数は、事業者が推測されないように伏せています。";
}

function summarySentences({ kind, n, ends, rows, summary }: PublishedVariable): string[] {
  if (kind !== "class" && kind !== "rating") return [];
  const { mean = null, median = null, lowerQuartile = null, upperQuartile = null } = summary ?? {};
  if (mean === null || median === null) {
    const isHidden = n === null || rows.some(({ count }) => count === null);
    return isHidden ? ["平均と中央値は、伏せた数が推測されないように、示していません。"] : [];
  }
  const scale =
    ends && (ends.least !== "" || ends.greatest !== "")
      ? `（${endText(rows[0]?.text, ends.least)}から${endText(rows.at(-1)?.text, ends.greatest)}まで）`
      : "";
  const sentences = [
    `答えの平均は${numberText(mean)}、中央値（小さい順に並べたときのまん中の値）は${numberText(median)}です${scale}。`,
  ];
  if (kind === "class" && lowerQuartile !== null && upperQuartile !== null) {
    sentences.push(
      `小さい順に並べると、まん中の半分の答えは${numberText(lowerQuartile)}から${numberText(upperQuartile)}までの間にあります。`,
    );
  }
  return sentences;
}

/** 1「負担は全くない」 */
const endText = (step: string | undefined, words: string) =>
  `${step ?? ""}${words === "" ? "" : `「${words}」`}`;

function frequencySentences(variable: PublishedVariable): string[] {
  const { n, rows, answers, kind } = variable;
  const unit = unitOf(variable);
  const { first, second, hidden } = mostFrequent(rows);
  const base = n === null ? "" : `答えた${numberText(n)}${unit}のうち、`;
  const [top] = first;
  if (top === undefined) {
    return n === null ? [] : [`${numberText(n)}${unit}が答えました。`];
  }
  const among = hidden.length > 0 ? "数を示している答えの中では、" : "";
  const manner = answers === "several" ? "あてはまるものをすべて選ぶ問です。" : "";
  const most = kind === "class" ? "最も多かった範囲は" : "最も多かったのは";
  const shares =
    first.length === 1
      ? `${named(first)}の${share(top, unit)}`
      : `${named(first)}で、${first.length === 2 ? "どちらも" : "それぞれ"}${share(top, unit)}`;
  const next = second === undefined ? "" : `、次は${named([second])}の${share(second, unit)}`;
  return [`${manner}${base}${among}${most}${shares}${next}です。`];
}

function hiddenSentences(variable: PublishedVariable): string[] {
  const { n, rows } = variable;
  const { hidden } = mostFrequent(rows);
  const reason = "事業者が推測されないように伏せています。";
  const base = n === null ? [`答えた${whose(variable)}の数は、${reason}`] : [];
  if (hidden.length === 0) return base;
  if (hidden.length === rows.length) return [...base, `答えごとの数は、すべて${reason}`];
  const names = hidden.length <= 3 ? named(hidden) : `${hidden.length}個の答え`;
  return [...base, `${names}の数は、${reason}`];
}

const whose = ({ counts }: PublishedVariable) => (counts === "firms" ? "事業者" : "記入");
