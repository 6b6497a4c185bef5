import { readFileSync } from "node:fs";
import type { StoredCounts } from "#app/domain/survey/counting/stored-counts.ts";
import { loadSolver } from "#app/domain/survey/disclosure/linear-program.ts";
import {
  type Answers,
  checkDefinition,
  readRoster,
  responseRate,
  simulateAnswers,
} from "#app/domain/survey/index.ts";
import { type AnswerWithStrata, countAnswers } from "#app/domain/survey/release/count-answers.ts";
import { type MadeRelease, makeRelease } from "#app/domain/survey/release/make-release.ts";

type Made = Extract<MadeRelease, { made: true }>;

/** A release of the sample questionnaire with simulated answers of its roster. */
export async function sampleRelease(): Promise<
  Made & { counts: StoredCounts; given: AnswerWithStrata[] }
> {
  const checked = checkDefinition(readFileSync("content/survey/questionnaire.json", "utf8"));
  const read = readRoster(readFileSync("content/survey/roster.csv"));
  if (!checked.ok || !read.ok) throw new Error("the sample content is broken");
  const [questionnaire, { firms }] = [checked.value, read.value];
  const byNumber = new Map(firms.map((firm) => [firm.number, firm]));
  const strataOf = (number: string) => {
    const firm = byNumber.get(number);
    if (!firm) throw new Error(`no firm ${number}`);
    const { sector, size, region, grade, tier } = firm;
    return { sector, size, region, grade, tier };
  };
  const simulated = simulateAnswers(questionnaire, firms, 8, 0.57);
  const given = simulated.flatMap(({ firmNumber, answers }): AnswerWithStrata[] =>
    answers === null ? [] : [{ answers: answers as Answers, strata: strataOf(firmNumber) }],
  );
  const answered = new Set(simulated.map(({ firmNumber }) => firmNumber));
  const counts = countAnswers(questionnaire, given);
  const made = makeRelease(
    {
      survey: { slug: "r8-jigyosha", mode: "anonymous", threshold: 3, edition: 1, questionnaire },
      number: 1,
      label: "確報",
      cutOff: "2026-09-18",
      counts,
      roster: firms.map((firm) => ({ strata: strataOf(firm.number), firms: 1 })),
      responseRate: responseRate(
        firms.map((firm) => ({
          strata: strataOf(firm.number),
          disposition: answered.has(firm.number) ? "complete" : "no-reply",
        })),
      ),
      earlier: [],
    },
    await loadSolver(),
  );
  if (!made.made) throw new Error(made.message);
  return { ...made, counts, given };
}
