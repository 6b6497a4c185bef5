import { anyone } from "#app/domain/viewer.ts";
import { findRelease, findSurvey } from "#db/queries/surveys/index.ts";
import type { RequestContext } from "./context.ts";
import { notFound, numberParam } from "./guards.ts";

/** The survey and the release that an address names, or the 404 page. */
export async function releasedSurvey(
  { db }: Pick<RequestContext, "db">,
  params: { survey?: string; release?: string },
) {
  const number = numberParam(params.release, "この集計版");
  const survey = await findSurvey(db, anyone, params.survey ?? "");
  if (!survey) return notFound("この調査");
  const release = await findRelease(db, anyone, survey.id, number);
  if (!release) return notFound("この集計版");
  return { survey, release };
}
