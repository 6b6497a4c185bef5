import { and, desc, eq, sql } from "drizzle-orm";
import {
  countTexts,
  type TextDecision,
  type TextQuestionOf,
  textQuestions,
  textsIn,
  type WrittenTexts,
} from "#app/domain/survey/free-text/index.ts";
import { publishedTexts } from "#app/domain/survey/free-text/published-texts.ts";
import type { TextsToTell } from "#app/domain/survey/free-text/texts-within.ts";
import { type AnswerValue, commentKey } from "#app/domain/survey/index.ts";
import type { PublishedTexts } from "#app/domain/survey/release/published.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { firms, responses, surveys, textDecisions } from "#db/schema/index.ts";
import { record } from "../record.ts";

/** The texts of one question with what was decided of them, by hash. */
export interface TextsToDecide {
  question: TextQuestionOf;
  written: WrittenTexts;
  decisions: Map<string, TextDecision>;
}

/** The newest decision on every text of a survey, by question and hash. */
async function decisionsOf(
  db: Database,
  surveyId: string,
): Promise<Map<string, Map<string, TextDecision>>> {
  const rows = await db
    .selectDistinctOn([textDecisions.question, textDecisions.hash])
    .from(textDecisions)
    .where(eq(textDecisions.surveyId, surveyId))
    .orderBy(textDecisions.question, textDecisions.hash, desc(textDecisions.version));
  const decisions = new Map<string, Map<string, TextDecision>>();
  for (const { question, hash, verdict, wording } of rows) {
    const own = decisions.get(question) ?? new Map<string, TextDecision>();
    decisions.set(question, own.set(hash, { verdict, wording }));
  }
  return decisions;
}

/** Each firm's texts to one question; firms that wrote none are left out. */
async function answersTo(
  db: Database,
  surveyId: string,
  question: TextQuestionOf,
): Promise<string[][]> {
  const { answers } = responses;
  const [name, comment] = [question.name, commentKey(question.name)];
  const rows = await db
    .select({
      value: sql<AnswerValue | null>`${answers} -> ${name}::text`,
      comment: sql<AnswerValue | null>`${answers} -> ${comment}::text`,
    })
    .from(responses)
    .where(
      and(
        eq(responses.surveyId, surveyId),
        sql`(jsonb_exists(${answers}, ${name}) or jsonb_exists(${answers}, ${comment}))`,
      ),
    );
  return rows
    .map((row) => textsIn(question, row.value ?? undefined, row.comment ?? undefined))
    .filter((texts) => texts.length > 0);
}

/** The questionnaire of a survey whose answers can be read: a closed one; undefined otherwise. */
async function closedQuestionnaire(db: Database, surveyId: string) {
  const [survey] = await db
    .select({ state: surveys.state, questionnaire: surveys.questionnaire })
    .from(surveys)
    .where(eq(surveys.id, surveyId));
  return survey?.state === "closed" ? survey.questionnaire : undefined;
}

/** The texts of one question; undefined unless the secretariat asks after the survey has closed. */
export async function textsToDecide(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  name: string,
): Promise<TextsToDecide | undefined> {
  if (viewer.kind !== "secretariat") return undefined;
  const questionnaire = await closedQuestionnaire(db, surveyId);
  const question = questionnaire && textQuestions(questionnaire).find((one) => one.name === name);
  if (!question) return undefined;
  const written = countTexts(await answersTo(db, surveyId, question));
  const decisions = (await decisionsOf(db, surveyId)).get(name) ?? new Map();
  return { question, written, decisions };
}

/** How many different texts of each question were decided on, by the question's name. */
export async function decidedTexts(
  db: Database,
  viewer: Viewer,
  surveyId: string,
): Promise<Map<string, number>> {
  if (viewer.kind !== "secretariat") return new Map();
  const decisions = await decisionsOf(db, surveyId);
  return new Map([...decisions].map(([question, own]) => [question, own.size]));
}

/** The names in a survey's roster, to be looked for in texts. For the secretariat. */
export async function rosterNames(
  db: Database,
  viewer: Viewer,
  surveyId: string,
): Promise<string[]> {
  if (viewer.kind !== "secretariat") return [];
  const rows = await db
    .select({ name: firms.name })
    .from(firms)
    .where(eq(firms.surveyId, surveyId));
  return rows.map(({ name }) => name);
}

/**
 * Keeps one decision on texts of a question, by their hashes; the ones before stay. Throws for a
 * member of the council; `anyone` stands for the making of samples.
 */
export async function decideTexts(
  db: Database,
  viewer: Viewer,
  survey: { id: string; title: string },
  question: { name: string; number: number },
  hashes: readonly string[],
  decision: TextDecision,
): Promise<void> {
  if (viewer.kind === "member") throw new Error("a member cannot decide on texts");
  await db.transaction(async (tx) => {
    // One decision at a time, so that versions follow one another.
    await tx
      .select({ id: surveys.id })
      .from(surveys)
      .where(eq(surveys.id, survey.id))
      .for("no key update");
    await tx.execute(sql`
      insert into ${textDecisions} (survey_id, question, hash, version, verdict, wording, decided_by)
      select ${survey.id}::uuid, ${question.name}::text, hash,
        1 + (select count(*) from ${textDecisions} d
          where d.survey_id = ${survey.id}::uuid and d.question = ${question.name} and d.hash = hashes.hash),
        ${decision.verdict}::text_verdict, ${decision.wording}::text,
        ${viewer.kind === "secretariat" ? viewer.accountId : null}::uuid
      from jsonb_array_elements_text(${JSON.stringify(hashes)}::jsonb) as hashes(hash)`);
    await record(tx, viewer, "文章回答の公表の決定", `${survey.title}　問${question.number}`, {
      texts: hashes.length,
      verdict: decision.verdict,
    });
  });
}

/**
 * What the next release says of the texts of every question that takes some, by the question's
 * name: only what the secretariat has decided to publish, and nothing until it has; with what earlier
 * releases have said. They are to be taken through `textsWithin` once the tables are protected. Empty
 * unless the survey has closed.
 */
export async function textsForRelease(
  db: Database,
  surveyId: string,
  threshold: number,
): Promise<Record<string, TextsToTell>> {
  const questionnaire = await closedQuestionnaire(db, surveyId);
  if (!questionnaire) return {};
  const decisions = await decisionsOf(db, surveyId);
  const earlier = await releasedTexts(db, surveyId);
  const texts: Record<string, TextsToTell> = {};
  for (const question of textQuestions(questionnaire)) {
    const own = decisions.get(question.name) ?? new Map<string, TextDecision>();
    const shown = [...own.values()].some(({ verdict }) => verdict !== "withhold");
    const answers = shown ? await answersTo(db, surveyId, question) : [];
    texts[question.name] = {
      ...publishedTexts(answers, own, threshold),
      earlier: earlier.get(question.name) ?? [],
    };
  }
  return texts;
}

/** The texts that each release so far has shown, by the question's name, the oldest first. */
async function releasedTexts(
  db: Database,
  surveyId: string,
): Promise<Map<string, PublishedTexts[]>> {
  const rows = await db.execute<{ name: string; texts: PublishedTexts }>(sql`
    select question->>'name' as name, question->'texts' as texts
    from releases, jsonb_array_elements(published->'questions') as question
    where survey_id = ${surveyId} and jsonb_array_length(question->'texts'->'published') > 0
    order by number`);
  const texts = new Map<string, PublishedTexts[]>();
  for (const row of rows) texts.set(row.name, [...(texts.get(row.name) ?? []), row.texts]);
  return texts;
}
