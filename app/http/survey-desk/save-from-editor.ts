import { problemInWords } from "#app/domain/survey/editor/index.ts";
import { checkDefinition } from "#app/domain/survey/index.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { changeQuestionnaire, findSurvey, type Survey } from "#db/queries/surveys/index.ts";
import type { RequestContext } from "../context.ts";
import { textValues } from "../forms.ts";
import { sourceOf } from "./editor-start.ts";
import { textHash } from "./text-hash.ts";

const tooLate =
  "受付が始まったため、ここでは保存できません。このページを開き直すと、新しい版として直せます。";

/**
 * Saves what the editor sends: checks all of it once more, and refuses it when the survey's
 * questionnaire is no longer the one that the editor began with.
 */
export async function saveFromEditor(
  { db }: Pick<RequestContext, "db">,
  viewer: Viewer,
  survey: Survey,
  form: FormData,
): Promise<Response> {
  const { definition = "", base = "" } = textValues(form);
  const source = definition.replace(/\r\n?/g, "\n");
  const refuse = (status: number, problems: { message: string; field?: string }[]) =>
    Response.json({ saved: false, problems }, { status });
  if (survey.state !== "preparing") return refuse(409, [{ message: tooLate }]);
  const held = await sourceOf({ db }, viewer, survey);
  if (textHash(held) !== base) return overtaken(held);
  const checked = checkDefinition(source);
  if (!checked.ok) return refuse(400, checked.problems.map(problemInWords));
  const { title } = survey;
  const entry = { title, questionnaire: checked.value, source };
  const done = await changeQuestionnaire(db, viewer, survey.id, {
    ...entry,
    following: survey.questionnaire,
  });
  if (done === "opened") return refuse(409, [{ message: tooLate }]);
  if (done === "changed") return Response.json({ saved: true, base: textHash(source) });
  const newest = await findSurvey(db, viewer, survey.slug);
  return overtaken(newest ? await sourceOf({ db }, viewer, newest) : held);
}

function overtaken(source: string): Response {
  const theirs = { source, base: textHash(source) };
  return Response.json({ saved: false, problems: [], theirs }, { status: 409 });
}
