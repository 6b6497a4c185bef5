import type { LoaderFunctionArgs } from "@remix-run/node";
import { releaseFileResponse } from "#app/http/release-file.ts";

/** A release as JSON with its data dictionary. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  return releaseFileResponse(request, context, params, "json");
}
