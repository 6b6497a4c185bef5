import { numberText } from "../../japan/number-text.ts";
import { percentText } from "../tabulation/percent.ts";
import { mostFrequent } from "./most-frequent.ts";
import type { PublishedVariable } from "./published.ts";
import { named, share, unitOf } from "./share-words.ts";

/** Rows that are told one by one; of more only the plainest. */
const toldOneByOne = 4;

const hiddenReason = "事業者が推測されないように伏せている数があります（表の x）。";

/** A matrix in words: the most frequent answer of each row. */
export function matrixSentences(variables: readonly PublishedVariable[]): string[] {
  const rows = variables.flatMap(({ part, rows: categories }) => {
    const { first, hidden } = mostFrequent(categories);
    const [top] = first;
    if (part === null || top === undefined || top.percent === null) return [];
    const answers = named(first);
    return [{ row: part.text, answers, percent: top.percent, isWhole: hidden.length === 0 }];
  });
  const anyHidden = variables.some(
    ({ n, rows: categories }) => n === null || categories.some(({ count }) => count === null),
  );
  const end = anyHidden ? [hiddenReason] : [];
  if (rows.length === 0) {
    const isEmpty = variables.every(({ n }) => n === 0);
    return isEmpty ? ["この問に答えた事業者はありません。"] : end;
  }
  const among = rows.every(({ isWhole }) => isWhole) ? "" : "数を示している答えの中で、";
  if (rows.length <= toldOneByOne) {
    const each = rows.map(
      ({ row, answers, percent }) => `「${row}」では${answers}（${percentText(percent)}）`,
    );
    return [`${among}項目ごとに最も多いのは、${each.join("、")}です。`, ...end];
  }
  const [plainest] = rows.toSorted((a, b) => b.percent - a.percent);
  if (plainest === undefined) return end;
  const { row, answers, percent } = plainest;
  return [
    `${among}割合が最も高いのは、「${row}」の${answers}で、${percentText(percent)}です。項目ごとの割合は、図と表のとおりです。`,
    ...end,
  ];
}

/** A ranking in words: who comes first most often, and whose mean place is the highest. */
export function rankingSentences(variables: readonly PublishedVariable[]): string[] {
  if (variables.every(({ n }) => n === 0)) return ["この問に答えた事業者はありません。"];
  const firsts = variables.flatMap((variable) => {
    const place = variable.rows.find(({ key }) => key === "1");
    return place === undefined || variable.part === null
      ? []
      : [{ ...place, text: variable.part.text }];
  });
  const { first, hidden } = mostFrequent(firsts);
  const [top] = first;
  const among = hidden.length > 0 ? "数を示しているものの中で、" : "";
  const unit = unitOf(variables[0] ?? { counts: "firms" });
  const most = top
    ? [
        `${among}1位に選んだ数が最も多いのは${named(first)}で、${first.length > 1 ? "それぞれ" : ""}${share(top, unit)}です。`,
      ]
    : [];
  const anyHidden = variables.some(
    ({ n, rows }) => n === null || rows.some(({ count }) => count === null),
  );
  return [...most, ...meanSentence(variables), ...(anyHidden ? [hiddenReason] : [])];
}

/** Only where every item's mean is shown: else one with a hidden mean could come before. */
function meanSentence(variables: readonly PublishedVariable[]): string[] {
  const means = variables.flatMap(({ part, summary }) =>
    part !== null && summary?.mean != null ? [{ text: part.text, mean: summary.mean }] : [],
  );
  if (means.length === 0 || means.length < variables.length) return [];
  const least = Math.min(...means.map(({ mean }) => mean));
  const best = means.filter(({ mean }) => mean === least);
  return [`順位の平均は${named(best)}の${numberText(least)}位が最も上です。`];
}
