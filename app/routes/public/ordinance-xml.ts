import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeLawXml } from "#app/domain/ordinance/index.ts";
import { downloadResponse } from "#app/http/download.ts";
import { notFound, numberParam } from "#app/http/guards.ts";
import { versionByNumber } from "#db/queries/versions.ts";

/** A version as 法令標準XML. */
export async function loader({ request, params, context: { db, viewer } }: LoaderFunctionArgs) {
  const number = numberParam(params.version, "条例案の版");
  const version = (await versionByNumber(db, viewer, number)) ?? notFound("条例案の版");
  return downloadResponse(request, {
    name: `条例案_第${number}版_${version.label}.xml`,
    mediaType: "application/xml; charset=utf-8",
    bytes: new TextEncoder().encode(writeLawXml(version.parsed)),
  });
}
