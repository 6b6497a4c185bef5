import type { LoaderFunctionArgs } from "@remix-run/node";
import { comparisonXlsx } from "#app/files/comparison-xlsx.ts";
import { comparisonFileResponse, paperOf } from "#app/http/comparison-file.ts";

/** The 新旧対照表 as an Excel workbook. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return comparisonFileResponse(request, context, {
    name: "新旧対照表",
    extension: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: (comparison, choice) => comparisonXlsx(paperOf(comparison, choice)),
  });
}
