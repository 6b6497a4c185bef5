import { kanjiNumber, readNumber } from "#app/domain/ordinance/numerals.ts";

/** Two versions of a text of which it is known what changed. */
export interface KnownVersions {
  before: string;
  after: string;
  /** The articles of the main provision that stand in both versions with the same words. */
  unchanged: readonly { before: Block; after: Block }[];
}

/** An article within a text. */
export interface Block {
  /** 「5」, 「5_2」. */
  num: string;
  /** Where it stands, from 「第5条」 on: to show a new number is to show the article as changed. */
  start: number;
  end: number;
  /** Caption and words, without the number. */
  body: string;
}

interface Plan {
  caption: string;
  /** Own text of every 項; `{n}` stands for the number of the article with that key. */
  paragraphs: readonly string[];
}

const whos = "市長|市|受注者等|特定受注者|審議会|受注関係者|事業者|労働者|指定管理者|管理者".split(
  "|",
);
const things =
  "労働環境報告書|目安額|賃金台帳|予定価格|工期|契約金額|社会保険の加入|作業場の掲示|施工体制|下請負契約|履行の状況|安全衛生|休日の取得|技能の承継|地域への貢献|相談窓口|電磁的記録|苦情の処理|立入調査|是正計画|研修の計画|委託料|指定期間|発注の時期|低入札価格|意見の聴取|議事の記録|検査の結果|違約金|表彰".split(
    "|",
  );
const reasons =
  "毎年度|あらかじめ|公契約を締結するときは|必要があると認めるときは|規則で定めるところにより|申出を受けたときは|履行の完了後30日以内に|正当な理由がある場合を除き|速やかに|四半期ごとに|変更があったときは|入札の公告に際し".split(
    "|",
  );
const ends =
  "公表しなければならない|定めるものとする|市長に報告しなければならない|保存しなければならない|労働者に周知するものとする|審議会の意見を聴くものとする|求めることができる|適正に管理しなければならない|見直すよう努めるものとする|提出させることができる".split(
    "|",
  );

/** Numbers 0..1 that are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * An ordinance of `count` articles in horizontal style, and its next version: one article put in
 * after the second one, so that everything after it is renumbered; 5 % reworded; 10 % moved.
 * References to articles follow them to their new numbers.
 */
export function largeVersions(count: number): KnownVersions {
  const random = randomFrom(20261122);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const sentence = () =>
    `${pick(whos)}は、${pick(reasons)}、${pick(things)}及び${pick(things)}に関し、${pick(things)}の基準となる事項並びに${1 + Math.floor(random() * 90)}万円以上の費用について、${pick(ends)}。`;
  const plans = new Map<number, Plan>();
  for (let key = 1; key <= count; key += 1) {
    const paragraphs = Array.from({ length: 1 + Math.floor(random() * 3) }, sentence);
    if (random() < 0.2) {
      const target = 1 + Math.floor(random() * count);
      paragraphs.push(`${pick(whos)}は、第{${target}}条の規定により、${pick(things)}を定める。`);
    }
    plans.set(key, { caption: `（${pick(things)}の${pick(things)}）`, paragraphs });
  }
  const old = [...plans.keys()];
  const keys = [...old];
  const changed = new Set<number>();
  for (let edits = 0; edits < count * 0.05; edits += 1) {
    const key = old[Math.floor(random() * count)] ?? 1;
    const plan = plans.get(key);
    if (!plan || changed.has(key)) continue;
    changed.add(key);
    const [first = "", ...rest] = plan.paragraphs;
    plans.set(-key, { ...plan, paragraphs: [first.replace("は、", "は、遅滞なく、"), ...rest] });
  }
  for (let moves = 0; moves < count * 0.1; moves += 1) {
    const [key] = keys.splice(Math.floor(random() * keys.length), 1);
    if (key !== undefined) keys.splice(Math.floor(random() * keys.length), 0, key);
  }
  const fresh = count + 1;
  plans.set(fresh, { caption: "（準用）", paragraphs: [sentence(), sentence()] });
  keys.splice(2, 0, fresh);
  const before = write(old, (key) => plans.get(key));
  const after = write(keys, (key) => plans.get(-key) ?? plans.get(key));
  const places = new Map(keys.map((key, index) => [key, index]));
  return known(before, after, (index) => places.get(old[index] ?? 0) ?? -1);
}

function write(keys: readonly number[], planOf: (key: number) => Plan | undefined): string {
  const numbers = new Map(keys.map((key, index) => [key, index + 1]));
  const articles = keys.map((key, index) => {
    const { caption = "", paragraphs = [] } = planOf(key) ?? {};
    const texts = paragraphs.map((text) =>
      text.replace(/\{(\d+)\}/g, (_, target) => String(numbers.get(Number(target)))),
    );
    const [first = "", ...rest] = texts;
    const more = rest.map((text, at) => `${at + 2}　${text}\n`).join("");
    return `${caption}\n第${index + 1}条　${first}\n${more}`;
  });
  const suppl = "附　則\n\nこの条例は、公布の日から施行する。\n";
  return ["サンプル市公契約条例\n", ...articles, suppl].join("\n");
}

/**
 * A text and its next version with one article put in after the second one: every 条 after it is
 * renumbered, and so is each reference to one (also to other laws, whose articles thereby change).
 */
export function withArticle(text: string): KnownVersions {
  const shifted = text.replace(articleNumber, (whole, digits: string) => {
    const number = readNumber(digits, 0);
    if (!number || number.value <= 2) return whole;
    return `第${number.kanji ? kanjiNumber(number.value + 1) : number.value + 1}条`;
  });
  const second = articlesIn(shifted)[2];
  const at = second ? shifted.lastIndexOf("\n", second.captionStart - 1) + 1 : shifted.length;
  const kanji = /^第三条|^第四条/m.test(text);
  const fresh = `（準用）\n第${kanji ? "三" : "3"}条　前条の規定は、広報の方法について準用する。\n\n`;
  const after = shifted.slice(0, at) + fresh + shifted.slice(at);
  return known(text, after, (index) => (index < 2 ? index : index + 1));
}

const articleNumber = /第([0-9〇一二三四五六七八九十百千]{1,8})条/g;

function known(before: string, after: string, placeOf: (index: number) => number): KnownVersions {
  const [olds, news] = [articlesIn(before), articlesIn(after)];
  const unchanged = olds.flatMap((old, index) => {
    const now = news[placeOf(index)];
    return now && now.body === old.body ? [{ before: old, after: now }] : [];
  });
  return { before, after, unchanged };
}

const heading =
  /^第([0-9〇一二三四五六七八九十百千]{1,8})条((?:の[0-9一二三四五六七八九十]{1,3})*)　/;
const other = /^[ 　]*(?:第[^　]{1,6}[編章節款目]　|附[ 　]*則|（[^（）]*）$)/;

/** The articles of the main provision in order, told by the beginnings of lines. */
function articlesIn(text: string): (Block & { captionStart: number })[] {
  const found: (Block & { captionStart: number })[] = [];
  let open:
    | { num: string; start: number; wordsAt: number; captionStart: number; caption: string }
    | undefined;
  let caption: { text: string; start: number } | undefined;
  let at = 0;
  const close = (end: number) => {
    if (!open) return;
    const { num, start, captionStart } = open;
    const body = `${open.caption}\n${text.slice(open.wordsAt, end).trimEnd()}`;
    found.push({
      num,
      start,
      end: start + text.slice(start, end).trimEnd().length,
      body,
      captionStart,
    });
    open = undefined;
  };
  for (const line of text.split("\n")) {
    const match = heading.exec(line);
    if (match) {
      close(at);
      const [title, digits = "", branch = ""] = match;
      const branches = branch.split("の").slice(1);
      const nums = [digits, ...branches].map((part) => readNumber(part, 0)?.value ?? 0);
      const start = at;
      const wordsAt = at + title.length;
      open = {
        num: nums.join("_"),
        start,
        wordsAt,
        captionStart: caption?.start ?? at,
        caption: caption?.text ?? "",
      };
    } else if (other.test(line)) close(at);
    if (/^[ 　]*附[ 　]*則/.test(line) && found.length > 0) break;
    caption = /^[ 　]*（[^（）]*）$/.test(line) ? { text: line.trim(), start: at } : undefined;
    at += line.length + 1;
  }
  close(at);
  return found;
}
