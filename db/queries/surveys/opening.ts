import { eq, inArray, sql } from "drizzle-orm";
import { civilDate, wareki } from "#app/domain/japan/index.ts";
import { deadlinePassed, dueStep } from "#app/domain/survey/calendar.ts";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { surveyProgress, surveys } from "#db/schema/index.ts";
import { announce } from "../publications.ts";
import { record } from "../record.ts";
import { forgetOrder, wipeDeadRows } from "./closing.ts";
import { lockSurvey } from "./lock.ts";
import { readyForAnswers } from "./ready-for-answers.ts";
import { rosterCounts } from "./roster.ts";

/** What came of opening a survey: why it could not be opened, or that it is open. */
export type Opening =
  | "opened"
  | "already"
  | "no-deadline"
  | "deadline-passed"
  | "no-roster"
  | "too-few-firms"
  | "no-codes";

type LockedSurvey = Awaited<ReturnType<typeof lockSurvey>>;

/**
 * Opens a survey: from now on firms can answer, its questionnaire and roster are fixed, and it
 * stands on the public list. Every firm needs a code first; an anonymous survey of fewer firms than
 * its threshold does not open. `at` is for samples only.
 */
export async function openSurvey(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  at?: Date,
): Promise<Opening> {
  return db.transaction(async (tx) => open(tx, viewer, await lockSurvey(tx, surveyId), at));
}

async function open(
  tx: Database,
  viewer: Viewer,
  survey: LockedSurvey,
  at?: Date,
): Promise<Opening> {
  const { id, title, slug, state, mode, threshold, closesOn, isSample } = survey;
  if (state !== "preparing") return "already";
  if (closesOn === null) return "no-deadline";
  if (deadlinePassed(closesOn, civilDate(at ?? new Date()))) return "deadline-passed";
  const { firms, withCode } = await rosterCounts(tx, id);
  if (firms === 0) return "no-roster";
  // No merging of strata would bring a combination to the threshold.
  if (mode === "anonymous" && firms < threshold) return "too-few-firms";
  if (withCode < firms) return "no-codes";
  await readyForAnswers(tx, survey);
  await tx
    .update(surveys)
    .set({ state: "open", openedAt: at ?? sql`now()` })
    .where(eq(surveys.id, id));
  await announce(tx, {
    audience: "public",
    title: `調査「${title}」を始めました`,
    summary: `依頼文を受け取った事業者は、${wareki(closesOn)}までに回答してください。`,
    subject: { kind: "survey", slug },
    isSample,
    ...(at ? { at } : {}),
  });
  await record(tx, viewer, "調査の開始", title, { firms });
  return "opened";
}

/**
 * Closes an open survey: no answer is taken any more, and the answers can be tabulated. Those of
 * an anonymous survey lose their order and their receipt numbers with it.
 */
export async function closeSurvey(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  at?: Date,
): Promise<"closed" | "already" | "not-open"> {
  const outcome = await db.transaction(async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    if (survey.state === "closed") return "already";
    if (survey.state === "preparing") return "not-open";
    await close(tx, viewer, survey, at);
    return "closed";
  });
  if (outcome === "closed") await wipeDeadRows(db);
  return outcome;
}

async function close(tx: Database, viewer: Viewer, survey: LockedSurvey, at?: Date): Promise<void> {
  await tx
    .update(surveys)
    .set({ state: "closed", closedAt: at ?? sql`now()` })
    .where(eq(surveys.id, survey.id));
  await tx
    .update(surveyProgress)
    .set({ wipeDue: true })
    .where(eq(surveyProgress.surveyId, survey.id));
  if (survey.mode === "anonymous") {
    await forgetOrder(tx, survey);
    await recordPaper(tx, viewer, survey);
  }
  await record(tx, viewer, "調査の締切り", survey.title);
}

/** What came on paper, in one entry: one for each answer would date it, and so tell whose it is. */
async function recordPaper(tx: Database, viewer: Viewer, { id, title }: LockedSurvey) {
  const [row] = await tx.execute<{ counted: number; besideWeb: number }>(sql`
    select bit_count(on_paper)::integer as counted,
      (select count(*)::integer from double_answers
        where survey_id = ${id} and channel = 'paper') as "besideWeb"
    from survey_progress where survey_id = ${id}`);
  if (row && row.counted + row.besideWeb > 0)
    await record(tx, viewer, "紙の回答の受付", title, row);
}

/** What the calendar did: the slugs of the surveys that it opened and closed, and what failed. */
export interface CalendarKept {
  opened: string[];
  closed: string[];
  failures: unknown[];
}

/**
 * Opens the surveys whose day has come and that are ready, and closes those whose deadline and
 * days for paper are over. What is due is decided under the survey's lock, so two processes at once do
 * everything once. The record names the system as who did it. A survey that cannot be opened or
 * closed keeps no other from it; its failure is told, and it is tried again the next time.
 */
export async function keepCalendar(db: Database, now: Date): Promise<CalendarKept> {
  const today = civilDate(now);
  const candidates = await db
    .select({
      id: surveys.id,
      state: surveys.state,
      opensOn: surveys.opensOn,
      closesOn: surveys.closesOn,
    })
    .from(surveys)
    .where(inArray(surveys.state, ["preparing", "open"]));
  const kept: CalendarKept = { opened: [], closed: [], failures: [] };
  for (const candidate of candidates) {
    if (dueStep({ ...candidate, ready: true }, today) === null) continue;
    try {
      const { opened = [], closed = [] } = await takeDueStep(db, candidate.id, today);
      kept.opened.push(...opened);
      kept.closed.push(...closed);
    } catch (error) {
      kept.failures.push(error);
    }
  }
  // Also what a close has left undone, by the calendar or by hand, when the server died after it.
  await wipeDeadRows(db);
  return kept;
}

async function takeDueStep(
  db: Database,
  surveyId: string,
  today: string,
): Promise<Partial<CalendarKept>> {
  return db.transaction(async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    // `open` itself looks whether the survey is ready.
    const step = dueStep({ ...survey, ready: true }, today);
    if (step === "open") {
      return (await open(tx, anyone, survey)) === "opened" ? { opened: [survey.slug] } : {};
    }
    if (step === null) return {};
    await close(tx, anyone, survey);
    return { closed: [survey.slug] };
  });
}
