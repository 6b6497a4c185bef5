import { compileForm, type FormPage, type PageProblem } from "#app/domain/survey/form/index.ts";
import { inLocale } from "#app/domain/survey/in-locale.ts";
import type { Questionnaire } from "#app/domain/survey/index.ts";
import { localeOf } from "./answering-forms.ts";
import { pageAsked, pageAt } from "./answering-page.ts";

/** One page of a questionnaire as the plain form shows it, with nothing behind it. */
export interface PlainPreview {
  page: FormPage;
  problems: PageProblem[];
  locale: string;
}

/** The page that the address asks for, still empty; undefined where nothing is shown. */
export function previewPage(
  questionnaire: Questionnaire,
  request: Request,
  locale = localeOf(questionnaire, new URL(request.url).searchParams.get("lang")),
): PlainPreview | undefined {
  const pages = compileForm(inLocale(questionnaire, locale)).pages({});
  const page = pageAt(pages, pageAsked(request, 1));
  return page && { page, problems: [], locale };
}

/**
 * What a posted page of the preview shows next: itself with what is wrong or has been added, or
 * the page beside it. Nothing is kept, so a page knows the answers of no other.
 */
export function tryPage(
  questionnaire: Questionnaire,
  request: Request,
  fields: FormData,
): PlainPreview | undefined {
  const intent = String(fields.get("intent") ?? "next");
  const chosen = intent.startsWith("lang:") ? intent.slice(5) : String(fields.get("lang") ?? "");
  const locale = localeOf(questionnaire, chosen);
  const form = compileForm(inLocale(questionnaire, locale));
  const name = String(fields.get("page") ?? "");
  const reading = form.read(name, {}, fields);
  if (reading === undefined) return previewPage(questionnaire, request, locale);
  const answers = form.change(intent, reading.answers);
  const pages = form.pages(answers);
  const number = pages.findIndex((page) => page.name === name) + 1;
  const complete = reading.problems.length === 0 && reading.added.length === 0;
  const step = intent === "back" ? -1 : intent === "next" && complete ? 1 : 0;
  const page = pageAt(pages, number + step);
  const problems = step === 0 && intent === "next" ? reading.problems : [];
  return page && { page, problems, locale };
}
