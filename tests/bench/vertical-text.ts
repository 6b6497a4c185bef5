import { kanjiNumber } from "#app/domain/ordinance/numerals.ts";

const iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラム";
const aiueo = "アイウエオカキクケコサシスセソタチツテトナニヌ";

/**
 * A text in horizontal style as a vertical one, indented as Lawtext expects it, for the peer that
 * reads 号 in no other style. A vertical text stays as it is.
 */
export function verticalText(text: string): string {
  if (/^第[一二三]条/m.test(text)) return text;
  return text.split("\n").map(verticalLine).join("\n");
}

function verticalLine(line: string): string {
  const kanji = line.replace(/(第|前|の)(\d+)(?=条|項|号|章|の|　|―)/g, (_, head, number) =>
    [head, kanjiNumber(Number(number))].join(""),
  );
  const item = /^\((\d+)\)　(.*)$/.exec(kanji);
  if (item) return `  ${kanjiNumber(Number(item[1]))}　${item[2]}`;
  const paragraph = /^(\d+)　(.*)$/.exec(kanji);
  if (paragraph) return `${fullWidth(paragraph[1] ?? "")}　${paragraph[2]}`;
  const subitem = /^([ア-ン])　(.*)$/.exec(kanji);
  if (subitem) return `    ${iroha.charAt(aiueo.indexOf(subitem[1] ?? ""))}　${subitem[2]}`;
  if (/^（.*）$/.test(kanji)) return `  ${kanji}`;
  if (/^第[^　]*章　/.test(kanji)) return `      ${kanji}`;
  if (/^附　則/.test(kanji)) return `      ${kanji}`;
  return kanji.replace(/^　/, "  ");
}

function fullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
