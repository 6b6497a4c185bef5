import { renderPdf } from "../typst/render-pdf.ts";
import { releasePdfData } from "./pdf/pdf-data.ts";
import { releaseTemplate } from "./pdf/template.ts";
import type { ReleaseDocument } from "./release-document.ts";

/**
 * The report of a release as a PDF, A4 portrait, fit to be handed to the assembly. The same
 * release gives the same bytes.
 */
export function releasePdf(document: ReleaseDocument): Uint8Array {
  return renderPdf(releaseTemplate, { data: releasePdfData(document) });
}
