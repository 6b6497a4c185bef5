import type { LoaderFunctionArgs } from "@remix-run/node";
import { letterChoice, letterChoices, letterKindLabels } from "#app/domain/survey/letters/index.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { lettersFile } from "#app/http/letters/letters-file.ts";
import { specimenLetter } from "#app/http/letters/specimen.ts";
import { surveyOf } from "#app/http/survey-desk.ts";

/** The PDF of finished letters, or, under the name "specimen", one letter to look at. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  if (params.job !== "specimen") {
    const { letters, kind, respond } = await lettersFile(context, viewer, survey, params.job);
    return respond(letters.pdf, "application/pdf", `${letterKindLabels[kind]}-${survey.slug}.pdf`);
  }
  const { searchParams } = new URL(request.url);
  const choice = letterChoice(searchParams.get("kind")) ?? "invitation";
  const specimen = await specimenLetter(survey, context.environment.origin, letterChoices[choice]);
  if (specimen.made) {
    return new Response(specimen.pdf, {
      headers: { "Content-Type": "application/pdf", "Cache-Control": "no-store" },
    });
  }
  const message =
    specimen.why === "no-deadline"
      ? "締切日がありません。調査の設定で締切日を登録してから、見本を開いてください。"
      : "依頼文が長く、1枚に入りません。依頼文を短くしてから、見本を開いてください。";
  throw new Response(message, { status: 409 });
}
