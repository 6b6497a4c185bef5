import type { JsonObject } from "../json.ts";
import { limits } from "../limits.ts";
import type { Questionnaire } from "../questionnaire.ts";
import type { Reading } from "./context.ts";
import { type Element, localizedOf, wholeNumberOf } from "./element.ts";
import { pagesOf } from "./pages.ts";
import type { Report } from "./report.ts";
import { localesOf } from "./translations.ts";
import { checkProperties } from "./unsupported.ts";

/** A definition read in one language, with what is left to be checked once all of it is known. */
export function readDefinition(
  definition: JsonObject,
  report: Report,
  locale: string,
): { questionnaire: Questionnaire; reading: Reading; survey: Element } {
  const survey: Element = { json: definition, path: [], field: undefined, report, locale };
  checkProperties(survey, "survey");
  let number = 0;
  const reading: Reading = {
    report,
    expressions: [],
    written: new Set(),
    maxTextLength: wholeNumberOf(survey, "maxTextLength", 0, 0),
    maxCommentLength: Math.min(
      wholeNumberOf(survey, "maxCommentLength", 0, 0) ||
        wholeNumberOf(survey, "maxOthersLength", 0, 0),
      limits.longestText,
    ),
    nextNumber: () => ++number,
  };
  const title = localizedOf(survey, "title");
  const description = localizedOf(survey, "description");
  const pages = pagesOf(survey, reading);
  const questionnaire = { title, description, pages, locales: localesOf(report.texts), definition };
  return { questionnaire, reading, survey };
}
