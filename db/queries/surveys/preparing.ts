import { eq } from "drizzle-orm";
import { canonicalJson } from "#app/domain/interim-draft/canonical-json.ts";
import { definitionText } from "#app/domain/survey/definition/definition-text.ts";
import type { Questionnaire, SurveyMode } from "#app/domain/survey/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { surveyEditions, surveyProgress, surveys } from "#db/schema/index.ts";
import { record } from "../record.ts";
import { lockSurvey } from "./lock.ts";

/** What a survey asks, as the secretariat enters it. */
export interface QuestionnaireEntry {
  title: string;
  questionnaire: Questionnaire;
  /** The definition exactly as given; a text of it where there is none. */
  source?: string;
}

/** How a survey is conducted, as the secretariat enters it; what is left out is the usual. */
export interface SettingsEntry {
  closesOn: string;
  mode?: SurveyMode;
  threshold?: number;
  opensOn?: string | null;
  remindsOn?: string | null;
  contact?: string;
  letterText?: string;
}

/** What the secretariat enters of a survey. */
export type SurveyEntry = QuestionnaireEntry & SettingsEntry;

/** Registers a survey, in preparation, and returns its id; undefined when its slug is taken. */
export async function createSurvey(
  db: Database,
  viewer: Viewer,
  { source, ...entry }: SurveyEntry & { slug: string; isSample?: boolean; isSimulated?: boolean },
): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    const createdBy = viewer.kind === "anyone" ? null : viewer.accountId;
    const [row] = await tx
      .insert(surveys)
      .values({ ...entry, createdBy })
      .onConflictDoNothing({ target: surveys.slug })
      .returning({ id: surveys.id });
    if (!row) return undefined;
    const none = new Uint8Array();
    await tx.insert(surveyProgress).values({ surveyId: row.id, spent: none, onPaper: none });
    await storeFirstEdition(tx, viewer, row.id, entry.questionnaire, source);
    await record(tx, viewer, "調査票の登録", entry.title, { slug: entry.slug });
    return row.id;
  });
}

/**
 * Replaces what a survey in preparation asks; nothing is changed when it is too late ("opened"), or
 * when `over` is given and the definition is no longer that text ("changed-meanwhile").
 */
export async function changeQuestionnaire(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  { source, title, questionnaire, following }: QuestionnaireEntry & { following?: Questionnaire },
): Promise<"changed" | "opened" | "changed-meanwhile"> {
  return db.transaction(async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    if (survey.state !== "preparing") return "opened";
    const { definition } = survey.questionnaire;
    if (following && canonicalJson(following.definition) !== canonicalJson(definition)) {
      return "changed-meanwhile";
    }
    await tx.update(surveys).set({ title, questionnaire }).where(eq(surveys.id, surveyId));
    await storeFirstEdition(tx, viewer, surveyId, questionnaire, source);
    await record(tx, viewer, "調査票の登録", title, { slug: survey.slug });
    return "changed";
  });
}

/** Changes how a survey in preparation is conducted; "opened" when it is too late. */
export async function changeSettings(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  settings: SettingsEntry,
): Promise<"changed" | "opened"> {
  return db.transaction(async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    if (survey.state !== "preparing") return "opened";
    const { closesOn, mode, threshold, opensOn, remindsOn, contact, letterText } = settings;
    await tx
      .update(surveys)
      .set({ closesOn, mode, threshold, opensOn, remindsOn, contact, letterText })
      .where(eq(surveys.id, surveyId));
    await record(tx, viewer, "調査の設定", survey.title, { mode, threshold, opensOn, closesOn });
    return "changed";
  });
}

/** Edition 1 is what is registered, until the survey opens. */
async function storeFirstEdition(
  tx: Database,
  viewer: Viewer,
  surveyId: string,
  questionnaire: Questionnaire,
  source = definitionText(questionnaire.definition),
): Promise<void> {
  const createdBy = viewer.kind === "anyone" ? null : viewer.accountId;
  const edition = { source, questionnaire, createdBy };
  await tx
    .insert(surveyEditions)
    .values({ surveyId, number: 1, ...edition })
    .onConflictDoUpdate({
      target: [surveyEditions.surveyId, surveyEditions.number],
      set: edition,
    });
}
