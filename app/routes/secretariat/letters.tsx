import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formLimits, readForm } from "#app/http/forms.ts";
import { requireSecretariat, uuidParam } from "#app/http/guards.ts";
import type { LettersRefusal } from "#app/http/letters/act.ts";
import { letterActs } from "#app/http/letters/act-on-letters.ts";
import { jobShown } from "#app/http/letters/job-shown.ts";
import { lettersOverview, lettersToConfirm } from "#app/http/letters/letters-page.ts";
import { mailingOrderOf } from "#app/http/letters/mailing-order.ts";
import { surveyOf } from "#app/http/survey-desk.ts";
import { href } from "#app/routes.ts";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { LettersConfirmation } from "#app/ui/survey/letters/confirmation.tsx";
import { LetterJobView } from "#app/ui/survey/letters/job.tsx";
import { LettersOverview } from "#app/ui/survey/letters/overview.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  pageTitle(shown ? `手紙：${shown.survey.title}（事務局）` : "手紙（事務局）");

/** Seconds after which the page of letters in the making is loaded anew, without script. */
const refreshAfter = "3";

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const { slug, title, state, isSample, closesOn } = survey;
  const base = { survey: { slug, title, state, isSample, closesOn } };
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("job");
  if (asked !== null) {
    const id = uuidParam(asked, "手紙");
    const job = await jobShown(context, viewer, survey.id, id);
    const headers = job.at === "laying-out" ? { Refresh: refreshAfter } : undefined;
    return data({ ...base, shows: "job" as const, job: { ...job, id } }, headers && { headers });
  }
  const order = mailingOrderOf(searchParams);
  if (order) {
    const confirmation = await lettersToConfirm(context, viewer, survey, order);
    return data({ ...base, shows: "confirmation" as const, confirmation });
  }
  const overview = await lettersOverview(context, viewer, survey);
  return data({ ...base, shows: "overview" as const, overview });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const form = await readForm(request, formLimits.small);
  const intent = form.get("intent");
  if (intent === "begin" || intent === "text" || intent === "returned" || intent === "undo") {
    return letterActs[intent](context, viewer, survey, form);
  }
  const problems = [{ message: "ボタンをもう一度押してください。" }];
  return Response.json({ problems, values: {} } satisfies LettersRefusal, { status: 400 });
}

const titles = { overview: "手紙", confirmation: "手紙を作る", job: "手紙の作成" } as const;

export default function LettersPage() {
  const shown = useLoaderData<typeof loader>();
  const { problems = [], values = {} } = useActionData<LettersRefusal>() ?? {};
  const { survey } = shown;
  const letters = href("deskLetters", { survey: survey.slug });
  return (
    <Page
      title={titles[shown.shows]}
      sample={survey.isSample}
      crumbs={[
        { to: href("secretariat"), label: "事務局の机" },
        { to: href("deskSurveys"), label: "調査" },
        { to: href("deskSurvey", { survey: survey.slug }), label: survey.title },
        ...(shown.shows === "overview" ? [] : [{ to: letters, label: "手紙" }]),
      ]}
    >
      <ProblemList problems={problems} />
      {shown.shows === "overview" && (
        <LettersOverview survey={survey} {...shown.overview} values={values} problems={problems} />
      )}
      {shown.shows === "confirmation" && (
        <LettersConfirmation
          survey={survey}
          {...shown.confirmation}
          values={values}
          problems={problems}
        />
      )}
      {shown.shows === "job" && <LetterJobView slug={survey.slug} job={shown.job} />}
    </Page>
  );
}
