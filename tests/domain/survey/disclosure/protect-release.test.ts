import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadSolver } from "#app/domain/survey/disclosure/linear-program.ts";
import { protectRelease } from "#app/domain/survey/disclosure/protect-release.ts";
import { attack } from "./attack.ts";
import { countsOf, drawnSurvey } from "./drawn-release.ts";

const threshold = 3;
const solver = await loadSolver();

/** How many surveys are drawn; `DISCLOSURE_SURVEYS=200` for the whole proof. */
const surveys = Number(process.env.DISCLOSURE_SURVEYS ?? 40);

describe("an attack by linear programming", () => {
  it("narrows no hidden cell of a release below the threshold", async () => {
    for (const survey of fc.sample(drawnSurvey, { numRuns: surveys, seed: 20261122 })) {
      const protection = protectRelease(countsOf(survey), [], threshold, solver);
      if (!protection.protected) {
        expect(survey.respondents.length).toBeLessThan(threshold);
        continue;
      }
      for (const { key, least, greatest } of await attack([protection.release])) {
        expect(greatest - least, key).toBeGreaterThan(threshold - 1 - 1e-6);
        expect(greatest, key).toBeGreaterThan(threshold - 1e-6);
      }
    }
  });

  it("nor one of two releases taken together", async () => {
    for (const survey of fc.sample(drawnSurvey, { numRuns: Math.ceil(surveys / 2), seed: 4 })) {
      const { respondents } = survey;
      const first = countsOf({
        ...survey,
        respondents: respondents.slice(0, respondents.length * 0.7),
      });
      const second = countsOf(survey, "2");
      const one = protectRelease(first, [], threshold, solver);
      if (!one.protected) continue;
      const two = protectRelease(
        second,
        [{ release: one.release, stored: first }],
        threshold,
        solver,
      );
      if (!two.protected) {
        expect(second.responses - first.responses).toBeLessThan(threshold);
        continue;
      }
      const renamed = (key: string) =>
        key.replace(/&(axis\d)=(.*)$/u, (_, axis: string, stratum: string) => {
          const original = Object.entries(one.release.shown[axis] ?? {}).find(
            ([, name]) => name === stratum,
          )?.[0];
          return `&${axis}=${two.release.shown[axis]?.[original ?? ""] ?? "－"}`;
        });
      for (const { key, least, greatest } of await attack([one.release, two.release], renamed)) {
        expect(greatest - least, key).toBeGreaterThan(threshold - 1 - 1e-6);
        expect(greatest, key).toBeGreaterThan(threshold - 1e-6);
      }
    }
  });
});
