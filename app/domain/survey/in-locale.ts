import { readDefinition } from "./definition/read-definition.ts";
import { startReport } from "./definition/report.ts";
import { homeLocale } from "./locales.ts";
import type { Questionnaire } from "./questionnaire.ts";

const known = new WeakMap<Questionnaire, Map<string, Questionnaire>>();

/**
 * A questionnaire with its texts in another of its languages; where a text has none in it, it
 * stands in Japanese. Names, values, limits and conditions are the same, so answers to one are
 * answers to the other. A language that is not offered gives the questionnaire itself.
 */
export function inLocale(questionnaire: Questionnaire, locale: string): Questionnaire {
  if (locale === homeLocale || !questionnaire.locales.includes(locale)) return questionnaire;
  const translations = known.get(questionnaire) ?? new Map<string, Questionnaire>();
  known.set(questionnaire, translations);
  const report = startReport(() => undefined, false);
  const translation =
    translations.get(locale) ??
    readDefinition(questionnaire.definition, report, locale).questionnaire;
  translations.set(locale, translation);
  return translation;
}
