import {
  type Answers,
  type Question,
  type Questionnaire,
  type Strata,
  stratumCodes,
} from "#app/domain/survey/index.ts";
import { emptyBitmap, withBits } from "#app/domain/survey/participation/bitmap.ts";
import { randomOf } from "#app/domain/survey/simulation/random.ts";
import type { Connection } from "#db/database.ts";
import { byteaText, codingBy } from "#db/queries/surveys/codings.ts";

/** Different answers; each stands for many firms. */
const bodies = 5_000;

/** Combinations of four strata: 3 × 3 × 4 × 4. */
export const combinations: Strata[] = stratumCodes.sector.flatMap((sector) =>
  stratumCodes.size.flatMap((size) =>
    stratumCodes.region.flatMap((region) =>
      stratumCodes.grade.map((grade) => ({ sector, size, region, grade, tier: "元請" })),
    ),
  ),
);

/**
 * Stores firms `first` to `last` of a named survey with an answer each, coded as the platform codes
 * them, without the checks of foreign keys: a million go in within a minute or two.
 */
export async function storeAnswers(
  { sql }: Connection,
  surveyId: string,
  questionnaire: Questionnaire,
  first: number,
  last: number,
): Promise<void> {
  const random = randomOf(first);
  const coding = codingBy(questionnaire);
  const drawn = Array.from({ length: bodies }, () => {
    const answers = drawAnswers(questionnaire, random);
    return { answers, coded: byteaText(coding.code(answers)) };
  });
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`set local synchronous_commit = off`;
    await tx`create temp table bodies (n int primary key, answers jsonb, coded bytea) on commit drop`;
    await tx`create temp table strata_of (n int primary key, strata jsonb) on commit drop`;
    await tx`
      insert into bodies select row_number() over () - 1, b.answers, b.coded
      from jsonb_to_recordset(${JSON.stringify(drawn)}::text::jsonb) as b(answers jsonb, coded bytea)`;
    await tx`
      insert into strata_of select row_number() over () - 1, value
      from jsonb_array_elements(${JSON.stringify(combinations)}::text::jsonb)`;
    await tx`
      create temp table drawn on commit drop as
      select gen_random_uuid() as id, n, (random() * ${bodies - 1})::int as body,
        floor(power(random(), 1.5) * ${combinations.length})::int as combination
      from generate_series(${first}::int, ${last}::int) as n`;
    await tx`
      insert into firms (id, survey_id, ordinal, number, name, postal_code, address,
        sector, size, region, grade, tier)
      select d.id, ${surveyId}::uuid, d.n, 'T' || d.n, '計測用' || d.n, '518-0000', '計測用の住所',
        s.strata ->> 'sector', s.strata ->> 'size', s.strata ->> 'region', s.strata ->> 'grade',
        s.strata ->> 'tier'
      from drawn d join strata_of s on s.n = d.combination`;
    await tx`
      insert into responses (survey_id, receipt_number, answers, strata, coded, place, firm_id,
        answered_at, channel)
      select ${surveyId}::uuid, 'R' || d.id, b.answers, s.strata, b.coded, d.n, d.id, now(), 'web'
      from drawn d join bodies b on b.n = d.body join strata_of s on s.n = d.combination
      order by d.n`;
    const ordinals = Array.from({ length: last + 1 }, (_, index) => index);
    const spent = withBits(emptyBitmap(last + 1), ordinals);
    await tx`update survey_progress set spent = ${spent} where survey_id = ${surveyId}`;
  });
  await sql`analyze firms`;
  await sql`analyze responses`;
}

function drawAnswers({ pages }: Questionnaire, random: () => number): Answers {
  const answers: Record<string, Answers[string]> = {};
  for (const question of pages.flatMap(({ questions }) => questions)) {
    if (question.name === "q5" && answers.q4 !== "a1") continue;
    if (random() < 0.04) continue;
    const answer = drawAnswer(question, random);
    if (answer !== undefined) answers[question.name] = answer;
  }
  return answers;
}

function drawAnswer(question: Question, random: () => number): Answers[string] | undefined {
  // Choices are not equally liked.
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() ** 1.7 * list.length)];
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
    case "rating":
      return pick(question.choices)?.value;
    case "checkbox": {
      const chosen = question.choices.filter(() => random() < 0.4).map(({ value }) => value);
      return chosen.length > 0 ? chosen : undefined;
    }
    case "boolean":
      return random() < 0.6;
    case "number":
      return Math.floor(5000 * random() ** 3);
    default:
      return random() < 0.3 ? "書類を減らしてください。" : undefined;
  }
}
