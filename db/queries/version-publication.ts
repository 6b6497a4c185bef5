import { eq, sql } from "drizzle-orm";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { draftVersions } from "#db/schema/index.ts";
import { announce } from "./publications.ts";
import { record } from "./record.ts";

/** What came of publishing: "already" when the version could be seen by them before. */
export type Publishing = "published" | "already" | "missing";

/**
 * Publishes a version to the council's members or to everybody (members before or not).
 * From then on its text and identities are fixed. `at` is for samples only.
 */
export async function publishVersion(
  db: Database,
  viewer: Viewer,
  number: number,
  to: "members" | "public",
  at?: Date,
): Promise<Publishing> {
  return db.transaction(async (tx) => {
    const [version] = await tx
      .select()
      .from(draftVersions)
      .where(eq(draftVersions.number, number))
      .for("update");
    if (!version) return "missing";
    if (version.audience === to || version.audience === "public") return "already";
    const instant = at ?? sql`now()`;
    await tx
      .update(draftVersions)
      .set({
        audience: to,
        ...(version.toMembersAt === null ? { toMembersAt: instant } : {}),
        ...(to === "public" ? { publishedAt: instant } : {}),
      })
      .where(eq(draftVersions.id, version.id));
    await announce(tx, {
      audience: to,
      title: `条例案「${version.label}」（第${number}版）`,
      summary: version.note,
      subject: { kind: "draft-version", version: number },
      isSample: version.isSample,
      ...(at ? { at } : {}),
    });
    await record(
      tx,
      viewer,
      to === "public" ? "条例案の公表" : "条例案の委員への公開",
      `第${number}版「${version.label}」`,
    );
    return "published";
  });
}
