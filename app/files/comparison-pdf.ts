import type { PaperTable } from "#app/domain/comparison/index.ts";
import { comparisonTemplate } from "./comparison/template.ts";
import { renderPdf } from "./typst/render-pdf.ts";

/**
 * A 新旧対照表 as the bytes of a PDF, A4 landscape, its heads repeated on every page. The same
 * table and date give the same bytes.
 *
 * @param date the document's date, "YYYY-MM-DD"
 */
export function comparisonPdf(table: PaperTable, date: string): Uint8Array {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  return renderPdf(comparisonTemplate, {
    data: { ...table, meta: { title: table.title, author: "", date: [year, month, day] } },
  });
}
