import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import {
  type Fate,
  type FateKind,
  fatesOf,
  type ReferenceImpact,
  referenceImpacts,
} from "#app/domain/draft-version/index.ts";
import type { Link } from "#app/domain/evidence/index.ts";
import type { SignedIn } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { accounts, confirmations } from "#db/schema/index.ts";
import { commentsOfProvisions } from "./comments.ts";
import { alignmentBetween } from "./comparisons.ts";
import { linksOf } from "./links.ts";
import { identitiesIn } from "./provisions.ts";
import { record } from "./record.ts";
import { type DraftVersion, newestVersion, versionById } from "./versions.ts";

/** A comment or a link on a provision that a version does not leave exactly as it was. */
export interface ImpactItem {
  /** "comment" or "link" with its identifier. */
  hangs: { on: "comment" | "link"; id: string };
  /** 「意見3」「発言」「調査の問い」 with the start of its words. */
  name: string;
  words: string;
  provisionId: string;
  fate: FateKind;
  before: string;
  /** Absent when the provision is gone. */
  after: string | undefined;
  /** Names the text as it reads now: a confirmation counts for this text only. */
  wording: string;
  confirmed: { by: string; at: Date } | undefined;
}

/** What a version does to what was there before it. */
export interface Impact {
  references: ReferenceImpact[];
  items: ImpactItem[];
  unconfirmed: number;
}

/**
 * What a version does to references, comments and links; undefined for the first version. For the
 * secretariat. Comments and links made on the version itself are not affected by it.
 */
export async function impactOf(
  db: Database,
  viewer: SignedIn,
  version: DraftVersion,
): Promise<Impact | undefined> {
  const previous =
    version.previousId === null ? undefined : await versionById(db, viewer, version.previousId);
  if (!previous) return undefined;
  const [alignment, identities] = await Promise.all([
    alignmentBetween(db, previous, version),
    identitiesIn(db, previous),
  ]);
  const fates = fatesOf(previous.parsed, version.parsed, alignment);
  const items = await itemsOn(db, viewer, version, fates, identities);
  return {
    references: referenceImpacts(previous.parsed, version.parsed, alignment, fates),
    items,
    unconfirmed: items.filter(({ confirmed }) => !confirmed).length,
  };
}

async function itemsOn(
  db: Database,
  viewer: SignedIn,
  version: DraftVersion,
  fates: ReadonlyMap<string, Fate>,
  identities: ReadonlyMap<string, string>,
): Promise<ImpactItem[]> {
  const changed = [...fates.values()].flatMap((fate) => {
    const provisionId = identities.get(fate.before.path);
    return provisionId === undefined ? [] : [{ fate, provisionId }];
  });
  const ids = changed.map(({ provisionId }) => provisionId);
  const [links, threads, confirmed] = await Promise.all([
    linksOf(db, viewer, ids),
    commentsOfProvisions(db, viewer, ids),
    confirmationsOf(db, version),
  ]);
  const shownAt = version.toMembersAt ?? version.publishedAt;
  return changed.flatMap(({ fate, provisionId }) => {
    const wording = createHash("sha256")
      .update(`${fate.after?.name ?? ""}\n${fate.text}`)
      .digest("hex");
    const item = (on: "comment" | "link", id: string, name: string, words: string): ImpactItem => ({
      hangs: { on, id },
      name,
      words,
      provisionId,
      fate: fate.kind,
      before: fate.before.name,
      after: fate.after?.name,
      wording,
      confirmed: confirmed.get(`${id} ${fate.kind} ${wording}`),
    });
    return [
      ...(threads.get(provisionId) ?? [])
        .filter((thread) => thread.version.number < version.number)
        .map(({ id, number, body }) => item("comment", id, `意見${number}`, body)),
      ...(links.get(provisionId) ?? [])
        .filter(({ createdAt }) => shownAt === null || createdAt < shownAt)
        .map((link) => item("link", link.id, ...describeLink(link))),
    ];
  });
}

function describeLink(link: Link): [name: string, words: string] {
  switch (link.kind) {
    case "utterance": {
      const { meeting, speaker, text } = link.utterance;
      return [`根拠：第${meeting.number}回会議の${speaker}の発言`, text];
    }
    case "question": {
      const { survey, number, title } = link.question;
      return [`根拠：「${survey.title}」の問${number}`, title];
    }
    case "comment":
      return [`根拠：意見${link.comment.number}`, link.comment.body];
  }
}

async function confirmationsOf(
  db: Database,
  version: DraftVersion,
): Promise<Map<string, { by: string; at: Date }>> {
  const rows = await db
    .select({
      linkId: confirmations.linkId,
      commentId: confirmations.commentId,
      kind: confirmations.kind,
      wording: confirmations.wording,
      by: accounts.name,
      at: confirmations.confirmedAt,
    })
    .from(confirmations)
    .innerJoin(accounts, eq(accounts.id, confirmations.confirmedBy))
    .where(eq(confirmations.versionId, version.id));
  return new Map(
    rows.map(({ linkId, commentId, kind, wording, by, at }) => [
      `${linkId ?? commentId} ${kind} ${wording}`,
      { by, at },
    ]),
  );
}

/**
 * Stores that somebody has looked at an item as it was shown to them. "changed" when the version
 * does something else to it by now, or it hangs there no more.
 */
export async function confirmItem(
  db: Database,
  viewer: SignedIn,
  version: DraftVersion,
  shown: { id: string; kind: string; wording: string },
): Promise<"stored" | "changed"> {
  return db.transaction(async (tx) => {
    const impact = await impactOf(tx, viewer, version);
    const item = impact?.items.find(
      ({ hangs, fate, wording }) =>
        hangs.id === shown.id && fate === shown.kind && wording === shown.wording,
    );
    if (!item) return "changed";
    const stored = await tx
      .insert(confirmations)
      .values({
        versionId: version.id,
        provisionId: item.provisionId,
        linkId: item.hangs.on === "link" ? item.hangs.id : null,
        commentId: item.hangs.on === "comment" ? item.hangs.id : null,
        kind: item.fate,
        wording: item.wording,
        confirmedBy: viewer.accountId,
      })
      .onConflictDoNothing()
      .returning({ id: confirmations.id });
    if (stored.length > 0) {
      const subject = `第${version.number}版「${version.label}」${item.name}（${item.before}）`;
      await record(tx, viewer, "引継ぎの確認", subject);
    }
    return "stored";
  });
}

/** The newest version with how many items of it nobody has confirmed; for the desk. */
export async function waitingConfirmations(
  db: Database,
  viewer: SignedIn,
): Promise<{ version: number; label: string; unconfirmed: number } | undefined> {
  const version = await newestVersion(db, viewer);
  const impact = version && (await impactOf(db, viewer, version));
  if (!version || !impact) return undefined;
  return { version: version.number, label: version.label, unconfirmed: impact.unconfirmed };
}
