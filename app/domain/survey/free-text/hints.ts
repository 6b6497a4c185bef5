import { searchKey } from "../../japan/index.ts";
import type { FirmNames } from "./firm-names.ts";

/** What may tell who wrote a text, or of whom it speaks. */
export type HintKind = "firm" | "phone" | "mail" | "web" | "person" | "amount" | "place" | "work";

export const hintLabels: Record<HintKind, string> = {
  firm: "名簿の事業者名",
  phone: "電話番号",
  mail: "メールアドレス",
  web: "ウェブのアドレス",
  person: "人の名前らしいもの",
  amount: "金額",
  place: "住所・地名らしいもの",
  work: "工事や施設の名前らしいもの",
};

/** A place in a text, in UTF-16 units. */
export interface Hint {
  kind: HintKind;
  from: number;
  to: number;
}

const digit = "[0-9０-９]";
const dash = "[-‐‑–—―−ーｰ－ 　()（）]";
const patterns: [HintKind, RegExp][] = [
  ["mail", /[\w.+-]{1,64}[@＠][\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g],
  ["web", /(?:https?:\/\/|www\.)[\w./?%&=~#:+-]{3,300}/gi],
  [
    "phone",
    new RegExp(`[(（]?[0０]${digit}{1,4}${dash}{1,2}${digit}{1,4}${dash}{1,2}${digit}{3,4}`, "g"),
  ],
  ["phone", /(?<![0-9０-９])[0０][0-9０-９]{9,10}(?![0-9０-９])/g],
  [
    "amount",
    /(?:[0-9０-９][0-9０-９,，.．]{0,14}|[一二三四五六七八九十百千]{1,8}|数)(?:千|百|十)?(?:万|億)?(?:千|百)?(?:万)?円/g,
  ],
  [
    "person",
    /[\p{Script=Han}々]{2,5}(?=さん|様(?![式子々])|氏(?!名)|社長|専務|常務|部長|課長|係長|主任|所長|市長|議員)/gu,
  ],
  ["person", /(?:代表|担当)(?:者|取締役)?(?:の|[:：]|は)[\p{Script=Han}々]{2,5}/gu],
  ["place", /[\p{Script=Han}々ケヶノ]{1,8}(?:町|丁目|番地|地区)[0-9０-９-]{0,8}/gu],
  [
    "work",
    /[\p{Script=Han}\p{Script=Katakana}々ー]{2,16}(?:工事|橋|小学校|中学校|庁舎|会館|センター)/gu,
  ],
];

/** Words that look like a hint and are none. */
const common = new Set(
  [
    "公共工事",
    "下請工事",
    "元請工事",
    "小規模工事",
    "大型工事",
    "対象工事",
    "市発注工事",
    "土木工事",
  ].concat([
    "建築工事",
    "民間工事",
    "市町",
    "担当課長",
    "発注工事",
    "請負工事",
    "追加工事",
    "市内工事",
  ]),
);

/** Roster names and texts are compared by their search keys; only so far into a text. */
const longestForNames = 60_000;

/**
 * What in a text may identify somebody, in order, without overlaps. It only hints: a text without
 * hints may tell as much.
 */
export function hintsIn(text: string, names: FirmNames): Hint[] {
  const found: Hint[] = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)]
      .filter(([words]) => !common.has(words))
      .map((match) => ({ kind, from: match.index, to: match.index + match[0].length })),
  );
  const { key, places } = keyed(text.slice(0, longestForNames));
  const firms = names.find(key).map(({ from, to }): Hint => {
    return { kind: "firm", from: places[from] ?? 0, to: places[to] ?? text.length };
  });
  const ordered = [...firms, ...found].sort(
    (a, b) => a.from - b.from || b.to - a.to || (a.kind < b.kind ? -1 : 1),
  );
  let end = 0;
  return ordered.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

/** The search key of a text with, for each of its places, where that stands in the text. */
function keyed(text: string): { key: string; places: number[] } {
  let key = "";
  const places: number[] = [];
  let at = 0;
  // A half-width kana and its mark are one.
  for (const [character] of text.matchAll(/.[ﾞﾟ\u{3099}\u{309A}]?/gsu)) {
    const folded = searchKey(character);
    for (let index = 0; index < folded.length; index += 1) places.push(at);
    key += folded;
    at += character.length;
  }
  places.push(at);
  return { key, places };
}
