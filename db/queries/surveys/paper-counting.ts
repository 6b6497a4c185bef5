import { eq } from "drizzle-orm";
import type { Answers } from "#app/domain/survey/index.ts";
import type { Database } from "#db/database.ts";
import { doubleAnswers, invitations, paperKeyings } from "#db/schema/index.ts";
import { record } from "../record.ts";
import { lockSurvey } from "./lock.ts";
import { answeredBy, type Clerk, type PaperCode } from "./paper.ts";
import { receiveAnswers } from "./receive-answers.ts";

/** A paper answer that two people have keyed in and agree on. */
export interface PaperSubmission extends PaperCode {
  edition: number;
  answers: Answers;
  receiptNumber: string;
  /** The two keyings that were compared, as they were read. */
  compared: { own: Uint8Array; other: Uint8Array };
  /** At how many questions they differed and were settled by the viewer. */
  settled: number;
}

export type PaperCounted =
  | { counted: true; receiptNumber: string }
  | {
      counted: false;
      /** "web-first": the firm's web answer counts; the paper has been noted as a double. */
      why:
        | "not-keyed-twice"
        | "keyings-changed"
        | "web-first"
        | "closed"
        | "edition-changed"
        | "revoked";
    };

/**
 * Counts a paper answer: only if two different accounts have keyed it in, the viewer one of them,
 * and neither keying has changed since they were compared. Which came first, paper or web, is
 * decided where every answer is stored; the keyings go in the same transaction. The record tells of
 * it at once in a named survey; in an anonymous one, where it would date the answer, at the close.
 */
export async function countPaperAnswer(
  db: Database,
  viewer: Clerk,
  submission: PaperSubmission,
): Promise<PaperCounted> {
  const { surveyId, invitationId, edition, answers, receiptNumber, compared, settled } = submission;
  return db.transaction(async (tx): Promise<PaperCounted> => {
    const survey = await lockSurvey(tx, surveyId);
    const keyings = await tx
      .select({ keyedBy: paperKeyings.keyedBy, sealed: paperKeyings.sealed })
      .from(paperKeyings)
      .where(eq(paperKeyings.invitationId, invitationId));
    const own = keyings.find(({ keyedBy }) => keyedBy === viewer.accountId);
    const other = keyings.find(({ keyedBy }) => keyedBy !== viewer.accountId);
    if (!own || !other) return { counted: false, why: "not-keyed-twice" };
    if (!same(own.sealed, compared.own) || !same(other.sealed, compared.other)) {
      return { counted: false, why: "keyings-changed" };
    }
    const reception = await receiveAnswers(tx, {
      invitationId,
      edition,
      answers,
      receiptNumber,
      channel: "paper",
      notedBy: viewer.accountId,
    });
    if (!reception.received && reception.refusal.why !== "already-answered") {
      const { why } = reception.refusal;
      if (why === "edition-changed") return { counted: false, why };
      return { counted: false, why: why === "unknown-code" ? "revoked" : "closed" };
    }
    await tx.delete(paperKeyings).where(eq(paperKeyings.invitationId, invitationId));
    const counted = reception.received;
    if (survey.mode === "named") {
      await record(tx, viewer, "紙の回答の受付", survey.title, { counted, settled });
    }
    return counted
      ? { counted, receiptNumber: reception.receiptNumber }
      : { counted, why: "web-first" };
  });
}

/**
 * Notes that paper came from a firm whose web answer counts, and forgets what was keyed of it.
 * False when the firm has not answered on the web.
 */
export async function notePaperBesideWeb(
  db: Database,
  viewer: Clerk,
  { surveyId, invitationId }: PaperCode,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const survey = await lockSurvey(tx, surveyId);
    if (survey.state !== "open" || (await answeredBy(tx, invitationId)) !== "web") return false;
    const [invitation] = await tx
      .select({ firmId: invitations.firmId })
      .from(invitations)
      .where(eq(invitations.id, invitationId));
    if (!invitation) return false;
    await tx
      .insert(doubleAnswers)
      .values({ firmId: invitation.firmId, channel: "paper", surveyId, notedBy: viewer.accountId })
      .onConflictDoNothing();
    await tx.delete(paperKeyings).where(eq(paperKeyings.invitationId, invitationId));
    if (survey.mode === "named") {
      await record(tx, viewer, "紙の回答の受付", survey.title, { counted: false });
    }
    return true;
  });
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
