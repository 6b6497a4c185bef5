import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { civilDate } from "#app/domain/japan/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import { definitionText } from "#app/domain/survey/definition/definition-text.ts";
import { answerableQuestions, readRoster } from "#app/domain/survey/index.ts";
import { stepStates } from "#app/domain/survey/survey-steps.ts";
import { formLimits, readForm, textValues, uploadedFile } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { codeFaultMessages, codeFaults, readSurveyForm, surveyOf } from "#app/http/survey-desk.ts";
import { href } from "#app/routes.ts";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { DeskRosterProblems, rosterProblemsShown } from "#app/ui/survey/desk-roster-problems.tsx";
import { DeskSurvey } from "#app/ui/survey/desk-survey.tsx";
import {
  changeSurvey,
  closeSurvey,
  currentResponseRate,
  listReleases,
  type Opening,
  openSurvey,
  releaseLabels,
  releaseResults,
  replaceRoster,
  rosterCounts,
} from "#db/queries/surveys/index.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.survey.title}（事務局）` : "調査（事務局）");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { db } = context;
  const {
    questionnaire,
    newestRelease: _,
    ...survey
  } = await surveyOf(context, viewer, params.survey);
  const [counts, releases, rate] = await Promise.all([
    rosterCounts(db, survey.id),
    listReleases(db, viewer, survey.id),
    survey.state === "preparing" ? undefined : currentResponseRate(db, viewer, survey.id),
  ]);
  const asked = new URL(request.url).searchParams.get("codes");
  const fault = codeFaults.find((candidate) => candidate === asked);
  return {
    survey,
    counts,
    releases,
    rate,
    steps: stepStates({ state: survey.state, ...counts, releases: releases.length }),
    questions: answerableQuestions(questionnaire).length,
    pages: questionnaire.pages.length,
    definition: survey.state === "preparing" ? definitionText(questionnaire.definition) : "",
    today: civilDate(new Date()),
    problems: fault ? [{ message: codeFaultMessages[fault] }] : [],
  };
}

/** A refused form. Problems of a roster are the first ones; `rosterProblems` counts all. */
interface Outcome {
  problems: Problem[];
  values: Record<string, string>;
  rosterProblems?: number;
}

const openingFaults: Record<Exclude<Opening, "opened">, string> = {
  already: "受付はすでに始まっています。",
  "no-deadline": "締切日がありません。調査票の欄で締切日を登録してください。",
  "no-roster": "名簿がありません。先に名簿を登録してください。",
  "no-codes": "コードのない事業者があります。先にコードを発行してください。",
};

const unconfirmed = "確かめたことを示す印を付けてから、もう一度押してください。";
const fixed = "受付を始めた後は、調査票、締切日、名簿を変えられません。何も変えていません。";

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { db } = context;
  const { id, slug, state } = await surveyOf(context, viewer, params.survey);
  const form = await readForm(request, formLimits.file);
  const values = textValues(form);
  const answer = (outcome: Outcome, status: number) => Response.json(outcome, { status });
  const refuse = (status: number, message: string, field?: string) =>
    answer({ problems: [{ message, ...(field ? { field } : {}) }], values }, status);
  const done = (message: string) =>
    redirectWithNotice(context, href("deskSurvey", { survey: slug }), message);

  switch (form.get("intent")) {
    case "questionnaire": {
      const read = await readSurveyForm(form);
      if (state !== "preparing") return refuse(409, fixed);
      if (!read.ok) return answer(read, 400);
      const changed = await changeSurvey(db, viewer, id, read.data);
      return changed === "opened" ? refuse(409, fixed) : done("調査票を登録し直しました。");
    }
    case "roster": {
      if (state !== "preparing") return refuse(409, fixed);
      const file = await uploadedFile(form, "roster");
      if (!file) return refuse(400, "名簿のCSVファイルを選んでください。", "roster");
      const { withCode } = await rosterCounts(db, id);
      if (withCode > 0 && !form.has("rosterConfirmed")) {
        return refuse(400, unconfirmed, "rosterConfirmed");
      }
      const roster = readRoster(file.bytes);
      if (!roster.ok) {
        const problems = roster.problems.slice(0, rosterProblemsShown);
        return answer({ problems, values, rosterProblems: roster.problems.length }, 400);
      }
      const { firms, encoding } = roster.value;
      if ((await replaceRoster(db, viewer, id, firms)) === "opened") return refuse(409, fixed);
      const count = firms.length.toLocaleString("ja-JP");
      return done(`名簿（${count}者、文字コード${encoding}）を登録しました。`);
    }
    case "open": {
      if (!form.has("openConfirmed")) return refuse(400, unconfirmed, "openConfirmed");
      const opening = await openSurvey(db, viewer, id);
      return opening === "opened"
        ? done("受付を始めました。依頼文を送ってください。")
        : refuse(409, openingFaults[opening]);
    }
    case "close": {
      if (!form.has("closeConfirmed")) return refuse(400, unconfirmed, "closeConfirmed");
      const closing = await closeSurvey(db, viewer, id);
      if (closing === "closed") return done("締め切りました。集計を公表できます。");
      return refuse(
        409,
        closing === "already" ? "すでに締め切られています。" : "受付がまだ始まっていません。",
      );
    }
    case "release": {
      const label = releaseLabels.find((candidate) => candidate === form.get("label"));
      if (!label) return refuse(400, "速報か確報かを選んでください。", "label");
      if (!form.has("releaseConfirmed")) return refuse(400, unconfirmed, "releaseConfirmed");
      const releasing = await releaseResults(db, viewer, id, label);
      if (releasing.released) return done(`集計版${releasing.number}（${label}）を公表しました。`);
      return refuse(
        409,
        releasing.why === "not-closed"
          ? "締め切ってから、集計を公表してください。"
          : "集計はすでに公表されています。前の集計版から変わった数字がないため、新しい集計版は作りませんでした。",
      );
    }
    default:
      return refuse(400, "ボタンをもう一度押してください。");
  }
}

export default function DeskSurveyPage() {
  const { survey, problems: linked, ...desk } = useLoaderData<typeof loader>();
  const { problems = linked, values = {}, rosterProblems } = useActionData<Outcome>() ?? {};
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
      {rosterProblems === undefined ? (
        <ProblemList problems={problems} />
      ) : (
        <DeskRosterProblems problems={problems} count={rosterProblems} />
      )}
      <DeskSurvey
        survey={survey}
        {...desk}
        values={values}
        problems={rosterProblems === undefined ? problems : []}
      />
    </Page>
  );
}
