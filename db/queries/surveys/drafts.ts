import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { drafts, firms, invitations, surveyProgress, surveys } from "#db/schema/index.ts";
import { hasAnswered } from "./spent.ts";

/** A draft as it is kept: sealed under the code's key. */
export interface SealedDraft {
  /** How often it was saved; what the next saving has to name. */
  revision: number;
  sealed: Uint8Array;
}

/** The draft of an invitation; undefined where nothing is saved. */
export async function loadDraft(
  db: Database,
  invitationId: string,
): Promise<SealedDraft | undefined> {
  const [row] = await db
    .select({ revision: drafts.revision, sealed: drafts.sealed })
    .from(drafts)
    .where(eq(drafts.invitationId, invitationId));
  return row;
}

export type DraftSaving =
  | { saved: true; revision: number }
  | { saved: false; why: "changed-elsewhere" | "answered" | "not-open" };

/**
 * Saves a draft in the place of the one whose revision is given (0: there is none yet).
 * "changed-elsewhere": another tab or device has saved meanwhile; nothing was overwritten. The
 * progress is held, so that no draft outlives the answer that it became.
 */
export async function saveDraft(
  db: Database,
  { invitationId, revision, sealed }: { invitationId: string } & SealedDraft,
): Promise<DraftSaving> {
  return db.transaction(async (tx): Promise<DraftSaving> => {
    const [found] = await tx
      .select({
        surveyId: surveys.id,
        answered: hasAnswered,
        open: sql<boolean>`${surveys.state} = 'open' and coalesce(${surveys.closesOn} >= (now() at time zone 'Asia/Tokyo')::date, true)`,
      })
      .from(invitations)
      .innerJoin(firms, eq(firms.id, invitations.firmId))
      .innerJoin(surveys, eq(surveys.id, invitations.surveyId))
      .innerJoin(surveyProgress, eq(surveyProgress.surveyId, surveys.id))
      .where(and(eq(invitations.id, invitationId), isNull(invitations.revokedAt)))
      .for("share", { of: [surveyProgress] });
    if (found?.answered) return { saved: false, why: "answered" };
    if (!found?.open) return { saved: false, why: "not-open" };
    const next = revision + 1;
    const written =
      revision === 0
        ? await tx
            .insert(drafts)
            .values({ invitationId, surveyId: found.surveyId, revision: next, sealed })
            .onConflictDoNothing()
            .returning({ revision: drafts.revision })
        : await tx
            .update(drafts)
            .set({ revision: next, sealed })
            .where(and(eq(drafts.invitationId, invitationId), eq(drafts.revision, revision)))
            .returning({ revision: drafts.revision });
    return written.length > 0
      ? { saved: true, revision: next }
      : { saved: false, why: "changed-elsewhere" };
  });
}
