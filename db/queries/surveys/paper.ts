import { and, eq, ne, sql } from "drizzle-orm";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { accounts, firms, invitations, paperKeyings, surveyProgress } from "#db/schema/index.ts";
import { record } from "../record.ts";
import { lockSurvey } from "./lock.ts";

/** The secretariat, signed in: keyings are by account. */
export type Clerk = Extract<Viewer, { kind: "secretariat" }>;

/** One code's paper answer in one survey. */
export interface PaperCode {
  surveyId: string;
  invitationId: string;
}

/** How far the paper answer of a code is. */
export interface PaperState {
  /** How the firm's answer came that counts; null as long as there is none. */
  answered: "web" | "paper" | null;
  /** The viewer's own keying, sealed. */
  own: Uint8Array | undefined;
  /** How many people besides the viewer have keyed it in. */
  others: number;
  /** The other keying, sealed, and who made it: only for those who have keyed it in themselves. */
  other: { name: string; sealed: Uint8Array } | undefined;
}

/** How far a paper answer is, as one of the secretariat may see it. */
export async function paperState(
  db: Database,
  viewer: Clerk,
  { invitationId }: PaperCode,
): Promise<PaperState> {
  const keyings = await db
    .select({
      keyedBy: paperKeyings.keyedBy,
      name: accounts.name,
      sealed: paperKeyings.sealed,
    })
    .from(paperKeyings)
    .innerJoin(accounts, eq(accounts.id, paperKeyings.keyedBy))
    .where(eq(paperKeyings.invitationId, invitationId));
  const own = keyings.find(({ keyedBy }) => keyedBy === viewer.accountId);
  const others = keyings.filter(({ keyedBy }) => keyedBy !== viewer.accountId);
  const [other] = own ? others : [];
  return {
    answered: await answeredBy(db, invitationId),
    own: own?.sealed,
    others: others.length,
    other: other && { name: other.name, sealed: other.sealed },
  };
}

/** How the firm of an invitation has answered; null as long as it has not. */
export async function answeredBy(
  db: Database,
  invitationId: string,
): Promise<PaperState["answered"]> {
  const [row] = await db
    .select({
      spent: sql<boolean>`bit_at(${surveyProgress.spent}, ${firms.ordinal})`,
      onPaper: sql<boolean>`bit_at(${surveyProgress.onPaper}, ${firms.ordinal})`,
    })
    .from(invitations)
    .innerJoin(firms, eq(firms.id, invitations.firmId))
    .innerJoin(surveyProgress, eq(surveyProgress.surveyId, invitations.surveyId))
    .where(eq(invitations.id, invitationId));
  if (!row?.spent) return null;
  return row.onPaper ? "paper" : "web";
}

export type KeyingSaved = "saved" | "two-others" | "not-open" | "answered";

/**
 * Keeps one person's keying of a paper answer, in the place of an earlier one of the same person.
 * A paper is keyed in by two accounts, never by more. There is no time, and the record names no firm.
 */
export async function saveKeying(
  db: Database,
  viewer: Clerk,
  { surveyId, invitationId }: PaperCode,
  sealed: Uint8Array,
): Promise<KeyingSaved> {
  return db.transaction(async (tx): Promise<KeyingSaved> => {
    const survey = await lockSurvey(tx, surveyId);
    if (survey.state !== "open") return "not-open";
    if ((await answeredBy(tx, invitationId)) !== null) return "answered";
    const others = await tx
      .select({ id: paperKeyings.id })
      .from(paperKeyings)
      .where(
        and(
          eq(paperKeyings.invitationId, invitationId),
          ne(paperKeyings.keyedBy, viewer.accountId),
        ),
      );
    if (others.length > 1) return "two-others";
    await tx
      .insert(paperKeyings)
      .values({ surveyId, invitationId, keyedBy: viewer.accountId, sealed })
      .onConflictDoUpdate({
        target: [paperKeyings.invitationId, paperKeyings.keyedBy],
        set: { sealed },
      });
    await record(tx, viewer, "紙の回答の入力", survey.title);
    return "saved";
  });
}

/** How many paper answers wait for a second person, and how many of them for the viewer. */
export interface KeyingsWaiting {
  once: number;
  onceByOthers: number;
  twice: number;
}

/** Counts the keyings of a survey that are not finished. */
export async function keyingsWaiting(
  db: Database,
  viewer: Clerk,
  surveyId: string,
): Promise<KeyingsWaiting> {
  const keyed = db.$with("keyed").as(
    db
      .select({
        times: sql<number>`count(*)`.as("times"),
        mine: sql<boolean>`bool_or(${paperKeyings.keyedBy} = ${viewer.accountId})`.as("mine"),
      })
      .from(paperKeyings)
      .where(eq(paperKeyings.surveyId, surveyId))
      .groupBy(paperKeyings.invitationId),
  );
  const [row] = await db
    .with(keyed)
    .select({
      once: sql<number>`(count(*) filter (where times = 1))::int`,
      onceByOthers: sql<number>`(count(*) filter (where times = 1 and not mine))::int`,
      twice: sql<number>`(count(*) filter (where times > 1))::int`,
    })
    .from(keyed);
  return row ?? { once: 0, onceByOthers: 0, twice: 0 };
}
