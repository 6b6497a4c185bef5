import { isJsonObject } from "../json.ts";
import { isLanguage, languageName, localesIn, ownTextIn, textIn } from "../locales.ts";
import type { Report, WrittenText } from "./report.ts";

/** The languages a definition offers: Japanese first, the others in the order they are met. */
export function localesOf(texts: readonly WrittenText[]): string[] {
  const met = texts.flatMap(({ value }) => localesIn(value));
  return [...new Set(["ja", ...met])];
}

/** Warns of texts missing in a language that is offered; one without a Japanese text is a fault. */
export function checkTranslations(report: Report, locales: readonly string[]): void {
  for (const locale of locales.filter((each) => !isLanguage(each))) {
    const first = report.texts.find(({ value }) => localesIn(value).includes(locale));
    report.fault(
      first === undefined ? [] : [...first.path, locale],
      `言語「${locale}」は使えません。ja、en、zh-cn のような言語の記号にしてください。`,
      first?.field,
    );
  }
  const others = locales.filter((locale) => locale !== "ja" && isLanguage(locale));
  for (const { path, field, name, value } of report.texts) {
    if (localesIn(value).length > 0 && textIn(value, "ja") === "") {
      report.fault(path, `「${name}」に日本語の文がありません。「ja」に書いてください。`, field);
    }
    // SurveyJS shows an empty text as it is, in some places and not in others.
    const empty = isJsonObject(value) && Object.entries(value).find(([, text]) => text === "");
    if (empty) {
      const message = `「${name}」の「${empty[0]}」が空です。文を書くか、「${empty[0]}」の行を消してください。`;
      report.fault([...path, empty[0]], message, field);
    }
    const japanese = textIn(value, "ja");
    for (const locale of others.filter(() => needsTranslation(japanese))) {
      if (ownTextIn(value, locale) !== undefined) continue;
      const language = languageName(locale);
      // SurveyJS falls back on the default alone, so nothing at all would be shown.
      if (textIn(value, locale) === "") {
        const message = `「${name}」に${language}（${locale}）の文がありません。「${locale}」を足すか、「ja」を「default」に変えてください。`;
        report.fault(path, message, field);
        continue;
      }
      report.warn(
        path,
        `「${name}」の「${shortened(japanese)}」に${language}（${locale}）の文がありません。` +
          "この言語で答える人にも日本語で表示します。",
        field,
      );
    }
  }
}

/** Figures and letters of the alphabet are read in every language. */
function needsTranslation(text: string): boolean {
  return /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u.test(text);
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
