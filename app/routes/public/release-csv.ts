import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "#app/domain/viewer.ts";
import { attachment } from "#app/files/attachment.ts";
import { releaseCsv } from "#app/files/release-csv.ts";
import { notFound, numberParam } from "#app/http/guards.ts";
import { findRelease, findSurvey } from "#db/queries/surveys/index.ts";

function remark({ isSample, isSimulated }: { isSample: boolean; isSimulated: boolean }) {
  if (isSimulated) return "サンプル・模擬回答";
  return isSample ? "サンプル" : undefined;
}

/** The tables of a release as CSV. */
export async function loader({ params, context: { db } }: LoaderFunctionArgs) {
  const number = numberParam(params.release, "この集計版");
  const survey = await findSurvey(db, anyone, params.survey ?? "");
  const release = survey && (await findRelease(db, anyone, survey.id, number));
  if (!release) return notFound("この集計版");
  return new Response(releaseCsv(release.tabulation, remark(survey)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachment(`${survey.slug}_集計版${number}.csv`),
    },
  });
}
