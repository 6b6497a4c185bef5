import type { LoaderFunctionArgs } from "@remix-run/node";
import { comparisonDocx } from "#app/files/comparison-docx.ts";
import { comparisonFileResponse, paperOf } from "#app/http/comparison-file.ts";

/** The 新旧対照表 as a Word document. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return comparisonFileResponse(request, context, {
    name: "新旧対照表",
    extension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: (comparison, choice) => comparisonDocx(paperOf(comparison, choice)),
  });
}
