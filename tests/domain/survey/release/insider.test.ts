import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { loadSolver } from "#app/domain/survey/disclosure/linear-program.ts";
import { generatedSurvey } from "#tests/support/generated-survey/survey.ts";
import { knownToAFirm } from "./insider.ts";
import { knowledgeOf } from "./knowledge.ts";
import { hiddenRanges } from "./narrowing.ts";
import { readRelease } from "./reader.ts";
import { releaseOf } from "./released.ts";
import { weightedLaws } from "./weighted-laws.ts";

/** `ATTACK_SURVEYS=200` for the whole proof. */
const surveys = Number(process.env.ATTACK_SURVEYS ?? 16);
const solver = await loadSolver();

// A count of the threshold is shown, and tells a firm in it of all but itself: what is hidden from
// everybody up to the threshold is hidden from a firm up to one fewer.
describe("a firm that kept the copy of its answer", () => {
  it("narrows no hidden count of the others", { timeout: 3_600_000 }, async () => {
    const found: string[] = [];
    let [firms, hidden, within] = [0, 0, 0];
    for (let seed = 1; seed <= surveys; seed++) {
      await setImmediate();
      const survey = generatedSurvey(seed);
      const [definition, corrected] = survey.editions;
      if (corrected) continue;
      const { threshold, respondents } = survey;
      const released = releaseOf(survey, respondents, solver);
      if (!released.made) continue;
      const { release, crossings } = released;
      for (const respondent of respondents.slice(0, 2)) {
        const reading = readRelease(release, crossings, true);
        reading.laws.push(...knowledgeOf(definition, release));
        reading.own.push(...weightedLaws(release, reading));
        const { laws, own } = knownToAFirm(release, reading, respondent);
        reading.own.push(...laws);
        firms += 1;
        for (const range of await hiddenRanges([reading], threshold)) {
          const self = own.get(range.cell.slice("1|".length)) ?? 0;
          const [least, greatest] = [range.least - self, range.greatest - self];
          hidden += 1;
          within += self;
          if (greatest - least > threshold - 2 - 1e-6 && greatest > threshold - 1 - 1e-6) continue;
          found.push(`survey ${seed}: ${range.cell} of others from ${least} to ${greatest}`);
        }
      }
    }
    console.info(
      `${firms} firms: ${hidden} hidden cells looked at, they in ${within}; ${found.length} narrowed`,
    );
    expect(found).toEqual([]);
    expect(within).toBeGreaterThan(surveys / 2);
  });
});
