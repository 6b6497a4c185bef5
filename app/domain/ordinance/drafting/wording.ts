import { splitSentences } from "../sentences.ts";
import { type Draft, type Finding, findingAt, hasText } from "./finding.ts";

const pairs: Record<string, string> = { "）": "（", ")": "(", "」": "「", "』": "『" };

/** Brackets that are not closed or not opened; half- and full-width ones count as the same. */
export function checkBrackets({ index }: Draft): Finding[] {
  return index.nodes.filter(hasText).flatMap((node) => {
    const open: { char: string; at: number }[] = [];
    const fold = (char: string) => (char === "(" ? "（" : char);
    for (let at = 0; at < node.text.length; at += 1) {
      const char = node.text.charAt(at);
      if ("（(「『".includes(char)) open.push({ char, at });
      const wanted = pairs[char];
      if (wanted === undefined) continue;
      const last = open.pop();
      if (last && fold(last.char) === fold(wanted)) continue;
      const message = `「${char}」に対応する開き括弧がありません。括弧の数を確かめてください。`;
      return [findingAt(node, "brackets", "誤り", message, { start: at, end: at + 1 })];
    }
    const last = open.at(-1);
    // 読替え quotes parts of sentences, with one bracket of theirs (「「特例市」とあるのは…」).
    if (!last || (last.char === "「" && node.text.includes("とあるのは"))) return [];
    const message = `「${last.char}」が閉じられていません。括弧の数を確かめてください。`;
    return [findingAt(node, "brackets", "誤り", message, { start: last.at, end: last.at + 1 })];
  });
}

/** A 号 ending in こと or とき takes 「。」; one ending in a noun or もの takes none. */
export function checkItemEndings({ index }: Draft): Finding[] {
  return index.nodes.flatMap((node) => {
    if (node.kind !== "item" && node.kind !== "subitem") return [];
    const { text } = node;
    const end = text.length;
    if (/(?:こと|とき)$/.test(text)) {
      const message = "「こと」「とき」で終わる号には、句点「。」を付けます。";
      return [
        findingAt(node, "item-ending", "誤り", message, { start: end, end, suggestion: "。" }),
      ];
    }
    const single = splitSentences(text).length === 1;
    if (single && /[^）」』](?:もの|者|額|事項|書類|場合)。$/.test(text)) {
      const message = "名詞や「もの」で終わる号には、句点「。」を付けません。";
      return [
        findingAt(node, "item-ending", "誤り", message, { start: end - 1, end, suggestion: "" }),
      ];
    }
    return [];
  });
}

const width = /[0-9０-９]+/g;

/** Digits of the width that the ordinance uses less. */
export function checkDigitWidths({ ordinance, index }: Draft): Finding[] {
  if (ordinance.style === "vertical") return [];
  const runs = index.nodes
    .filter(hasText)
    .flatMap((node) => [...node.text.matchAll(width)].map((match) => ({ node, match })));
  const isFull = (text: string) => text.charCodeAt(0) >= 0xff10;
  const full = runs.filter(({ match }) => isFull(match[0])).length;
  if (full === 0 || full === runs.length) return [];
  const wantsFull = full * 2 > runs.length;
  return runs.flatMap(({ node, match }) => {
    if (isFull(match[0]) === wantsFull) return [];
    const suggestion = [...match[0]]
      .map((digit) => String.fromCharCode(digit.charCodeAt(0) + (wantsFull ? 0xfee0 : -0xfee0)))
      .join("");
    const message = `数字「${match[0]}」の全角・半角が、ほかと違います。「${suggestion}」にそろえてください。`;
    const place = { start: match.index, end: match.index + match[0].length, suggestion };
    return [findingAt(node, "digit-width", "誤り", message, place)];
  });
}

/** 「,」 and 「，」 where 「、」 belongs; commas within numbers are left alone. */
export function checkCommas({ index }: Draft): Finding[] {
  return index.nodes
    .filter((node) => hasText(node))
    .flatMap((node) =>
      [...node.text.matchAll(/(?<![0-9０-９])[,，]|[,，](?![0-9０-９])/g)].map((match) =>
        findingAt(node, "comma", "誤り", "読点には「、」を使ってください。", {
          start: match.index,
          end: match.index + 1,
          suggestion: "、",
        }),
      ),
    );
}

/** 送り仮名 and spellings that the rules for official texts (公用文) settle. */
const spellings: readonly [string, string][] = [
  ["行なう", "行う"],
  ["行なわ", "行わ"],
  ["行ない", "行い"],
  ["行なった", "行った"],
  ["表わす", "表す"],
  ["現われ", "現れ"],
  ["著るし", "著し"],
  ["少くとも", "少なくとも"],
  ["但し、", "ただし、"],
  ["若くは", "若しくは"],
  ["明きらか", "明らか"],
  ["当り、", "当たり、"],
  ["ひとりひとり", "一人一人"],
];

/** Spellings that are almost surely slips. */
export function checkSpelling({ ordinance, index }: Draft): Finding[] {
  if (ordinance.style === "vertical") return [];
  return index.nodes.filter(hasText).flatMap((node) =>
    spellings.flatMap(([wrong, right]) => {
      const start = node.text.indexOf(wrong);
      if (start < 0) return [];
      const message = `「${wrong}」は、公用文では「${right}」と書きます。`;
      const place = { start, end: start + wrong.length, suggestion: right };
      return [findingAt(node, "spelling", "注意", message, place)];
    }),
  );
}

/** 並びに without 及び, 若しくは without 又は: the smaller level comes first. */
export function checkConjunctions({ index }: Draft): Finding[] {
  return index.nodes.filter(hasText).flatMap((node) =>
    splitSentences(node.text).flatMap((sentence) =>
      (
        [
          ["並びに", "及び"],
          ["若しくは", "又は"],
        ] as const
      ).flatMap(([larger, smaller]) => {
        if (!sentence.includes(larger) || sentence.includes(smaller)) return [];
        const start = node.text.indexOf(larger, node.text.indexOf(sentence));
        const message = `「${larger}」がありますが、同じ文に「${smaller}」がありません。段階が一つなら「${smaller}」を使います。`;
        const place = { start, end: start + larger.length, suggestion: smaller };
        return [findingAt(node, "conjunction-level", "注意", message, place)];
      }),
    ),
  );
}
