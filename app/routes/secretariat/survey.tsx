import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { civilDate } from "#app/domain/japan/index.ts";
import {
  calendarCautions,
  calendarEntries,
  deadlinePassed,
  paperUntil,
} from "#app/domain/survey/calendar.ts";
import { answerableQuestions } from "#app/domain/survey/index.ts";
import { notYetReleasable } from "#app/domain/survey/release/may-release.ts";
import { stepStates } from "#app/domain/survey/survey-steps.ts";
import { readForm } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { isSurveyIntent, surveyActs } from "#app/http/survey-desk/act-on-survey.ts";
import { type DeskOutcome, refused } from "#app/http/survey-desk/outcome.ts";
import { surveyOf } from "#app/http/survey-desk/survey-of.ts";
import { href } from "#app/routes.ts";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { DeskSurvey } from "#app/ui/survey/desk-survey.tsx";
import {
  conductOf,
  currentResponseRate,
  currentResponsesByDay,
  listReleases,
  rosterCounts,
} from "#db/queries/surveys/index.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.survey.title}（事務局）` : "調査（事務局）");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { db } = context;
  const {
    questionnaire,
    letterText: _,
    newestRelease: __,
    ...survey
  } = await surveyOf(context, viewer, params.survey);
  const { state, closesOn, openedAt } = survey;
  const opensOn = openedAt ? civilDate(openedAt) : survey.opensOn;
  const [counts, releases, conduct, rate] = await Promise.all([
    rosterCounts(db, survey.id),
    listReleases(db, viewer, survey.id),
    conductOf(db, viewer, survey.id),
    state === "preparing" ? undefined : currentResponseRate(db, viewer, survey.id),
  ]);
  const eligible = rate?.overall.eligible ?? 0;
  const days = await currentResponsesByDay(db, viewer, survey.id, eligible);
  const today = civilDate(new Date());
  const pastDeadline = deadlinePassed(closesOn, today);
  return {
    survey,
    counts,
    releases,
    conduct,
    rate,
    days,
    pastDeadline,
    notYetReleasable: notYetReleasable(survey, today)?.message ?? null,
    closesItself: closesOn === null ? null : paperUntil(closesOn),
    calendar: calendarEntries({ ...survey, opensOn, remindedOn: conduct.remindedOn }, today),
    cautions: calendarCautions(survey, { state, today }),
    steps: stepStates({ ...survey, ...counts, pastDeadline, releases: releases.length }),
    questions: answerableQuestions(questionnaire).length,
    pages: questionnaire.pages.length,
    locales: questionnaire.locales,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const form = await readForm(request);
  const intent = form.get("intent");
  if (isSurveyIntent(intent)) return surveyActs[intent](context, viewer, survey, form);
  return refused(400, "ボタンをもう一度押してください。");
}

export default function DeskSurveyPage() {
  const { survey, ...desk } = useLoaderData<typeof loader>();
  const { problems = [], values = {}, preview } = useActionData<DeskOutcome>() ?? {};
  return (
    <Page
      title={survey.title}
      sample={survey.isSample}
      simulated={survey.isSimulated}
      crumbs={[
        { to: href("secretariat"), label: "事務局の机" },
        { to: href("deskSurveys"), label: "調査" },
      ]}
    >
      <ProblemList problems={problems} />
      <DeskSurvey survey={survey} {...desk} values={values} problems={problems} preview={preview} />
    </Page>
  );
}
