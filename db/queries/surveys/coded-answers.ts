import { sql } from "drizzle-orm";
import type { Coding } from "#app/domain/survey/counting/coding.ts";
import type { Answers, Strata } from "#app/domain/survey/index.ts";
import type { Database } from "#db/database.ts";
import type { CodedAnswers } from "#db/queries/surveys/release-thread/release-maker.ts";

/** Which answers of a survey: places from `from` to below `to`, in the layout of the edition. */
export interface CodedRange {
  surveyId: string;
  edition: number;
  /** How an answer is coded that was given under this edition or an earlier one. */
  codingOf: (edition: number) => Coding;
  from: number;
  to: number;
}

/** Answers read in one go: some ten megabytes. */
const atOnce = 250_000;

/**
 * The coded answers of a survey in few big pieces, each by strata. What has no code of this edition
 * (given under an earlier one, or stored before there were codes) is coded on the way.
 */
export async function* codedAnswers(
  db: Database,
  { surveyId, edition, codingOf, from, to }: CodedRange,
): AsyncGenerator<CodedAnswers[]> {
  const { width } = codingOf(edition);
  let read = 0;
  for (let start = from; start < to; start += atOnce) {
    const end = Math.min(start + atOnce, to);
    const groups = await db.execute<{
      strata: Strata;
      rows: Uint8Array | null;
      others: number;
    }>(sql`
      select strata, string_agg(coded, ''::bytea) filter (where edition = ${edition}) as rows,
        count(*) filter (where coded is null or edition <> ${edition})::int as others
      from responses
      where survey_id = ${surveyId} and place >= ${start} and place < ${end}
      group by strata`);
    const piece = groups.flatMap(({ strata, rows }) => (rows ? [{ strata, rows }] : []));
    if (groups.some(({ others }) => others > 0)) piece.push(...(await codedAnew(start, end)));
    for (const { rows } of piece) read += rows.length / width;
    yield piece;
  }
  if (read !== to - from) throw new Error(`${to - from} answers to count, ${read} found`);

  async function codedAnew(start: number, end: number): Promise<CodedAnswers[]> {
    const uncoded = await db.execute<{ strata: Strata; answers: Answers; givenUnder: number }>(sql`
      select strata, answers, edition as "givenUnder" from responses
      where survey_id = ${surveyId} and place >= ${start} and place < ${end}
        and (coded is null or edition <> ${edition})`);
    return uncoded.map(({ strata, answers, givenUnder }) => {
      return { strata, rows: codingOf(givenUnder).code(answers) };
    });
  }
}

/** How many answers of a survey have a place: all, unless it is anonymous and has not closed. */
export async function placedAnswers(db: Database, surveyId: string): Promise<number> {
  const [row] = await db.execute<{ places: number }>(sql`
    select coalesce(max(place) + 1, 0)::int as places from responses where survey_id = ${surveyId}
      and place is not null`);
  return row?.places ?? 0;
}
