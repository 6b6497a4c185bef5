import { foldWidth } from "../glyphs.ts";
import type { ProvisionNode } from "../provisions.ts";
import { type Draft, type Finding, findingAt, hasText } from "./finding.ts";

const bound =
  /([0-9０-９一二三四五六七八九十百千万億,，]{1,16}(?:円|人|日|月|年|件|回|割|歳|時間|分|パーセント|％|%|平方メートル|メートル))(?:(以上|以下|未満)|を(超え))/g;

interface Bound {
  node: ProvisionNode;
  amount: string;
  word: string;
  start: number;
  end: number;
}

/** Words that both (or neither) take in the bound itself, so that two of them overlap or leave a gap. */
const clashes: Record<string, string> = {
  以上超え: "片方は含み、片方は含みません",
  超え以上: "片方は含み、片方は含みません",
  以下未満: "片方は含み、片方は含みません",
  未満以下: "片方は含み、片方は含みません",
  以上以下: "どちらも含むので重なります",
  以下以上: "どちらも含むので重なります",
  未満超え: "どちらも含まないので抜けます",
  超え未満: "どちらも含まないので抜けます",
};

/** 以上 beside 超える, 以下 beside 未満, and the like, of one amount within one article. */
export function checkBounds({ index }: Draft): Finding[] {
  const groups = new Map<string, Bound[]>();
  for (const node of index.nodes.filter(hasText)) {
    const home = index.enclosing(node, "article") ?? index.enclosing(node, "table") ?? node;
    const list = groups.get(home.path) ?? [];
    for (const match of node.text.matchAll(bound)) {
      const amount = foldWidth(match[1] ?? "").replaceAll(",", "");
      const start = match.index;
      const word = match[2] ?? match[3] ?? "";
      list.push({ node, amount, word, start, end: start + match[0].length });
    }
    groups.set(home.path, list);
  }
  return [...groups.values()].flatMap((bounds) => {
    const first = new Map<string, Bound>();
    return bounds.flatMap((each) => {
      const before = first.get(each.amount);
      if (!before) first.set(each.amount, each);
      const clash = before && clashes[before.word + each.word];
      if (!before || !clash) return [];
      const said = (one: Bound) => (one.word === "超え" ? "を超える" : one.word);
      const message = `「${each.amount}${said(each)}」と、${before.node.fullLabel}の「${before.amount}${said(before)}」があります。ちょうどその値を、${clash}。どちらかを確かめてください。`;
      const { start, end } = each;
      return [findingAt(each.node, "bound-wording", "注意", message, { start, end })];
    });
  });
}
