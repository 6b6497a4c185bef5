import { civilDate, wareki } from "#app/domain/japan/index.ts";
import { extensionProblems } from "#app/domain/survey/calendar.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import {
  closeSurvey,
  extendDeadline,
  type Opening,
  openSurvey,
  previewRelease,
  releaseLabels,
  releaseResults,
  type Survey,
} from "#db/queries/surveys/index.ts";
import type { RequestContext } from "../context.ts";
import { textValues } from "../forms.ts";
import { redirectWithNotice } from "../notices.ts";
import { type DeskOutcome, refused, unconfirmed } from "./outcome.ts";
import { readExtensionForm } from "./settings-form.ts";

/** What a form of the survey's page does. Each is answered with a redirect or a refused form. */
export type SurveyAct = (
  context: RequestContext,
  viewer: Viewer,
  survey: Survey,
  form: FormData,
) => Promise<Response>;

const done = (context: RequestContext, { slug }: Survey, message: string) =>
  redirectWithNotice(context, href("deskSurvey", { survey: slug }), message);

const openingFaults: Record<Exclude<Opening, "opened">, string> = {
  already: "受付はすでに始まっています。",
  "no-deadline": "締切日がありません。「2　方法と日程」で締切日を登録してください。",
  "deadline-passed": "締切日が過ぎています。「2　方法と日程」で締切日を直してから始めてください。",
  "no-roster": "名簿がありません。先に名簿を登録してください。",
  "too-few-firms":
    "名簿の事業者が「同じ区分の事業者の数」より少ないため、匿名の調査としては始められません。名簿に事業者を加えるか、「2　方法と日程」で記名の調査にしてください。",
  "no-codes": "コードのない事業者があります。先に手紙を作って、コードを発行してください。",
};

const open: SurveyAct = async (context, viewer, survey, form) => {
  if (!form.has("openConfirmed")) return refused(400, unconfirmed, { field: "openConfirmed" });
  const opening = await openSurvey(context.db, viewer, survey.id);
  return opening === "opened"
    ? done(context, survey, "受付を始めました。依頼状を送ってください。")
    : refused(409, openingFaults[opening]);
};

const close: SurveyAct = async (context, viewer, survey, form) => {
  if (!form.has("closeConfirmed")) return refused(400, unconfirmed, { field: "closeConfirmed" });
  switch (await closeSurvey(context.db, viewer, survey.id)) {
    case "closed":
      return done(context, survey, "締め切りました。集計を公表できます。");
    case "already":
      return refused(409, "すでに締め切られています。");
    case "not-open":
      return refused(409, "受付がまだ始まっていません。");
  }
};

const extend: SurveyAct = async (context, viewer, survey, form) => {
  const read = readExtensionForm(form);
  const values = textValues(form);
  if (!read.ok) return Response.json(read, { status: 400 });
  const { closesOn, reason } = read.data;
  const today = civilDate(new Date());
  const problems = extensionProblems({ closesOn: survey.closesOn, today }, closesOn);
  if (problems.length > 0) return Response.json({ problems, values }, { status: 400 });
  switch (await extendDeadline(context.db, viewer, survey.id, { closesOn, reason })) {
    case "extended":
      return done(
        context,
        survey,
        `締切日を${wareki(closesOn)}に延ばして、公開のページで知らせました。`,
      );
    case "not-open":
      return refused(409, "受付中の調査だけ、締切日を延ばせます。", { values });
    case "not-later":
      return refused(
        409,
        "締切日がすでに変わっています。このページを開き直して、もう一度確かめてください。",
        { values },
      );
  }
};

/** Which label was chosen, or the form again with what to do. */
function labelOf(form: FormData) {
  const label = releaseLabels.find((candidate) => candidate === form.get("label"));
  if (label) return label;
  const values = textValues(form);
  return refused(400, "速報か確報かを選んでください。", { field: "label", values });
}

const preview: SurveyAct = async (context, viewer, survey, form) => {
  const label = labelOf(form);
  if (label instanceof Response) return label;
  const found = await previewRelease(context.db, viewer, survey.id, label);
  const outcome: DeskOutcome = { problems: [], values: textValues(form) };
  const status = found?.releasable === false ? 409 : 200;
  return Response.json(found ? { ...outcome, preview: found } : outcome, { status });
};

const release: SurveyAct = async (context, viewer, survey, form) => {
  const values = textValues(form);
  const label = labelOf(form);
  if (label instanceof Response) return label;
  if (!form.has("releaseConfirmed")) {
    // The box stands below what was looked at, which has to be there again.
    const problems = [{ message: unconfirmed, field: "releaseConfirmed" }];
    const found = await previewRelease(context.db, viewer, survey.id, label);
    return Response.json({ problems, values, preview: found }, { status: 400 });
  }
  const releasing = await releaseResults(context.db, viewer, survey.id, label);
  return releasing.released
    ? done(context, survey, `集計版${releasing.number}（${label}）を公表しました。`)
    : refused(409, releasing.message, { values });
};

/** The acts of the survey's page by the value of their button. */
export const surveyActs = { open, close, extend, preview, release } as const;

/** Whether a form's `intent` names one of the acts. */
export function isSurveyIntent(intent: unknown): intent is keyof typeof surveyActs {
  return typeof intent === "string" && Object.hasOwn(surveyActs, intent);
}
