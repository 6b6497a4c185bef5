import { type Answers, commentKey } from "#app/domain/survey/answers.ts";
import type { StoredCounts } from "#app/domain/survey/counting/stored-counts.ts";
import type { Solver } from "#app/domain/survey/disclosure/linear-program.ts";
import { withEarlierChoices } from "#app/domain/survey/editions/index.ts";
import {
  publishedTexts,
  type TextDecision,
  textHash,
  textKey,
  textQuestions,
  textsIn,
} from "#app/domain/survey/free-text/index.ts";
import type { TextsToTell } from "#app/domain/survey/free-text/texts-within.ts";
import type { Questionnaire } from "#app/domain/survey/questionnaire.ts";
import { countAnswers } from "#app/domain/survey/release/count-answers.ts";
import { type MadeRelease, makeRelease } from "#app/domain/survey/release/make-release.ts";
import type { RosterStrata } from "#app/domain/survey/release/weights.ts";
import { responseRate } from "#app/domain/survey/tabulation/response-rate.ts";
import { questionnaireOf } from "#tests/domain/survey/sample.ts";
import type { GeneratedSurvey, Respondent } from "#tests/support/generated-survey/survey.ts";

/**
 * All texts of the answers, as if the secretariat had decided to publish every one as it is, with
 * what earlier releases have told of them.
 */
function textsOf(
  questionnaire: Questionnaire,
  respondents: readonly Respondent[],
  threshold: number,
  releases: readonly Released[],
): Record<string, TextsToTell> {
  return Object.fromEntries(
    textQuestions(questionnaire).map((question) => {
      const { name } = question;
      const written = respondents.map(({ answers }) => {
        const given = answers as Answers;
        return textsIn(question, given[name], given[commentKey(name)]);
      });
      const decisions = new Map(
        written.flat().map((text): [string, TextDecision] => {
          return [textHash(textKey(text)), { verdict: "publish", wording: text }];
        }),
      );
      const earlier = releases.flatMap(
        ({ release }) => release.questions.find((one) => one.name === name)?.texts ?? [],
      );
      return [name, { ...publishedTexts(written, decisions, threshold), earlier }];
    }),
  );
}

/** A release that was made, and what was counted for it: later answers are added to that. */
export type Released = Extract<MadeRelease, { made: true }> & { counts: StoredCounts };
export type Releasing = Released | Extract<MadeRelease, { made: false }>;

/** The product's release of some of a generated survey's answers, after earlier ones. */
export function releaseOf(
  { editions, threshold, roster }: GeneratedSurvey,
  respondents: readonly Respondent[],
  solver: Solver,
  earlier: readonly Released[] = [],
): Releasing {
  const questionnaires = editions.map(questionnaireOf);
  const [last, ...before] = questionnaires.toReversed();
  if (!last) throw new Error("a survey without a questionnaire");
  const questionnaire = withEarlierChoices(last, before);
  const base = earlier.at(-1)?.counts;
  const came = respondents.slice(base?.responses ?? 0);
  const given = came.map(({ answers, strata, edition }) => {
    return { answers: answers as Answers, strata, givenUnder: questionnaires[edition - 1] ?? last };
  });
  const counts = countAnswers(questionnaire, given, base);
  const firms = roster.map((strata): RosterStrata => ({ strata, firms: 1 }));
  const rate = responseRate(
    roster.map((strata, at) => ({
      strata,
      disposition: at < respondents.length ? "complete" : "no-reply",
    })),
  );
  const survey = { slug: "tsukurareta", mode: "named", threshold, questionnaire } as const;
  const made = makeRelease(
    {
      survey: { ...survey, edition: editions.length },
      number: earlier.length + 1,
      label: "確報",
      cutOff: "2026-10-01",
      counts,
      roster: firms,
      responseRate: rate,
      earlier: earlier.map(({ protection }) => protection),
      texts: textsOf(questionnaire, respondents, threshold, earlier),
    },
    solver,
  );
  return made.made ? { ...made, counts } : made;
}
