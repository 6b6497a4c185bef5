import { and, eq, inArray, isNull } from "drizzle-orm";
import { civilDate } from "#app/domain/japan/index.ts";
import type {
  AddressCorrection,
  LetterKind,
  StratumFilter,
} from "#app/domain/survey/letters/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { firms, invitations, mailings } from "#db/schema/index.ts";
import { record } from "../record.ts";
import { answeredFirms } from "./answered-firms.ts";
import { lockSurvey } from "./lock.ts";
import type { MailingFirm } from "./mailing-addressees.ts";

/** Letters that are laid out and wait for their codes to count. */
export interface MailingToStore {
  id: string;
  kind: LetterKind;
  filter: StratumFilter;
  firms: readonly (MailingFirm & { codeHash: string | undefined })[];
  /** For a letter to a single firm: its right address, kept from now on. */
  correction?: AddressCorrection | undefined;
}

export type MailingStored =
  | {
      stored: true;
      /** 事業者番号 of firms that answered meanwhile: their letters are to be taken out. */
      answered: string[];
    }
  | {
      stored: false;
      /** "changed": a firm left the roster or got another code meanwhile; nothing was stored. */
      why: "closed" | "not-open" | "changed";
    };

/** A statement takes 65,535 parameters at most; an invitation needs four. */
const rowsAtOnce = 10_000;

class Changed extends Error {}

/**
 * Makes the codes of laid out letters count, all in one transaction: codes before die, new ones
 * live, the mailing is listed. When a firm got another code meanwhile, nothing is stored, since a
 * dead code would stand in a letter. Firms that answered meanwhile keep the code they used.
 */
export async function storeMailing(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  mailing: MailingToStore,
): Promise<MailingStored> {
  try {
    return await db.transaction((tx) => store(tx, viewer, surveyId, mailing));
  } catch (error) {
    if (error instanceof Changed) return { stored: false, why: "changed" };
    throw error;
  }
}

async function store(
  tx: Database,
  viewer: Viewer,
  surveyId: string,
  { id, kind, filter, firms: addressees, correction }: MailingToStore,
): Promise<MailingStored> {
  const survey = await lockSurvey(tx, surveyId);
  if (survey.state === "closed") return { stored: false, why: "closed" };
  if (kind === "reminder" && survey.state !== "open") return { stored: false, why: "not-open" };
  const now = new Date();
  const answered = await answeredFirms(tx, surveyId);
  const left = addressees.filter(({ firmId }) => !answered.has(firmId));
  for (let start = 0; start < left.length; start += rowsAtOnce) {
    await renew(tx, surveyId, left.slice(start, start + rowsAtOnce), now);
  }
  const ids = left.map(({ firmId }) => firmId);
  if (kind === "reminder") await touch(tx, ids, { remindedOn: civilDate(now) });
  if (correction) {
    await touch(tx, ids, { ...correction, returnedOn: null, returnedReason: null });
  }
  const createdBy = viewer.kind === "anyone" ? null : viewer.accountId;
  const count = left.length;
  await tx
    .insert(mailings)
    .values({ id, surveyId, kind, firms: count, filter, createdBy, createdAt: now });
  const [only] = left;
  await record(tx, viewer, "手紙の作成", survey.title, {
    kind,
    firms: count,
    ...(correction && only ? { number: only.number, addressCorrected: true } : {}),
  });
  return {
    stored: true,
    answered: addressees.filter(({ firmId }) => answered.has(firmId)).map(({ number }) => number),
  };
}

type Renewal = MailingToStore["firms"];

/** Puts new codes in the place of those that the firms had when their letters were laid out. */
async function renew(tx: Database, surveyId: string, part: Renewal, now: Date): Promise<void> {
  const coded = part.filter(({ codeHash }) => codeHash !== undefined);
  const present = await tx.$count(
    firms,
    and(eq(firms.surveyId, surveyId), inArray(firms.id, idsOf(part))),
  );
  if (present !== part.length) throw new Changed();
  if (coded.length === 0) return;
  const former = coded.flatMap(({ invitationId }) => invitationId ?? []);
  if (former.length > 0) {
    const revoked = await tx
      .update(invitations)
      .set({ revokedAt: now, revokedReason: "再発行" })
      .where(and(inArray(invitations.id, former), isNull(invitations.revokedAt)))
      .returning({ id: invitations.id });
    if (revoked.length !== former.length) throw new Changed();
  }
  const stored = await tx
    .insert(invitations)
    .values(
      coded.flatMap(({ firmId, codeHash }) =>
        codeHash === undefined ? [] : [{ surveyId, firmId, codeHash, issuedAt: now }],
      ),
    )
    .onConflictDoNothing()
    .returning({ id: invitations.id });
  // The other's code came first: each firm has one live code at most.
  if (stored.length !== coded.length) throw new Changed();
}

const idsOf = (part: Renewal) => part.map(({ firmId }) => firmId);

async function touch(
  tx: Database,
  ids: readonly string[],
  values: Partial<typeof firms.$inferInsert>,
): Promise<void> {
  for (let start = 0; start < ids.length; start += rowsAtOnce) {
    const part = ids.slice(start, start + rowsAtOnce);
    await tx.update(firms).set(values).where(inArray(firms.id, part));
  }
}
