import fc from "fast-check";
import type { ReleaseCounts } from "#app/domain/survey/disclosure/counted-tables.ts";

/** One respondent: its stratum by axis, its answers by question (absent: not asked; []: 無回答). */
export interface Respondent {
  strata: Record<string, string>;
  answers: Record<string, string[] | undefined>;
}

export interface DrawnSurvey {
  axes: Record<string, string[]>;
  questions: { id: string; answers: "one" | "several"; categories: string[] }[];
  respondents: Respondent[];
}

const letters = ["a", "b", "c", "d", "e", "f"];

/** Surveys of 0 to some 150 answers with skewed categories, so that small cells abound. */
export const drawnSurvey: fc.Arbitrary<DrawnSurvey> = fc
  .record({
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    size: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 150 })),
    strata: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 2 }),
    questions: fc.array(
      fc.record({ several: fc.boolean(), size: fc.integer({ min: 2, max: 6 }) }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ seed, size, strata, questions }) => {
    const random = randomOf(seed);
    const pick = <T>(items: readonly T[]): T => {
      // Squared: the first items are chosen far more often than the last.
      const item = items[Math.floor(random() ** 2 * items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    };
    const axes = Object.fromEntries(
      strata.map((count, index) => [`axis${index}`, letters.slice(0, count)]),
    );
    const asked = questions.map(({ several, size }, index) => ({
      id: `q${index + 1}`,
      answers: several ? ("several" as const) : ("one" as const),
      categories: letters.slice(0, size),
    }));
    const respondents = Array.from({ length: size }, () => ({
      strata: Object.fromEntries(Object.entries(axes).map(([axis, names]) => [axis, pick(names)])),
      answers: Object.fromEntries(
        asked.map(({ id, answers, categories }) => {
          const luck = random();
          if (luck < 0.05) return [id, undefined];
          if (luck < 0.12) return [id, []];
          const chosen = new Set([pick(categories)]);
          if (answers === "several") while (random() < 0.5) chosen.add(pick(categories));
          return [id, [...chosen]];
        }),
      ),
    }));
    return { axes, questions: asked, respondents };
  });

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 48271) >>> 0) % 2147483647 || 1;
    return state / 2147483647;
  };
}

/** All tables of the survey: every question alone, by every axis, by every other question. */
export function countsOf(survey: DrawnSurvey, release = "1"): ReleaseCounts {
  const { axes, questions, respondents } = survey;
  const count = (test: (respondent: Respondent) => boolean) => respondents.filter(test).length;
  const gave = (id: string, category?: string) => (respondent: Respondent) => {
    const answer = respondent.answers[id];
    return category === undefined
      ? (answer?.length ?? 0) > 0
      : (answer?.includes(category) ?? false);
  };
  const baseOf = (id: string, within: (respondent: Respondent) => boolean) => ({
    n: count((one) => within(one) && gave(id)(one)),
    noAnswer: count((one) => within(one) && one.answers[id]?.length === 0),
    notApplicable: count((one) => within(one) && one.answers[id] === undefined),
  });
  return {
    release,
    responses: respondents.length,
    axes: Object.entries(axes).map(([axis, strata]) => ({
      axis,
      strata: strata.map((stratum) => ({
        stratum,
        answers: count((one) => one.strata[axis] === stratum),
      })),
    })),
    questions: questions.map(({ id, answers, categories }) => ({
      id,
      answers,
      categories,
      ...baseOf(id, () => true),
      counts: categories.map((category) => count(gave(id, category))),
    })),
    byStratum: questions.flatMap(({ id, categories }) =>
      Object.entries(axes).map(([axis, strata]) => ({
        question: id,
        axis,
        strata: strata.map((stratum) => ({
          stratum,
          ...baseOf(id, (one) => one.strata[axis] === stratum),
        })),
        counts: categories.map((category) =>
          strata.map((stratum) =>
            count((one) => one.strata[axis] === stratum && gave(id, category)(one)),
          ),
        ),
      })),
    ),
    byQuestion: questions.flatMap(({ id, categories }, index) =>
      questions.slice(index + 1).map((other) => ({
        question: id,
        by: other.id,
        bases: other.categories.map((column) =>
          count((one) => gave(other.id, column)(one) && gave(id)(one)),
        ),
        counts: categories.map((category) =>
          other.categories.map((column) =>
            count((one) => gave(other.id, column)(one) && gave(id, category)(one)),
          ),
        ),
      })),
    ),
  };
}
