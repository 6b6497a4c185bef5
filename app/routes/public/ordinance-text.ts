import type { LoaderFunctionArgs } from "@remix-run/node";
import { downloadResponse } from "#app/http/download.ts";
import { notFound, numberParam } from "#app/http/guards.ts";
import { versionByNumber } from "#db/queries/versions.ts";

/** The text of a version as it was registered. */
export async function loader({ request, params, context: { db, viewer } }: LoaderFunctionArgs) {
  const number = numberParam(params.version, "条例案の版");
  const version = (await versionByNumber(db, viewer, number)) ?? notFound("条例案の版");
  return downloadResponse(request, {
    name: `条例案_第${number}版_${version.label}.txt`,
    mediaType: "text/plain; charset=utf-8",
    bytes: new TextEncoder().encode(version.source),
  });
}
