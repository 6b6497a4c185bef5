import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSecretariat } from "#app/http/guards.ts";
import { editorStart, sourceToCopy } from "#app/http/survey-desk/editor-start.ts";
import { surveyOf } from "#app/http/survey-desk/survey-of.ts";
import { href } from "#app/routes.ts";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { EditorPage } from "#app/ui/survey/editor/editor-page.tsx";

export const handle = { hydrates: true, inlineStyles: true, wide: true };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `調査票を編集する・${data.survey.title}` : "調査票を編集する");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const { slug, title, state, edition, isSample, questionnaire } = survey;
  const choice = new URL(request.url).searchParams.get("from");
  const [start, other] = await Promise.all([
    editorStart(context, viewer, survey),
    sourceToCopy(context, viewer, choice),
  ]);
  return {
    survey: { slug, title, state, edition, isSample },
    ...start,
    other: state === "closed" ? null : other,
    current: state === "open" ? questionnaire : null,
  };
}

export default function SurveyEditor() {
  const data = useLoaderData<typeof loader>();
  const { slug, title, isSample } = data.survey;
  return (
    <Page
      title="調査票を編集する"
      lead={title}
      sample={isSample}
      crumbs={[
        { to: href("deskSurveys"), label: "調査" },
        { to: href("deskSurvey", { survey: slug }), label: title },
      ]}
    >
      <EditorPage {...data} />
    </Page>
  );
}
