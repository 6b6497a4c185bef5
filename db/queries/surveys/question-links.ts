import { and, asc, eq, isNull } from "drizzle-orm";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { links, provisions, versionProvisions } from "#db/schema/index.ts";
import { newestVersion } from "../versions.ts";

/** A provision that a question led to, as the newest published version has it. */
export interface LinkedProvision {
  /** Its short public name, for its address. */
  number: number;
  /** 第8条第2項 */
  fullLabel: string;
  caption: string | null;
}

/** The provisions linked to the questions of a survey, by the question's name. For everybody. */
export async function provisionsByQuestion(
  db: Database,
  surveyId: string,
): Promise<Map<string, LinkedProvision[]>> {
  const version = await newestVersion(db, anyone);
  if (!version) return new Map();
  const rows = await db
    .selectDistinct({
      question: links.question,
      ordinal: versionProvisions.ordinal,
      number: provisions.number,
      fullLabel: versionProvisions.fullLabel,
      caption: versionProvisions.caption,
    })
    .from(links)
    .innerJoin(provisions, eq(provisions.id, links.provisionId))
    .innerJoin(
      versionProvisions,
      and(
        eq(versionProvisions.provisionId, links.provisionId),
        eq(versionProvisions.versionId, version.id),
      ),
    )
    .where(and(eq(links.surveyId, surveyId), isNull(links.removedAt)))
    .orderBy(asc(versionProvisions.ordinal));
  const byQuestion = new Map<string, LinkedProvision[]>();
  for (const { question, ordinal: _, ...provision } of rows) {
    if (question === null) continue;
    byQuestion.set(question, [...(byQuestion.get(question) ?? []), provision]);
  }
  return byQuestion;
}
