import type { LoaderFunctionArgs } from "@remix-run/node";
import { civilDate } from "#app/domain/japan/index.ts";
import { comparisonPdf } from "#app/files/comparison-pdf.ts";
import { comparisonFileResponse, paperOf } from "#app/http/comparison-file.ts";

/** The 新旧対照表 as a PDF, A4 landscape. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return comparisonFileResponse(request, context, {
    name: "新旧対照表",
    extension: "pdf",
    mediaType: "application/pdf",
    write: (comparison, choice) => {
      const { publishedAt, toMembersAt, createdAt } = comparison.to;
      const date = civilDate(publishedAt ?? toMembersAt ?? createdAt);
      return comparisonPdf(paperOf(comparison, choice), date);
    },
  });
}
