import { kanjiNumber } from "../numerals.ts";
import type { Article, Item, NumberingStyle, Ordinance, Paragraph } from "../structure.ts";

/** A number as amending sentences of a style write it: 12 or 十二. */
export function count(value: number, style: NumberingStyle): string {
  return style === "vertical" ? kanjiNumber(value) : String(value);
}

/** 「第5条の2」「第五条の二」 for "5_2". */
export function cited(num: string, unit: string, style: NumberingStyle): string {
  const [first = "", ...branches] = num.split("_");
  const write = (part: string) => count(Number(part), style);
  return `第${write(first)}${unit}${branches.map((part) => `の${write(part)}`).join("")}`;
}

/** Gives an article another number, its 条名 with it. */
export function renumberArticle(article: Article, num: string, style: NumberingStyle): void {
  const full = /[０-９]/.test(article.articleTitle);
  article.num = num;
  const title = cited(num, "条", style);
  article.articleTitle = full ? widen(title) : title;
}

/** Gives a 項 another number; the first 項 of an article carries none. */
export function renumberParagraph(paragraph: Paragraph, num: number, ordinance: Ordinance): void {
  paragraph.num = num;
  const first = num === 1 && !paragraph.paragraphCaption && !numbersFirst(ordinance, paragraph);
  paragraph.paragraphNum = first ? "" : paragraphNumeral(num, ordinance);
}

/** In an 附則 of numbered 項 the first one is numbered too. */
function numbersFirst(ordinance: Ordinance, paragraph: Paragraph): boolean {
  return ordinance.supplProvisions.some(({ paragraphs }) => paragraphs.includes(paragraph));
}

function paragraphNumeral(num: number, ordinance: Ordinance): string {
  const full = ordinance.style === "vertical" || usesFullWidth(ordinance);
  return full ? widen(String(num)) : String(num);
}

function usesFullWidth(ordinance: Ordinance): boolean {
  return /"paragraphNum":"[０-９]/.test(JSON.stringify(ordinance.mainProvision));
}

/** Gives a 号 another number, in the glyphs it had. */
export function renumberItem(item: Item, num: string): void {
  const [first = "", ...branches] = num.split("_");
  const tail = branches.map((part) => `の${part}`).join("");
  const old = item.itemTitle;
  const value = Number(first);
  if (/^[⑴-⒇]/.test(old) && value <= 20) {
    item.itemTitle = String.fromCharCode(0x2473 + value) + tail;
  } else if (/^[（(]/.test(old)) {
    const digits = /[０-９]/.test(old) ? widen(first) : first;
    item.itemTitle = `${old.charAt(0)}${digits}${old.startsWith("（") ? "）" : ")"}${tail}`;
  } else {
    item.itemTitle = [first, ...branches].map((part) => kanjiNumber(Number(part))).join("の");
  }
  item.num = num;
}

function widen(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
