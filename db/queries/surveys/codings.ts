import { sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { type Coding, compileCoding } from "#app/domain/survey/counting/coding.ts";
import { countedVariables } from "#app/domain/survey/counting/variables.ts";
import { withEarlierChoices } from "#app/domain/survey/editions/index.ts";
import type { Questionnaire } from "#app/domain/survey/index.ts";
import type { Database } from "#db/database.ts";

/** How the answers of a survey are coded, whatever edition they were given under. */
export interface EditionCodings {
  /** What they are counted by: the newest edition with the choices that earlier ones offered. */
  questionnaire: Questionnaire;
  /** Throws where there is no such edition, or a newer one alone. */
  of(edition: number): Coding;
}

/** An edition of an opened survey does not change, and so neither does its coding. */
const codings = new LRUCache<string, EditionCodings>({ max: 20 });

/**
 * How answers given under the editions up to `newest` are coded, in the layout of that one. Compiled
 * once a process; undefined where there is no such edition, and before the opening, while it may
 * still change.
 */
export async function codingsOf(
  db: Database,
  surveyId: string,
  newest: number,
): Promise<EditionCodings | undefined> {
  const key = `${surveyId} ${newest}`;
  const known = codings.get(key);
  if (known) return known;
  const rows = await db.execute<{ number: number; questionnaire: Questionnaire }>(sql`
    select e.number, e.questionnaire from survey_editions e join surveys s on s.id = e.survey_id
    where e.survey_id = ${surveyId} and e.number <= ${newest} and s.state <> 'preparing'
    order by e.number desc`);
  // Not the one before in its place: kept under this key, it would code answers still to come.
  if (rows[0]?.number !== newest) return undefined;
  const [last, ...earlier] = rows.map(({ questionnaire }) => questionnaire);
  if (!last) return undefined;
  const editions = new Map(rows.map(({ number, questionnaire }) => [number, questionnaire]));
  const compiled = codingsBy(withEarlierChoices(last, earlier), editions);
  codings.set(key, compiled);
  return compiled;
}

/** How answers given under an edition are coded when they come; see `codingsOf`. */
export async function codingOf(
  db: Database,
  surveyId: string,
  edition: number,
): Promise<Coding | undefined> {
  return (await codingsOf(db, surveyId, edition))?.of(edition);
}

function codingsBy(
  questionnaire: Questionnaire,
  editions: ReadonlyMap<number, Questionnaire>,
): EditionCodings {
  const compiled = new Map<number, Coding>();
  return {
    questionnaire,
    of(edition) {
      const givenUnder = editions.get(edition);
      if (!givenUnder) throw new Error(`no edition ${edition}`);
      const coding = compiled.get(edition) ?? codingBy(questionnaire, givenUnder);
      compiled.set(edition, coding);
      return coding;
    },
  };
}

/** The coding of a questionnaire, for answers given under an edition; absent: under itself. */
export function codingBy(questionnaire: Questionnaire, givenUnder = questionnaire): Coding {
  return compileCoding(questionnaire, countedVariables(questionnaire, {}), givenUnder);
}

/** A coded answer as PostgreSQL reads a bytea from text. */
export function byteaText(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("hex")}`;
}
