import { sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { type Coding, compileCoding } from "#app/domain/survey/counting/coding.ts";
import { countedVariables } from "#app/domain/survey/counting/variables.ts";
import { withEarlierChoices } from "#app/domain/survey/editions/index.ts";
import type { Questionnaire } from "#app/domain/survey/index.ts";
import type { Database } from "#db/database.ts";

/** An edition of an opened survey does not change, and so neither does its coding. */
const codings = new LRUCache<string, Coding>({ max: 20 });

/**
 * How answers given under an edition are coded: by its questionnaire with the choices that earlier
 * editions offered. Compiled once a process; undefined where there is no such edition,
 * and before the opening, while it may still change.
 */
export async function codingOf(
  db: Database,
  surveyId: string,
  edition: number,
): Promise<Coding | undefined> {
  const key = `${surveyId} ${edition}`;
  const known = codings.get(key);
  if (known) return known;
  const rows = await db.execute<{ questionnaire: Questionnaire }>(sql`
    select e.questionnaire from survey_editions e join surveys s on s.id = e.survey_id
    where e.survey_id = ${surveyId} and e.number <= ${edition} and s.state <> 'preparing'
    order by e.number desc`);
  const [newest, ...earlier] = rows.map(({ questionnaire }) => questionnaire);
  if (!newest) return undefined;
  const coding = codingBy(withEarlierChoices(newest, earlier));
  codings.set(key, coding);
  return coding;
}

/** The coding of a questionnaire, whatever edition it is. */
export function codingBy(questionnaire: Questionnaire): Coding {
  return compileCoding(questionnaire, countedVariables(questionnaire, {}));
}

/** A coded answer as PostgreSQL reads a bytea from text. */
export function byteaText(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("hex")}`;
}
