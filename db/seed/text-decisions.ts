import { groupsOfTexts, textQuestions } from "#app/domain/survey/free-text/index.ts";
import type { Questionnaire } from "#app/domain/survey/index.ts";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { decideTexts, textsToDecide } from "#db/queries/surveys/index.ts";

/** Only the secretariat reads texts; nobody in particular decided on the sample's. */
const reader: Viewer = { kind: "secretariat", accountId: "", name: "" };

/** Decides to publish every text of the closed sample: they are made up and tell of nobody. */
export async function seedTextDecisions(
  db: Database,
  survey: { id: string; title: string },
  questionnaire: Questionnaire,
): Promise<void> {
  for (const { name } of textQuestions(questionnaire)) {
    const found = await textsToDecide(db, reader, survey.id, name);
    if (!found) continue;
    for (const group of groupsOfTexts(found.written)) {
      const hashes = group.map(({ hash }) => hash);
      const decision = { verdict: "publish" as const, wording: group[0].text };
      await decideTexts(db, anyone, survey, found.question, hashes, decision);
    }
  }
}
