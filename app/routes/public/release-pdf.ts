import type { LoaderFunctionArgs } from "@remix-run/node";
import { releaseFileResponse } from "#app/http/release-file.ts";

/** The report of a release as a PDF. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  return releaseFileResponse(request, context, params, "pdf");
}
