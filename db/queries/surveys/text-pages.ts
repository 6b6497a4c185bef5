import { and, desc, eq, inArray, sql } from "drizzle-orm";
import {
  type TextDecision,
  type TextQuestionOf,
  textPaths,
} from "#app/domain/survey/free-text/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { responses, surveys, textDecisions } from "#db/schema/index.ts";

/** How much was written to a question, in different texts as they are stored. */
export interface TextsSize {
  /** Firms that wrote something. */
  firms: number;
  different: number;
}

/** The texts to a question of a closed survey, a row for each firm and each text of its own. */
function textsOf(surveyId: string, question: TextQuestionOf) {
  const paths = JSON.stringify(textPaths(question));
  return sql`
    select distinct ${responses.id} as response, found.value #>> '{}' as text
    from ${responses}
    join ${surveys} on ${surveys.id} = ${responses.surveyId} and ${surveys.state} = 'closed'
    cross join jsonb_array_elements_text(${paths}::jsonb) as paths(path)
    cross join jsonb_path_query(${responses.answers}, paths.path::jsonpath) as found(value)
    where ${responses.surveyId} = ${surveyId}
      and jsonb_typeof(found.value) = 'string' and btrim(found.value #>> '{}') <> ''`;
}

/** How much was written; nothing for all but the secretariat, and while the survey is open. */
export async function textsSize(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  question: TextQuestionOf,
): Promise<TextsSize> {
  if (viewer.kind !== "secretariat") return { firms: 0, different: 0 };
  const [row] = await db.execute<{ firms: number; different: number }>(sql`
    select count(distinct response)::int as firms, count(distinct text)::int as different
    from (${textsOf(surveyId, question)}) as texts`);
  return row ?? { firms: 0, different: 0 };
}

/**
 * One page of the different texts to a question, the most written first, then by text: never by
 * arrival. Nothing for all but the secretariat, and while the survey is open.
 *
 * @param page from 1
 */
export async function textsOnPage(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  question: TextQuestionOf,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ text: string; firms: number }[]> {
  if (viewer.kind !== "secretariat") return [];
  return db.execute<{ text: string; firms: number }>(sql`
    select text, count(*)::int as firms
    from (${textsOf(surveyId, question)}) as texts
    group by text order by firms desc, text collate "C"
    limit ${perPage} offset ${(page - 1) * perPage}`);
}

/** The newest decision on each of some texts of a question, by hash. For the secretariat. */
export async function decisionsOn(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  question: string,
  hashes: readonly string[],
): Promise<Map<string, TextDecision>> {
  if (viewer.kind !== "secretariat" || hashes.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([textDecisions.hash])
    .from(textDecisions)
    .where(
      and(
        eq(textDecisions.surveyId, surveyId),
        eq(textDecisions.question, question),
        inArray(textDecisions.hash, [...hashes]),
      ),
    )
    .orderBy(textDecisions.hash, desc(textDecisions.version));
  return new Map(rows.map(({ hash, verdict, wording }) => [hash, { verdict, wording }]));
}
