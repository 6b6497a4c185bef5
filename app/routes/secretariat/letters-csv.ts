import type { LoaderFunctionArgs } from "@remix-run/node";
import { letterKindLabels } from "#app/domain/survey/letters/index.ts";
import { encodeCp932 } from "#app/files/cp932.ts";
import { lettersCsv } from "#app/files/letters/letters-csv.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { lettersFile } from "#app/http/letters/letters-file.ts";
import { surveyOf } from "#app/http/survey-desk.ts";

/** Finished letters as CSV for 差込印刷: UTF-8 with a byte order mark, or CP932 if asked for. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const { letters, kind, respond } = await lettersFile(context, viewer, survey, params.job);
  const text = lettersCsv(letters.rows, letters.deadline);
  const name = `差込印刷（${letterKindLabels[kind]}）-${survey.slug}.csv`;
  if (new URL(request.url).searchParams.get("encoding") === "cp932") {
    const bytes = encodeCp932(text.replace(/^\ufeff/, ""));
    return respond(bytes, "text/csv; charset=Shift_JIS", name);
  }
  return respond(new TextEncoder().encode(text), "text/csv; charset=utf-8", name);
}
