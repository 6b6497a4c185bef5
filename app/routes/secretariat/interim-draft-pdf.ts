import type { LoaderFunctionArgs } from "@remix-run/node";
import { hashesOf } from "#app/domain/interim-draft/hashes.ts";
import { notFound, numberParam, requireSecretariat } from "#app/http/guards.ts";
import { interimDraftPress } from "#app/http/interim-draft-press.ts";
import { previewDraft } from "#db/queries/interim-drafts/preview.ts";

/** The PDF as it would be published now. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  requireSecretariat(request, context);
  const number = numberParam(params.number, "中間案");
  const { paths, renderPdf } = interimDraftPress(context.environment.origin);
  const preview = (await previewDraft(context.db, number, paths)) ?? notFound("中間案");
  if (!preview.assembled.ok) {
    throw new Response(
      "まだPDFを作れません。中間案の編集のページで、直すことを確かめてください。",
      {
        status: 409,
      },
    );
  }
  const document = preview.assembled.value;
  const bytes = renderPdf(document, hashesOf(document));
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `inline; filename="chukan-an-${number}-kakunin.pdf"`,
    },
  });
}
