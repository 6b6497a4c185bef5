import { isJsonObject, type JsonValue } from "./json.ts";

/** The language of the city; texts written without a language are in it. */
export const homeLocale = "ja";

/**
 * A text of a definition in one language, as SurveyJS falls back where its `currentLocale` is
 * "ja": the language's own text, that of the language without its region (zh of zh-tw), the
 * `default`; "" when there is none.
 */
export function textIn(value: JsonValue, locale: string): string {
  if (!isJsonObject(value)) return written(value) ?? "";
  return ownTextIn(value, locale) ?? written(value.default) ?? "";
}

/** As `textIn`, without the default: what a translator has written. */
export function ownTextIn(value: JsonValue, locale: string): string | undefined {
  if (!isJsonObject(value)) return undefined;
  return textAt(value, locale) ?? textAt(value, locale.split("-")[0] ?? locale);
}

/** Languages a text is written in, besides its default. */
export function localesIn(value: JsonValue): string[] {
  if (!isJsonObject(value)) return [];
  return Object.keys(value).filter((key) => key !== "default" && key !== "pos");
}

/** Whether a language is one that people have a name for: "jp" is none, "ja" is. */
export function isLanguage(locale: string): boolean {
  if (!/^[a-z]{2,3}(-[a-z]{2,4})?$/i.test(locale)) return false;
  const names = new Intl.DisplayNames([homeLocale], { type: "language", fallback: "none" });
  return names.of(locale) !== undefined;
}

/** The language's name for those who read it: 日本語, English, 中文（中国）. */
export function languageName(locale: string): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
}

/** Texts that stand where an author has written none. */
type BuiltIn = "none" | "other" | "refused" | "dontknow" | "yes" | "no";

const builtIn: Record<string, Record<BuiltIn, string>> = {
  ja: {
    none: "なし",
    other: "その他",
    refused: "回答しない",
    dontknow: "分からない",
    yes: "はい",
    no: "いいえ",
  },
  // SurveyJS's own.
  en: {
    none: "None",
    other: "Other (describe)",
    refused: "Refuse to answer",
    dontknow: "Don't know",
    yes: "Yes",
    no: "No",
  },
};

/** The built-in text in a language, or in Japanese where there is none in it. */
export function builtInText(text: BuiltIn, locale: string): string {
  const words = hasBuiltInTexts(locale) ? builtIn[locale] : undefined;
  return (words ?? builtIn.ja)?.[text] ?? text;
}

function hasBuiltInTexts(locale: string): boolean {
  return Object.hasOwn(builtIn, locale);
}

function textAt(value: { [key: string]: JsonValue }, locale: string): string | undefined {
  return Object.hasOwn(value, locale) ? written(value[locale]) : undefined;
}

function written(value: JsonValue | undefined): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}
