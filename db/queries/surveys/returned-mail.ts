import { and, asc, eq, inArray, isNotNull, type isNull } from "drizzle-orm";
import type { ReturnReason } from "#app/domain/survey/letters/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { firms, invitations, surveyProgress } from "#db/schema/index.ts";
import { record } from "../record.ts";
import { lockSurvey } from "./lock.ts";
import { hasAnswered } from "./spent.ts";

/** A returned letter as a clerk named it; `typed` is told back when no firm is found. */
export type ReturnedEntry = { typed: string } & (
  | { number: string }
  | { codeHashes: readonly string[] }
);

export type ReturnedMarked =
  | { marked: true; firms: number }
  /** Nothing was stored: these entries name no firm of the survey. */
  | { marked: false; why: "unknown"; unknown: string[] }
  | { marked: false; why: "closed" };

/**
 * Notes that letters came back, all or none. Codes of earlier letters name their firm as well. A
 * firm that is noted already keeps one note, the newest.
 */
export async function markReturned(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  entries: readonly ReturnedEntry[],
  { on, reason }: { on: string; reason: ReturnReason },
): Promise<ReturnedMarked> {
  return db.transaction(async (tx): Promise<ReturnedMarked> => {
    const survey = await lockSurvey(tx, surveyId);
    if (survey.state === "closed") return { marked: false, why: "closed" };
    const numbers = entries.flatMap((entry) => ("number" in entry ? [entry.number] : []));
    const hashes = entries.flatMap((entry) => ("codeHashes" in entry ? entry.codeHashes : []));
    const byNumber = await tx
      .select({ key: firms.number, id: firms.id })
      .from(firms)
      .where(and(eq(firms.surveyId, surveyId), inArray(firms.number, numbers)));
    const byCode = await tx
      .select({ key: invitations.codeHash, id: invitations.firmId })
      .from(invitations)
      .where(and(eq(invitations.surveyId, surveyId), inArray(invitations.codeHash, hashes)));
    const numbered = new Map(byNumber.map(({ key, id }) => [key, id]));
    const coded = new Map(byCode.map(({ key, id }) => [key, id]));
    const firmOf = (entry: ReturnedEntry) =>
      "number" in entry
        ? numbered.get(entry.number)
        : entry.codeHashes.map((hash) => coded.get(hash)).find(Boolean);
    const unknown = entries.filter((entry) => firmOf(entry) === undefined);
    if (unknown.length > 0) {
      return { marked: false, why: "unknown", unknown: unknown.map(({ typed }) => typed) };
    }
    const ids = [...new Set(entries.flatMap((entry) => firmOf(entry) ?? []))];
    await tx
      .update(firms)
      .set({ returnedOn: on, returnedReason: reason })
      .where(inArray(firms.id, ids));
    await record(tx, viewer, "戻った郵便の記録", survey.title, { firms: ids.length, on, reason });
    return { marked: true, firms: ids.length };
  });
}

/** Takes the note of a returned letter back; false when there was none. */
export async function undoReturned(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  number: string,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    const undone = await tx
      .update(firms)
      .set({ returnedOn: null, returnedReason: null })
      .where(
        and(eq(firms.surveyId, surveyId), eq(firms.number, number), isNotNull(firms.returnedOn)),
      )
      .returning({ id: firms.id });
    if (undone.length === 0) return false;
    await record(tx, viewer, "戻った郵便の取消し", survey.title, { number });
    return true;
  });
}

/** A firm whose letter came back. */
export interface ReturnedFirm {
  number: string;
  name: string;
  postalCode: string;
  address: string;
  returnedOn: string | null;
  returnedReason: string | null;
  answered: boolean;
}

/** The firms whose letters came back and that got no other since, in the order of the roster. */
export async function returnedFirms(
  db: Database,
  viewer: Viewer,
  surveyId: string,
): Promise<ReturnedFirm[]> {
  if (viewer.kind !== "secretariat") return [];
  return firmsWhere(db, surveyId, isNotNull(firms.returnedOn));
}

/** A firm of the roster by its 事業者番号, to correct its address. */
export async function firmForLetter(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  number: string,
): Promise<ReturnedFirm | undefined> {
  if (viewer.kind !== "secretariat") return undefined;
  const [firm] = await firmsWhere(db, surveyId, eq(firms.number, number));
  return firm;
}

function firmsWhere(db: Database, surveyId: string, condition: ReturnType<typeof isNull>) {
  const { number, name, postalCode, address, returnedOn, returnedReason } = firms;
  return db
    .select({
      number,
      name,
      postalCode,
      address,
      returnedOn,
      returnedReason,
      answered: hasAnswered,
    })
    .from(firms)
    .leftJoin(surveyProgress, eq(surveyProgress.surveyId, firms.surveyId))
    .where(and(eq(firms.surveyId, surveyId), condition))
    .orderBy(asc(firms.number));
}
