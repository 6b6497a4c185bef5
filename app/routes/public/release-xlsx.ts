import type { LoaderFunctionArgs } from "@remix-run/node";
import { releaseFileResponse } from "#app/http/release-file.ts";

/** The tables of a release as an Excel workbook. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  return releaseFileResponse(request, context, params, "xlsx");
}
