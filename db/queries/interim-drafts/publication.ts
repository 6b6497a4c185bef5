import { eq, sql } from "drizzle-orm";
import { assembleInterimDraft } from "#app/domain/interim-draft/assemble.ts";
import type { InterimDraftDocument } from "#app/domain/interim-draft/document.ts";
import { freezeInterimDraft } from "#app/domain/interim-draft/freeze.ts";
import type { DraftHashes } from "#app/domain/interim-draft/hashes.ts";
import { civilDate } from "#app/domain/japan/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { type Database, sqlState } from "#db/database.ts";
import { interimDrafts } from "#db/schema/index.ts";
import { announce, today } from "../publications.ts";
import { record } from "../record.ts";
import { gatherParts } from "./gather.ts";
import type { DraftPress } from "./press.ts";

/**
 * What came of publishing. "already": it was published before. "changed": what would be published
 * is no longer what was previewed. "refused": `problems` say what stands in the way.
 */
export type DraftPublishing =
  | { kind: "published"; sha256: string }
  | { kind: "already" | "missing" | "changed" }
  | { kind: "refused"; problems: Problem[] };

const serializationFailure = "40001";
const attempts = 5;

/**
 * Assembles an interim draft from one snapshot of the database and freezes it: document, hashes
 * and PDF, announced and recorded, all in one transaction. With `previewed`, the SHA-256 of the
 * document that the secretariat saw, nothing else is published. `at` is for samples only.
 */
export async function publishInterimDraft(
  db: Database,
  viewer: Viewer,
  number: number,
  press: DraftPress,
  { previewed, at }: { previewed?: string; at?: Date } = {},
): Promise<DraftPublishing> {
  const renderPdf = renderedOnce(press.renderPdf);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(
        (tx) => publishNow(tx, viewer, number, { ...press, renderPdf }, { previewed, at }),
        { isolationLevel: "repeatable read" },
      );
    } catch (error) {
      // Something else was published meanwhile: this is published after it, from a new snapshot.
      if (sqlState(error) !== serializationFailure || attempt === attempts) throw error;
    }
  }
}

async function publishNow(
  tx: Database,
  viewer: Viewer,
  number: number,
  press: DraftPress,
  { previewed, at }: { previewed: string | undefined; at: Date | undefined },
): Promise<DraftPublishing> {
  const [draft] = await tx
    .select()
    .from(interimDrafts)
    .where(eq(interimDrafts.number, number))
    .for("update");
  if (!draft) return { kind: "missing" };
  if (draft.state === "published") return { kind: "already" };
  const preparedOn = at ? civilDate(at) : await today(tx);
  const assembled = assembleInterimDraft(await gatherParts(tx, draft, press.paths, preparedOn));
  if (!assembled.ok) return { kind: "refused", problems: assembled.problems };
  const { json, hashes } = freezeInterimDraft(assembled.value);
  if (previewed !== undefined && previewed !== hashes.whole) return { kind: "changed" };
  await tx
    .update(interimDrafts)
    .set({
      state: "published",
      document: json,
      sha256: hashes.whole,
      textSha256: hashes.text,
      figuresSha256: hashes.figures,
      pdf: press.renderPdf(assembled.value, hashes),
      publishedAt: at ?? sql`now()`,
    })
    .where(eq(interimDrafts.id, draft.id));
  await announce(tx, {
    audience: "public",
    title: `${draft.title}（第${number}号）`,
    summary: draft.statusText,
    subject: { kind: "interim-draft", number },
    isSample: draft.isSample,
    ...(at ? { at } : {}),
  });
  await record(tx, viewer, "中間案の公表", `第${number}号「${draft.title}」`, {
    sha256: hashes.whole,
  });
  return { kind: "published", sha256: hashes.whole };
}

/** Rendering takes longer than all the rest: a second attempt at the same document has it ready. */
function renderedOnce(render: DraftPress["renderPdf"]): DraftPress["renderPdf"] {
  let last: { sha256: string; pdf: Uint8Array } | undefined;
  return (document: InterimDraftDocument, hashes: DraftHashes) => {
    if (last?.sha256 !== hashes.whole) {
      last = { sha256: hashes.whole, pdf: render(document, hashes) };
    }
    return last.pdf;
  };
}
