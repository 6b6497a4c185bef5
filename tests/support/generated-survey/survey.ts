import { type Strata, stratumAxes } from "#app/domain/survey/strata/strata.ts";
import { type Asked, drawAnswers, modelOf, type RawAnswers } from "./answers.ts";
import { drawDefinition, kindsOfQuestion, nextEdition, type RawDefinition } from "./definition.ts";
import { drawOf } from "./draw.ts";
import { unaskedIn } from "./unasked.ts";

/**
 * One who answered; what was asked is told by the last edition's model, but for what the edition
 * that it saw did not ask.
 */
export interface Respondent {
  edition: number;
  strata: Strata;
  answers: RawAnswers;
  asked: Asked;
  /** What the last edition asks and the one that it saw did not: `added`, `q3/later`. */
  unasked?: string[];
}

export interface GeneratedSurvey {
  seed: number;
  threshold: number;
  editions: [RawDefinition, ...RawDefinition[]];
  /** Those who answered, in the order in which they did. */
  respondents: Respondent[];
  /** The strata of all who were invited. */
  roster: Strata[];
}

const strata: Record<keyof Strata, string[]> = {
  sector: ["工事", "委託", "物品"],
  size: ["小", "中", "大"],
  region: ["市内", "準市内", "県内", "県外"],
  grade: ["A", "B", "なし"],
  tier: ["元請", "下請"],
};

/** A survey, the same for the same seed: definition, roster, answers, skewed to small cells. */
export function generatedSurvey(seed: number): GeneratedSurvey {
  const draw = drawOf(seed, "survey");
  const kind = kindsOfQuestion[seed % kindsOfQuestion.length] ?? "";
  const first = drawDefinition(drawOf(seed, "definition"), kind);
  const editions: GeneratedSurvey["editions"] = [first];
  if (draw.chance(0.4)) editions.push(nextEdition(drawOf(seed, "edition"), first));
  const last = editions.at(-1) ?? first;

  // Some rosters tell less apart: one stratum on an axis, or on all.
  const plain = draw.chance(0.1);
  const axes = stratumAxes.map(({ axis }) => {
    const names = strata[axis];
    return { axis, names: names.slice(0, plain ? 1 : draw.whole(1, names.length)) };
  });
  const count = draw.any([draw.whole(3, 15), draw.whole(16, 80), draw.whole(81, 200)]);
  const invited = Math.ceil(count / (0.4 + draw.random() * 0.6));
  const roster = Array.from({ length: invited }, (): Strata => {
    const drawn = axes.map(({ axis, names }) => [axis, draw.skewed(names)] as const);
    const own = Object.fromEntries(drawn);
    const { sector = "", size = "", region = "", grade = "", tier = "" } = own;
    return { sector, size, region, grade, tier };
  });

  const judge = modelOf(last);
  const models = editions.map(modelOf);
  const respondents = roster.slice(0, count).map((own, index): Respondent => {
    const edition = editions.length > 1 && index < count / 2 ? 1 : editions.length;
    const model = models[edition - 1] ?? judge;
    const definition = editions[edition - 1] ?? last;
    const answers = drawAnswers(drawOf(seed, `answer ${index}`), definition, model.asked);
    const unasked = unaskedIn(definition, last);
    return { edition, strata: own, answers, asked: judge.asked(answers), unasked };
  });
  for (const model of [judge, ...models]) model.dispose();
  return { seed, threshold: draw.any([3, 3, 3, 5]), editions, respondents, roster };
}
