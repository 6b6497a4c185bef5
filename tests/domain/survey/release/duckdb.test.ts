import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { loadSolver } from "#app/domain/survey/disclosure/linear-program.ts";
import { generatedSurvey } from "#tests/support/generated-survey/survey.ts";
import { compareWithSql } from "./compare-with-sql.ts";
import { releaseOf } from "./released.ts";

/** `RELEASE_SURVEYS=200` for the whole proof. */
const surveys = Number(process.env.RELEASE_SURVEYS ?? 12);
const solver = await loadSolver();

describe("every figure of a release is what DuckDB counts from the raw answers", () => {
  it(`of ${surveys} generated surveys`, { timeout: 7_200_000 }, async () => {
    let [shown, hidden, made, corrected] = [0, 0, 0, 0];
    for (let seed = 1; seed <= surveys; seed++) {
      await setImmediate();
      const survey = generatedSurvey(seed);
      const released = releaseOf(survey, survey.respondents, solver);
      if (!released.made) {
        expect(survey.respondents.length, `survey ${seed}: ${released.why}`).toBeLessThan(
          survey.threshold,
        );
        continue;
      }
      const { release, crossings } = released;
      const definition = survey.editions.at(-1) ?? survey.editions[0];
      const compared = await compareWithSql(definition, survey.respondents, release, crossings);
      expect(compared.differing, `survey ${seed}`).toEqual([]);
      made += 1;
      if (survey.respondents.some(({ unasked = [] }) => unasked.length > 0)) corrected += 1;
      shown += compared.shown;
      hidden += compared.hidden;
    }
    const share = ((100 * hidden) / (shown + hidden)).toFixed(1);
    console.info(`${made} releases: ${shown} figures agree, ${hidden} cells hidden (${share} %)`);
    expect(made).toBeGreaterThan(surveys / 2);
    // Some were corrected meanwhile, and ask what those who had answered were not asked.
    expect(corrected).toBeGreaterThan(surveys / 10);
    // Hiding everything would agree as well.
    expect(hidden).toBeLessThan(shown);
  });
});
