import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { definitionText } from "#app/domain/survey/definition/definition-text.ts";
import { formLimits, readForm, textValues } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { type DeskOutcome, fixedSinceOpening, refused } from "#app/http/survey-desk/outcome.ts";
import { readQuestionnaireForm } from "#app/http/survey-desk/questionnaire-form.ts";
import { surveyOf } from "#app/http/survey-desk/survey-of.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { DeskQuestionnaireFields } from "#app/ui/survey/desk-questionnaire-fields.tsx";
import { changeQuestionnaire } from "#db/queries/surveys/index.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `調査票を直す・${data.title}` : "調査票を直す");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const { slug, title, state, isSample, questionnaire } = survey;
  return { slug, title, state, isSample, definition: definitionText(questionnaire.definition) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { id, slug, state } = await surveyOf(context, viewer, params.survey);
  const form = await readForm(request, formLimits.file);
  const read = await readQuestionnaireForm(form);
  if (state !== "preparing") return refused(409, fixedSinceOpening, { values: textValues(form) });
  if (!read.ok) return Response.json(read, { status: 400 });
  if ((await changeQuestionnaire(context.db, viewer, id, read.data)) === "opened") {
    return refused(409, fixedSinceOpening, { values: textValues(form) });
  }
  return redirectWithNotice(
    context,
    href("deskSurvey", { survey: slug }),
    "調査票を登録し直しました。",
  );
}

export default function SurveyQuestionnaire() {
  const { slug, title, state, isSample, definition } = useLoaderData<typeof loader>();
  const { problems = [], values } = useActionData<DeskOutcome>() ?? {};
  return (
    <Page
      title="調査票を直す"
      lead={title}
      sample={isSample}
      crumbs={[
        { to: href("deskSurveys"), label: "調査" },
        { to: href("deskSurvey", { survey: slug }), label: title },
      ]}
    >
      <ProblemList problems={problems} title="まだ登録していません。次の点を直してください" />
      {state === "preparing" ? (
        <form method="post" encType="multipart/form-data" className="form">
          <p>
            受付を始めるまで、何度でも直せます。JSONを書かずに直すには、
            <a href={href("deskEditor", { survey: slug })}>編集画面</a>を使ってください。
          </p>
          <DeskQuestionnaireFields values={values ?? { title, definition }} problems={problems} />
          <Button>調査票を登録し直す</Button>
        </form>
      ) : (
        <>
          <p>
            受付を始めたため、ここでは変えられません。誤りがあるときは、
            <a href={href("deskEditions", { survey: slug })}>調査票の版と訂正のページ</a>
            で新しい版にします。
          </p>
          {values?.definition && (
            <details>
              <summary>入力した調査票の文（登録していません）</summary>
              <pre className="lines">{values.definition}</pre>
            </details>
          )}
        </>
      )}
    </Page>
  );
}
