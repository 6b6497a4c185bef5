import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formLimits, readForm } from "#app/http/forms.ts";
import { notFound, requireSecretariat } from "#app/http/guards.ts";
import { actOnTexts } from "#app/http/survey-desk/act-on-texts.ts";
import type { DeskOutcome } from "#app/http/survey-desk/outcome.ts";
import { surveyOf } from "#app/http/survey-desk/survey-of.ts";
import { textGroups, textQuestionRows, textsAsked } from "#app/http/survey-desk/texts-page.ts";
import { href } from "#app/routes.ts";
import { Notice, ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { QuestionTexts } from "#app/ui/survey/texts/question-texts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `文章の回答：${data.survey.title}（事務局）` : "文章の回答（事務局）");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const { slug, title, state, isSample, isSimulated } = survey;
  const asked = textsAsked(new URL(request.url));
  const closed = state === "closed";
  const chosen = asked && closed ? await textGroups(context, viewer, survey, asked) : undefined;
  if (asked && closed && !chosen) return notFound("文章で答える問");
  return {
    survey: { slug, title, isSample, isSimulated },
    closed,
    questions: closed ? await textQuestionRows(context, viewer, survey) : [],
    chosen,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const form = await readForm(request, formLimits.text);
  return actOnTexts(context, viewer, survey, form);
}

export default function TextsPage() {
  const { survey, closed, questions, chosen } = useLoaderData<typeof loader>();
  const { problems = [], values = {} } = useActionData<DeskOutcome>() ?? {};
  const path = href("deskTexts", { survey: survey.slug });
  return (
    <Page
      title="文章の回答"
      lead={survey.title}
      sample={survey.isSample}
      simulated={survey.isSimulated}
      crumbs={[
        { to: href("secretariat"), label: "事務局の机" },
        { to: href("deskSurveys"), label: "調査" },
        { to: href("deskSurvey", { survey: survey.slug }), label: survey.title },
        ...(chosen ? [{ to: path, label: "文章の回答" }] : []),
      ]}
    >
      <ProblemList problems={problems} />
      {!closed && (
        <Notice>
          <p>受付の間は、文章の回答を読めません。締め切った後に、公表するかどうかを決めます。</p>
        </Notice>
      )}
      {closed && !chosen && (
        <>
          <p>
            文章の回答は、ここで「公表する」「伏せて公表する」と決めたものだけが、次に公表する集計版に載ります。決めていないものは載りません。印の付いた所は、書いた人などが分かるおそれを示す目安です。印がなくても、読んで確かめてください。
          </p>
          <table>
            <caption>文章で答える問</caption>
            <thead>
              <tr>
                <th scope="col">問</th>
                <th scope="col">決めた文章</th>
              </tr>
            </thead>
            <tbody>
              {questions.map(({ name, number, title, decided }) => (
                <tr key={name}>
                  <th scope="row">
                    <a href={`${path}?question=${encodeURIComponent(name)}`}>
                      問{number}　{title}
                    </a>
                  </th>
                  <td className="number">{decided}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {chosen && <QuestionTexts path={path} {...chosen} values={values} problems={problems} />}
    </Page>
  );
}
