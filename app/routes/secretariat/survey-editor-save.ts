import type { ActionFunctionArgs } from "@remix-run/node";
import { formLimits, readForm } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { saveFromEditor } from "#app/http/survey-desk/save-from-editor.ts";
import { surveyOf } from "#app/http/survey-desk/survey-of.ts";

/** Saves the questionnaire of a survey in preparation; the answer is JSON for the editor's script. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  return saveFromEditor(context, viewer, survey, await readForm(request, formLimits.text));
}
