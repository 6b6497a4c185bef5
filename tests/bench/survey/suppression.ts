import type { Answers } from "#app/domain/survey/answers.ts";
import { loadSolver } from "#app/domain/survey/disclosure/linear-program.ts";
import { coarseStrata, simulateAnswers } from "#app/domain/survey/index.ts";
import { countAnswers } from "#app/domain/survey/release/count-answers.ts";
import { makeRelease } from "#app/domain/survey/release/make-release.ts";
import { responseRate } from "#app/domain/survey/tabulation/response-rate.ts";
import { sampleFirms, sampleLeanings, sampleQuestionnaire } from "#tests/domain/survey/sample.ts";
import { forComparison, print } from "../figure.ts";

const threshold = 3;

/**
 * Protecting and auditing one release of the sample: its tables by every stratum and by every other
 * question (more than 300) of 228 and of 3,327 answers, as many as 滋賀県's survey of bidders had.
 */
export async function benchSuppression(): Promise<void> {
  const solver = await loadSolver();
  for (const [invited, rate] of [
    [404, 0.57],
    [5_901, 0.564],
  ] as const) {
    const questionnaire = sampleQuestionnaire();
    const sample = sampleFirms();
    const firms = Array.from({ length: invited }, (_, at) => {
      const firm = sample[at % sample.length];
      if (!firm) throw new Error("the sample roster is empty");
      return { ...firm, number: `F${at}` };
    });
    const strata = new Map(
      coarseStrata(firms, threshold).map((own, at) => [firms[at]?.number ?? "", own]),
    );
    const simulated = simulateAnswers(questionnaire, firms, 5, rate, sampleLeanings());
    const given = simulated.flatMap(({ firmNumber, answers }) => {
      const own = strata.get(firmNumber);
      return own ? [{ answers: answers as Answers, strata: own }] : [];
    });
    const answered = new Set(simulated.map(({ firmNumber }) => firmNumber));
    const counts = countAnswers(questionnaire, given);
    const began = performance.now();
    const made = makeRelease(
      {
        survey: { slug: "bench", mode: "anonymous", threshold, edition: 1, questionnaire },
        number: 1,
        label: "確報",
        cutOff: "2026-10-01",
        counts,
        roster: [...strata.values()].map((own) => ({ strata: own, firms: 1 })),
        responseRate: responseRate(
          [...strata].map(([number, own]) => ({
            strata: own,
            disposition: answered.has(number) ? "complete" : "no-reply",
          })),
        ),
        earlier: [],
      },
      solver,
    );
    const seconds = (performance.now() - began) / 1000;
    if (!made.made) throw new Error(made.message);
    const { audit, questions, withheld, crossings } = made.release;
    const tables = questions
      .flatMap(({ variables }) => variables)
      .reduce((sum, { byStratum }) => sum + 1 + byStratum.length, crossings.length);
    const of = `${given.length} answers`;
    print("suppression", `${of}: seconds, against tables`, "s", seconds, tables, forComparison);
    print("suppression", `${of}: cells hidden, against cells`, "", audit.hidden, audit.cells, {
      text: "≤ 0.3",
      holds: (share) => share <= 0.3,
    });
    print("suppression", `${of}: tables withheld`, "", withheld.length, tables, forComparison);
    print(
      "suppression",
      `${of}: narrowest range of a hidden cell, against the threshold`,
      "",
      audit.narrowest ?? Number.POSITIVE_INFINITY,
      threshold,
      { text: "≥ 1", holds: (ratio) => ratio >= 1 },
    );
  }
}
