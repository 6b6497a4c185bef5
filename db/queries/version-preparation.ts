import { desc, eq, sql } from "drizzle-orm";
import {
  type AlignmentDecision,
  alignVersions,
  type Ordinance,
  provisionsOf,
} from "#app/domain/ordinance/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { draftVersions, provisions, versionProvisions } from "#db/schema/index.ts";
import { carryDecisions, identitiesFor } from "./identities.ts";
import { identitiesIn } from "./provisions.ts";
import { record } from "./record.ts";
import { type DraftVersion, versionById, versionByNumber } from "./versions.ts";

/** What a version is made from; `parsed` is `source` read without problems. */
export interface VersionText {
  label: string;
  note: string;
  source: string;
  parsed: Ordinance;
}

/** The rights under which the database reads what it is about to change. */
const secretariat: Viewer = { kind: "secretariat", accountId: "", name: "" };

/**
 * Stores a new version after the newest one, proposes its alignment and gives its provisions
 * their identities. "unfinished" (with its number) while another version is still unpublished:
 * a version is only ever aligned with a text that no longer changes.
 */
export async function addVersion(
  db: Database,
  viewer: Viewer,
  text: VersionText,
  { isSample = false, createdAt }: { isSample?: boolean; createdAt?: Date } = {},
): Promise<{ kind: "stored" | "unfinished"; number: number }> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`lock table ${draftVersions} in share row exclusive mode`);
    const [newest] = await tx
      .select({
        id: draftVersions.id,
        number: draftVersions.number,
        audience: draftVersions.audience,
      })
      .from(draftVersions)
      .orderBy(desc(draftVersions.number))
      .limit(1);
    if (newest?.audience === "secretariat") return { kind: "unfinished", number: newest.number };
    const number = (newest?.number ?? 0) + 1;
    const [row] = await tx
      .insert(draftVersions)
      .values({
        ...text,
        number,
        previousId: newest?.id ?? null,
        isSample,
        ...(createdAt ? { createdAt } : {}),
        createdBy: viewer.kind === "anyone" ? null : viewer.accountId,
      })
      .returning({ id: draftVersions.id });
    const version = row && (await versionById(tx, secretariat, row.id));
    if (!version) throw new Error("the version just stored is not there");
    await identify(tx, version, undefined);
    await record(tx, viewer, "条例案の登録", `第${number}版「${text.label}」`);
    return { kind: "stored", number };
  });
}

/** What came of a change to a version: "fixed" once it was published to members or to all. */
export type VersionChange = "stored" | "fixed" | "missing";

/** Replaces label, note and text of an unpublished version; identities stay where they can. */
export async function replaceVersionText(
  db: Database,
  viewer: Viewer,
  number: number,
  text: VersionText,
): Promise<VersionChange> {
  return changeVersion(db, number, async (tx, before) => {
    const decisions = carryDecisions(before.decisions, before.parsed, text.parsed);
    await tx
      .update(draftVersions)
      .set({ ...text, decisions })
      .where(eq(draftVersions.id, before.id));
    await identify(tx, { ...before, ...text, decisions }, before);
    await record(tx, viewer, "条例案の登録", `第${number}版「${text.label}」の差替え`);
  });
}

/** Stores people's corrections of an unpublished version's alignment and identifies it anew. */
export async function decideAlignment(
  db: Database,
  viewer: Viewer,
  number: number,
  decisions: AlignmentDecision[],
): Promise<VersionChange> {
  return changeVersion(db, number, async (tx, before) => {
    await tx.update(draftVersions).set({ decisions }).where(eq(draftVersions.id, before.id));
    await identify(tx, { ...before, decisions }, before);
    await record(tx, viewer, "条例案の対応の修正", `第${number}版「${before.label}」`, {
      decisions,
    });
  });
}

async function changeVersion(
  db: Database,
  number: number,
  change: (tx: Database, before: DraftVersion) => Promise<void>,
): Promise<VersionChange> {
  return db.transaction(async (tx) => {
    await tx
      .select({ id: draftVersions.id })
      .from(draftVersions)
      .where(eq(draftVersions.number, number))
      .for("update");
    const before = await versionByNumber(tx, secretariat, number);
    if (!before) return "missing";
    if (before.audience !== "secretariat") return "fixed";
    await change(tx, before);
    return "stored";
  });
}

/** How the articles of a version match those of the version before, decisions included. */
export async function alignmentOf(db: Database, version: DraftVersion) {
  const previous =
    version.previousId === null
      ? undefined
      : await versionById(db, secretariat, version.previousId);
  if (!previous) return undefined;
  return { previous, alignment: alignVersions(previous.parsed, version.parsed, version.decisions) };
}

/** Writes the provisions of an unpublished version with their identities. */
async function identify(
  tx: Database,
  version: DraftVersion,
  earlier: DraftVersion | undefined,
): Promise<void> {
  const previous =
    version.previousId === null
      ? undefined
      : await versionById(tx, secretariat, version.previousId);
  const before = previous && {
    parsed: previous.parsed,
    identities: await identitiesIn(tx, previous),
  };
  const own = earlier && { parsed: earlier.parsed, identities: await identitiesIn(tx, earlier) };
  const identities = identitiesFor(version.parsed, version.decisions, before, own);
  // Left out of the insertion, so that they use up no public numbers.
  const known = new Set([
    ...(before?.identities.values() ?? []),
    ...(own?.identities.values() ?? []),
  ]);
  const rows = provisionsOf(version.parsed).map((node, ordinal) => {
    const provisionId = identities.get(node.path);
    if (provisionId === undefined) throw new Error(`no identity for ${node.path}`);
    return { node, ordinal, provisionId };
  });
  await tx.delete(versionProvisions).where(eq(versionProvisions.versionId, version.id));
  for (const part of inParts(rows, 2_000)) {
    const fresh = part.filter(({ provisionId }) => !known.has(provisionId));
    if (fresh.length > 0) {
      await tx
        .insert(provisions)
        .values(fresh.map(({ node, provisionId }) => ({ id: provisionId, kind: node.kind })));
    }
    await tx.insert(versionProvisions).values(
      part.map(({ node, ordinal, provisionId }) => ({
        versionId: version.id,
        provisionId,
        ordinal,
        path: node.path,
        parentPath: node.parentPath ?? null,
        label: node.label,
        fullLabel: node.fullLabel,
        caption: node.caption ?? null,
        text: node.text,
        anchor: node.anchor,
      })),
    );
  }
}

/** A statement takes at most 65,535 parameters. */
function inParts<T>(rows: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < rows.length; at += size) parts.push(rows.slice(at, at + size));
  return parts;
}
