import { randomBytes } from "node:crypto";
import { and, asc, eq, inArray, isNull, notExists, sql } from "drizzle-orm";
import { codeRandomBytes, newCode } from "#app/domain/survey/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { firms, invitations, mailings, surveyProgress, surveys } from "#db/schema/index.ts";
import { record } from "../record.ts";
import { lockSurvey } from "./lock.ts";
import { hasAnswered } from "./spent.ts";
import type { Survey } from "./surveys.ts";

/** A firm's line in the list of codes. The code is told this once; only its hash is stored. */
export interface IssuedCode {
  number: string;
  name: string;
  postalCode: string;
  address: string;
  /** ABCD-EFGH-JKLM-NPQR */
  code: string;
}

export type Issuing =
  | { issued: true; codes: IssuedCode[] }
  | { issued: false; why: "closed" | "no-roster" | "none-left" };

/** A statement takes 65,535 parameters at most; an invitation needs three. */
const invitationsAtOnce = 10_000;

/**
 * Makes a code for each firm that has none ("missing"), or a new one for each firm that has not
 * answered ("unanswered"): their codes before die at once. In the order of the roster.
 */
export async function issueCodes(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  whom: "missing" | "unanswered",
  hashCode: (code: string) => string,
): Promise<Issuing> {
  return db.transaction(async (tx): Promise<Issuing> => {
    const survey = await lockSurvey(tx, surveyId);
    if (survey.state === "closed") return { issued: false, why: "closed" };
    if (whom === "unanswered") await revokeUnanswered(tx, surveyId);
    const { id, number, name, postalCode, address } = firms;
    const roster = await tx
      .select({ id, number, name, postalCode, address, invitation: invitations.id })
      .from(firms)
      .leftJoin(invitations, and(eq(invitations.firmId, firms.id), isNull(invitations.revokedAt)))
      .where(eq(firms.surveyId, surveyId))
      .orderBy(asc(firms.number));
    if (roster.length === 0) return { issued: false, why: "no-roster" };
    const codes = roster
      .filter(({ invitation }) => invitation === null)
      .map((firm) => ({ ...firm, code: newCode(randomBytes(codeRandomBytes)) }));
    if (codes.length === 0) return { issued: false, why: "none-left" };
    // The same instant for all: it tells which codes a mailing brought.
    const now = new Date();
    for (let start = 0; start < codes.length; start += invitationsAtOnce) {
      const rows = codes.slice(start, start + invitationsAtOnce).map(({ id: firmId, code }) => ({
        surveyId,
        firmId,
        codeHash: hashCode(code),
        issuedAt: now,
      }));
      await tx.insert(invitations).values(rows);
    }
    await tx.insert(mailings).values({
      surveyId,
      kind: whom === "unanswered" ? "reissue" : "invitation",
      firms: codes.length,
      createdBy: viewer.kind === "anyone" ? null : viewer.accountId,
      createdAt: now,
    });
    await record(tx, viewer, "コードの発行", survey.title, {
      codes: codes.length,
      again: whom === "unanswered",
    });
    return {
      issued: true,
      codes: codes.map(({ number, name, postalCode, address, code }) => ({
        number,
        name,
        postalCode,
        address,
        code,
      })),
    };
  });
}

async function revokeUnanswered(tx: Database, surveyId: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: new Date(), revokedReason: "再発行" })
    .where(
      and(
        eq(invitations.surveyId, surveyId),
        isNull(invitations.revokedAt),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(firms)
            .innerJoin(surveyProgress, eq(surveyProgress.surveyId, firms.surveyId))
            .where(and(eq(firms.id, invitations.firmId), hasAnswered)),
        ),
      ),
    );
}

/** An invitation that counts, with the survey it belongs to. It names no firm. */
export interface Invitation {
  id: string;
  answered: boolean;
  survey: Pick<
    Survey,
    | "id"
    | "slug"
    | "title"
    | "state"
    | "opensOn"
    | "closesOn"
    | "questionnaire"
    | "edition"
    | "mode"
    | "threshold"
    | "contact"
    | "isSample"
    | "isSimulated"
  >;
}

/** The invitation that has one of the hashes of a code; null when none counts. */
export function invitationByCode(
  db: Database,
  codeHashes: readonly string[],
): Promise<Invitation | null> {
  return findInvitation(db, inArray(invitations.codeHash, [...codeHashes]));
}

/** The invitation that a contractor's browser answers under; null when it was revoked. */
export function invitationById(db: Database, id: string): Promise<Invitation | null> {
  return findInvitation(db, eq(invitations.id, id));
}

async function findInvitation(
  db: Database,
  condition: ReturnType<typeof eq>,
): Promise<Invitation | null> {
  const { id, slug, title, state, opensOn, closesOn, questionnaire } = surveys;
  const { edition, mode, threshold, contact, isSample, isSimulated } = surveys;
  const what = { id, slug, title, state, opensOn, closesOn, questionnaire };
  const [row] = await db
    .select({
      id: invitations.id,
      answered: hasAnswered,
      survey: { ...what, edition, mode, threshold, contact, isSample, isSimulated },
    })
    .from(invitations)
    .innerJoin(firms, eq(firms.id, invitations.firmId))
    .innerJoin(surveys, eq(surveys.id, invitations.surveyId))
    .leftJoin(surveyProgress, eq(surveyProgress.surveyId, surveys.id))
    .where(and(condition, isNull(invitations.revokedAt)));
  return row ?? null;
}
