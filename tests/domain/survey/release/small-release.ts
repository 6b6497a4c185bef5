import type { StoredCounts } from "#app/domain/survey/counting/stored-counts.ts";
import { loadSolver } from "#app/domain/survey/disclosure/linear-program.ts";
import {
  type Answers,
  type Questionnaire,
  responseRate,
  type Strata,
} from "#app/domain/survey/index.ts";
import type { AnswerWithStrata } from "#app/domain/survey/release/count-answers.ts";
import { type MadeRelease, makeRelease } from "#app/domain/survey/release/make-release.ts";
import type { PublishedRelease, PublishedVariable } from "#app/domain/survey/release/published.ts";
import { questionnaireOf } from "../sample.ts";

const solver = await loadSolver();

/** A question of one choice, titled as it is named. */
export const choice = (name: string, choices: readonly string[]) => ({
  type: "radiogroup",
  name,
  title: name,
  choices,
});
/** A question of a number. */
export const number = { type: "text", inputType: "number", name: "workers", title: "従業員数" };

/** A questionnaire of one page. */
export function surveyOf(...elements: object[]): Questionnaire {
  return questionnaireOf({ title: "調査", pages: [{ name: "p1", title: "問", elements }] });
}

/** The strata of a firm of a sector, else like all others. */
export const strataOf = (sector: string): Strata => ({
  sector,
  size: "小",
  region: "市内",
  grade: "A",
  tier: "元請",
});

/** So many firms of a sector that gave the same answers. */
export function firms(count: number, answers: Answers, sector = "工事"): AnswerWithStrata[] {
  return Array.from({ length: count }, () => ({ answers, strata: strataOf(sector) }));
}

/** The release of some counts, after earlier ones. */
export function releaseOf(
  questionnaire: Questionnaire,
  counts: StoredCounts,
  { roster = [], earlier = [] }: { roster?: string[]; earlier?: Made[] } = {},
): MadeRelease {
  return makeRelease(
    {
      survey: { slug: "tameshi", mode: "named", threshold: 3, edition: 1, questionnaire },
      number: earlier.length + 1,
      label: "確報",
      cutOff: "2026-10-01",
      counts,
      roster: roster.map((sector) => ({ strata: strataOf(sector), firms: 1 })),
      responseRate: responseRate([]),
      earlier: earlier.map(({ protection }) => protection),
    },
    solver,
  );
}

export type Made = Extract<MadeRelease, { made: true }>;

/** A release that must have been made. */
export function made(release: MadeRelease): Made {
  if (!release.made) throw new Error(release.message);
  return release;
}

/** A variable that a release must have. */
export function variable({ questions }: PublishedRelease, id: string): PublishedVariable {
  const found = questions.flatMap(({ variables }) => variables).find((one) => one.id === id);
  if (!found) throw new Error(`no variable ${id}`);
  return found;
}
