import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { loadSolver } from "#app/domain/survey/disclosure/linear-program.ts";
import { coarseStrata, simulateAnswers } from "#app/domain/survey/index.ts";
import { sampleFirms, sampleLeanings, sampleQuestionnaire } from "#tests/domain/survey/sample.ts";
import type { RawDefinition } from "#tests/support/generated-survey/definition.ts";
import { type GeneratedSurvey, generatedSurvey } from "#tests/support/generated-survey/survey.ts";
import { knowledgeOf } from "./knowledge.ts";
import { hiddenRanges, isNarrow } from "./narrowing.ts";
import { ratesOfFew } from "./rate-laws.ts";
import { type Reading, readRelease } from "./reader.ts";
import { type Released, type Releasing, releaseOf } from "./released.ts";
import { shortened } from "./shortened.ts";
import { weightedLaws } from "./weighted-laws.ts";

/** `ATTACK_SURVEYS=200` for the whole proof. */
const surveys = Number(process.env.ATTACK_SURVEYS ?? 8);
const solver = await loadSolver();

/** All that a reader makes of a release, and of the questionnaire if there was but one. */
function readingOf(survey: GeneratedSurvey, { release, crossings }: Released): Reading {
  const [first, ...later] = survey.editions;
  const reading = readRelease(release, crossings, later.length === 0);
  if (later.length === 0) reading.laws.push(...knowledgeOf(first, release));
  reading.own.push(...weightedLaws(release, reading));
  return reading;
}

/**
 * Rows with a weighted share although a cell of theirs by an axis that was raked to is hidden: the
 * share is a sum over those cells. Of the others it tells nothing that the counts do not.
 */
function weightedBesideHidden({ release }: Released): string[] {
  const { weighting } = release;
  const raked = weighting.weighted ? weighting.axes : [];
  const axes = release.axes.filter(({ label }) => raked.includes(label)).map(({ axis }) => axis);
  return release.questions.flatMap(({ variables }) =>
    variables.flatMap(({ id, n, rows, byStratum }) =>
      rows.flatMap(({ key, count, weighted }, at) => {
        if (weighted === null) return [];
        const open = axes.every((axis) => {
          const table = byStratum.find((one) => one.axis === axis);
          return (
            table?.cells[at]?.every((cell) => cell !== null) &&
            table.strata.every((stratum) => stratum.n !== null)
          );
        });
        return open && n !== null && count !== null ? [] : [`${id}=${key}`];
      }),
    ),
  );
}

/**
 * Questions whose whole table is withheld. Who was asked them stands in the questionnaire's
 * conditions: their 非該当 is known to its readers, and nothing that a firm has answered.
 */
function neverShown({ questions }: Released["release"]): string[] {
  return questions.flatMap(({ variables }) =>
    variables.flatMap(({ id, n, noAnswer, notApplicable, rows }) =>
      [n, noAnswer, notApplicable, ...rows.map(({ count }) => count)].every(
        (count) => count === null,
      )
        ? [id]
        : [],
    ),
  );
}

/** The hidden cells that can be narrowed below the threshold, in words; empty: none can. */
async function narrowed(survey: GeneratedSurvey, releases: readonly Released[]) {
  const { threshold, seed } = survey;
  const ranges = await hiddenRanges(
    releases.map((one) => readingOf(survey, one)),
    threshold,
  );
  const told = releases.flatMap(({ release }, at) =>
    neverShown(release).map((id) => `${at + 1}|${id}#非該当`),
  );
  const found = ranges.filter((range) => isNarrow(range, threshold) && !told.includes(range.cell));
  return {
    hidden: ranges.length,
    found: found.map(
      ({ cell, least, greatest }) => `survey ${seed}: ${cell} from ${least} to ${greatest}`,
    ),
  };
}

describe("from everything that is published linear programming", () => {
  it(`narrows no hidden cell of ${surveys} surveys`, { timeout: 7_200_000 }, async () => {
    const all: string[] = [];
    let hidden = 0;
    for (let seed = 1; seed <= surveys; seed++) {
      await setImmediate();
      const survey = generatedSurvey(seed);
      const released = releaseOf(survey, survey.respondents, solver);
      if (!released.made) continue;
      const attacked = await narrowed(survey, [released]);
      hidden += attacked.hidden;
      all.push(...attacked.found, ...weightedBesideHidden(released));
      all.push(...ratesOfFew(released.release));
    }
    console.info(`${hidden} hidden cells looked at, ${all.length} narrowed`);
    expect(all).toEqual([]);
    expect(hidden).toBeGreaterThan(surveys);
  });

  it("nor by two releases of one survey", { timeout: 7_200_000 }, async () => {
    const all: string[] = [];
    let [pairs, hidden] = [0, 0];
    for (let seed = 2; seed <= Math.max(6, surveys / 4); seed++) {
      await setImmediate();
      const whole = generatedSurvey(seed);
      const count = Math.min(60, whole.respondents.length);
      const [survey, first] = firstOfTwo(whole, count);
      if (!first.made) continue;
      const second = releaseOf(survey, survey.respondents.slice(0, count), solver, [first]);
      if (!second.made) continue;
      pairs += 1;
      const attacked = await narrowed(survey, [first, second]);
      hidden += attacked.hidden;
      all.push(...attacked.found);
    }
    console.info(`${pairs} pairs: ${hidden} hidden cells looked at, ${all.length} narrowed`);
    expect(all).toEqual([]);
    expect(pairs).toBeGreaterThan(0);
  });

  it("nor one of the sample", { timeout: 3_600_000 }, async () => {
    const survey = sampleAnswered();
    const released = releaseOf(survey, survey.respondents, solver);
    if (!released.made) throw new Error(released.message);
    const { hidden, found } = await narrowed(survey, [released]);
    const { audit, withheld } = released.release;
    console.info(
      `the sample: ${hidden} of ${audit.cells} cells hidden, ${found.length} narrowed, ${withheld.length} tables withheld`,
    );
    expect(found).toEqual([]);
    expect(weightedBesideHidden(released)).toEqual([]);
    expect(ratesOfFew(released.release)).toEqual([]);
  });
});

/** Releases of so many hidden cells are made of fewer questions: two of them take a minute. */
const manyHidden = 200;

/** A survey with the first of two releases of `count` answers, short enough for the second. */
function firstOfTwo(survey: GeneratedSurvey, count: number): [GeneratedSurvey, Releasing] {
  const early = (one: GeneratedSurvey) =>
    releaseOf(one, one.respondents.slice(0, count * 0.7), solver);
  const first = early(survey);
  if (!first.made || first.release.audit.hidden <= manyHidden) return [survey, first];
  const short = shortened(survey, 4);
  return [short, early(short)];
}

/** The sample's questionnaire, roster and simulated answers as if they had been generated. */
function sampleAnswered(): GeneratedSurvey {
  const { definition } = sampleQuestionnaire();
  const firms = sampleFirms();
  const coarse = coarseStrata(firms, 3);
  const places = new Map(firms.map(({ number }, at) => [number, at]));
  const simulated = simulateAnswers(sampleQuestionnaire(), firms, 7, 0.57, sampleLeanings());
  const respondents = simulated.map(({ firmNumber, answers }) => {
    const strata = coarse[places.get(firmNumber) ?? -1];
    if (!strata) throw new Error("a firm that is not in the roster");
    return { edition: 1, strata, answers, asked: { shown: [], enabled: [], entries: {} } };
  });
  const editions: GeneratedSurvey["editions"] = [definition as unknown as RawDefinition];
  // Who answered stands first in a roster.
  const answered = new Set(simulated.map(({ firmNumber }) => places.get(firmNumber)));
  const silent = coarse.filter((_, at) => !answered.has(at));
  const roster = [...respondents.map(({ strata }) => strata), ...silent];
  return { seed: 0, threshold: 3, editions, respondents, roster };
}
