import type { LoaderFunctionArgs } from "@remix-run/node";
import { faultCells, faultHeadings } from "#app/domain/survey/roster/fault.ts";
import { csvFile } from "#app/files/csv.ts";
import { downloadResponse } from "#app/http/download.ts";
import { notFound, requireSecretariat, uuidParam } from "#app/http/guards.ts";
import { readingOf } from "#app/http/roster-upload.ts";
import { surveyOf } from "#app/http/survey-desk/survey-of.ts";
import { findUpload } from "#db/queries/surveys/roster-uploads.ts";

/** All faults of an uploaded roster as CSV, line by line. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { id, slug } = await surveyOf(context, viewer, params.survey);
  const uploadId = uuidParam(params.upload, "名簿の確認");
  const upload = await findUpload(context.db, viewer, id, uploadId);
  if (!upload) return notFound("名簿の確認");
  const { faults } = (await readingOf(upload)).reading;
  const csv = csvFile(faultHeadings, faults.map(faultCells));
  return downloadResponse(request, {
    name: `${slug}-名簿の直す所.csv`,
    mediaType: "text/csv; charset=utf-8",
    bytes: new TextEncoder().encode(csv),
  });
}
