import { createHash } from "node:crypto";
import type { FormPage } from "#app/domain/survey/form/index.ts";
import { type Answers, commentKey, type Questionnaire } from "#app/domain/survey/index.ts";
import { href } from "#app/routes.ts";

/** The address of a page of the questionnaire, from 1; past the last it is the review. */
export function pageAddress(number: number, of: number, control?: string): string {
  if (number > of) return href("answerReview");
  const place = control === undefined ? "" : `#${encodeURIComponent(control)}`;
  return `${href("answer")}?page=${Math.max(1, number)}${place}`;
}

/** The page that an address names, from 1; the draft's where it names none. */
export function pageAsked(request: Request, otherwise: number): number {
  const asked = new URL(request.url).searchParams.get("page") ?? "";
  return /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : otherwise;
}

/** The page of that number; the last where there are fewer; undefined where nothing is shown. */
export function pageAt(pages: readonly FormPage[], number: number): FormPage | undefined {
  return pages[Math.min(Math.max(number, 1), pages.length) - 1];
}

/** The answers to the questions of one page of the questionnaire. */
export function answersOnPage(
  { pages }: Questionnaire,
  pageName: string,
  answers: Answers,
): Answers {
  const page = pages.find(({ name }) => name === pageName);
  const keys = new Set(page?.questions.flatMap(({ name }) => [name, commentKey(name)]));
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([key]) => keys.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/**
 * A mark of what a page showed when it was given out; it comes back with the page, so that a
 * change made elsewhere meanwhile is noticed where it concerns this page, and only there.
 */
export function markOf(answers: Answers): string {
  return createHash("sha256").update(JSON.stringify(answers)).digest("base64url").slice(0, 16);
}

/** Names of questions whose answers or comments differ. */
export function differing(one: Answers, other: Answers): string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const differ = [...keys].filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
  return [...new Set(differ.map((key) => key.replace(/-Comment$/, "")))];
}
