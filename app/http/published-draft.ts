import type { InterimDraftDocument } from "#app/domain/interim-draft/document.ts";
import { type FrozenDraft, readFrozenDraft } from "#app/domain/interim-draft/freeze.ts";
import { findPublishedDraft } from "#db/queries/interim-drafts/published.ts";
import type { RequestContext } from "./context.ts";
import { notFound, numberParam } from "./guards.ts";

/** A published interim draft, checked against its hashes, or the 404 page. */
export async function publishedDraft(
  { db, viewer }: RequestContext,
  param: string | undefined,
): Promise<{
  number: number;
  frozen: FrozenDraft;
  document: InterimDraftDocument;
  pdfSize: number;
}> {
  const number = numberParam(param, "条例中間案");
  const found = (await findPublishedDraft(db, viewer, number)) ?? notFound("条例中間案");
  const document = readFrozenDraft(found.frozen);
  if (!document.ok) throw new Error(document.problems.map(({ message }) => message).join("\n"));
  return { number, ...found, document: document.value };
}
