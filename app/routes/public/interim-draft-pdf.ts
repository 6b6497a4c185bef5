import type { LoaderFunctionArgs } from "@remix-run/node";
import { frozenFileResponse } from "#app/http/frozen-file.ts";
import { notFound, numberParam } from "#app/http/guards.ts";
import { findDraftPdf } from "#db/queries/interim-drafts/published.ts";

/** The PDF of an interim draft as it was stored at publication. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const number = numberParam(params.number, "条例中間案");
  const found = await findDraftPdf(context.db, context.viewer, number);
  const { pdf, sha256 } = found ?? notFound("条例中間案");
  return frozenFileResponse(request, {
    name: `chukan-an-${number}.pdf`,
    mediaType: "application/pdf",
    bytes: pdf,
    sha256,
  });
}
