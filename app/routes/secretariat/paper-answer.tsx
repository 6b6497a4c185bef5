import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormPage, PageProblem } from "#app/domain/survey/form/index.ts";
import type { Answers } from "#app/domain/survey/index.ts";
import { formLimits, readForm } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { noteDouble, putAway, saveKeyed, settlePaper } from "#app/http/paper-acts.ts";
import { paperFormOf } from "#app/http/paper-forms.ts";
import { paperInHand } from "#app/http/paper-keying.ts";
import { paperStage, remarksOn } from "#app/http/paper-stage.ts";
import { type DeskOutcome, refused } from "#app/http/survey-desk/outcome.ts";
import { surveyOf } from "#app/http/survey-desk/survey-of.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { PaperWork } from "#app/ui/survey/paper/paper-work.tsx";
import { paperState } from "#db/queries/surveys/index.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `紙の回答の入力・${data.survey.title}` : "紙の回答の入力");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const { slug, title, edition, isSample } = survey;
  const paper = await paperInHand(request, context, viewer, survey.id);
  if (!paper) throw redirect(href("deskPaperAnswers", { survey: slug }));
  const state = await paperState(context.db, viewer, paper);
  const mending = new URL(request.url).searchParams.has("edit");
  const stage = paperStage(survey, paper, state, mending);
  const keyed = stage.stage === "compared" ? stage.own : "keyed" in stage ? stage.keyed : {};
  return {
    survey: { slug, title, edition, isSample },
    stage: stage.stage,
    differences: stage.stage === "compared" ? stage.differences : [],
    other: stage.stage === "compared" ? stage.name : "",
    remarks: remarksOn(survey, keyed),
    pages: stage.stage === "keying" ? paperFormOf(survey).pages(stage.keyed) : [],
  };
}

/** A refused keying comes back with everything as it was typed. */
interface Outcome extends DeskOutcome {
  faults?: PageProblem[];
  pages?: FormPage[];
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const clerk = requireSecretariat(request, context);
  const survey = await surveyOf(context, clerk, params.survey);
  const paper = await paperInHand(request, context, clerk, survey.id);
  if (!paper) throw redirect(href("deskPaperAnswers", { survey: survey.slug }), 303);
  const act = { context, clerk, survey, paper };
  const form = await readForm(request, formLimits.text);
  const intent = String(form.get("intent"));
  if (intent === "leave") return putAway(act);
  if (intent === "double") return noteDouble(act);
  if (intent === "settle") return settlePaper(act, form);

  const keying = paperFormOf(survey);
  const { keyed, problems: faults } = keying.read(form);
  const typed = (
    answers: Answers,
    outcome: DeskOutcome & { faults?: PageProblem[] },
    status: number,
  ) => Response.json({ ...outcome, pages: keying.pages(answers) }, { status });
  const nothing: DeskOutcome = { problems: [], values: {} };
  if (intent.startsWith("add:") || intent.startsWith("remove:")) {
    return typed(keying.change(intent, keyed), nothing, 200);
  }
  if (intent !== "save") return refused(400, "ボタンをもう一度押してください。");
  if (faults.length > 0) return typed(keyed, { ...nothing, faults }, 400);
  if (form.get("edition") !== String(survey.edition)) {
    const message =
      "調査票が新しい版になりました。入力した内容を確かめて、もう一度「入力を終える」を押してください。";
    return typed(keyed, { problems: [{ message }], values: {} }, 409);
  }
  const saved = await saveKeyed(act, keyed);
  if (saved.status < 400) return saved;
  const outcome: DeskOutcome = await saved.json();
  return typed(keyed, outcome, saved.status);
}

export default function PaperAnswer() {
  const { survey, ...work } = useLoaderData<typeof loader>();
  const { problems = [], values = {}, faults = [], pages } = useActionData<Outcome>() ?? {};
  return (
    <Page
      title="紙の回答の入力"
      lead={survey.title}
      sample={survey.isSample}
      crumbs={[
        { to: href("deskSurvey", { survey: survey.slug }), label: survey.title },
        { to: href("deskPaperAnswers", { survey: survey.slug }), label: "紙の回答" },
      ]}
    >
      <PaperWork
        {...work}
        pages={pages ?? work.pages}
        stage={pages ? "keying" : work.stage}
        edition={survey.edition}
        problems={problems}
        values={values}
        faults={faults}
      />
      <form method="post" className="form paper-away">
        <p className="soft">途中でやめるときは、紙を片付けます。入力を終えた内容は残ります。</p>
        <Button name="intent" value="leave" look="secondary">
          この紙を片付ける
        </Button>
      </form>
    </Page>
  );
}
