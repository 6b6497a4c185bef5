import { and, asc, eq, gte, lt } from "drizzle-orm";
import type { RawAnswer } from "#app/domain/survey/raw-answer.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { firms, responses, surveys } from "#db/schema/index.ts";
import { record } from "../record.ts";

/** Answers read at a time. */
const atOnce = 1_000;

/**
 * The raw answers of a survey that has closed, piece by piece, for the secretariat alone: undefined
 * for all others and before the close. That they were taken is recorded before the first is read,
 * with the format they were asked for in.
 */
export async function rawAnswers(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  format: string,
): Promise<AsyncGenerator<RawAnswer[], void, undefined> | undefined> {
  if (viewer.kind !== "secretariat") return undefined;
  const [survey] = await db
    .select({ state: surveys.state, title: surveys.title, slug: surveys.slug })
    .from(surveys)
    .where(eq(surveys.id, surveyId));
  if (survey?.state !== "closed") return undefined;
  const answers = await db.$count(responses, eq(responses.surveyId, surveyId));
  await record(db, viewer, "個票の取得", survey.title, { slug: survey.slug, format, answers });
  return pieces(db, surveyId, answers);
}

/** Throws at the end unless there were as many as `counted`: a file cut short must not look whole. */
async function* pieces(
  db: Database,
  surveyId: string,
  counted: number,
): AsyncGenerator<RawAnswer[], void> {
  const { place, edition, strata, answers, answeredAt, channel } = responses;
  let read = 0;
  for (let start = 0; start < counted; start += atOnce) {
    const rows = await db
      .select({
        place,
        edition,
        strata,
        answers,
        answeredAt,
        channel,
        firm: { number: firms.number, name: firms.name },
      })
      .from(responses)
      .leftJoin(firms, eq(firms.id, responses.firmId))
      .where(and(eq(responses.surveyId, surveyId), gte(place, start), lt(place, start + atOnce)))
      .orderBy(asc(place));
    if (rows.length > 0) yield rows.map((row) => ({ ...row, place: row.place ?? 0 }));
    read += rows.length;
  }
  if (read !== counted) throw new Error(`${counted} answers to read, ${read} found`);
}
