import type { InterimDraftDocument } from "#app/domain/interim-draft/document.ts";
import { type InterimDraftPdfContext, interimDraftPdfData } from "./interim-draft/pdf-data.ts";
import { interimDraftTemplate } from "./interim-draft/template.ts";
import { renderPdf } from "./typst/render-pdf.ts";

/**
 * The PDF of an interim draft, A4 portrait, as bytes. It depends on the frozen document and the
 * context alone: the same ones give the same bytes.
 */
export function interimDraftPdf(
  draft: InterimDraftDocument,
  context: InterimDraftPdfContext,
): Uint8Array {
  return renderPdf(interimDraftTemplate, { data: interimDraftPdfData(draft, context) });
}
