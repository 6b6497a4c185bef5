import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { civilDate } from "#app/domain/japan/index.ts";
import { anonymityWords } from "#app/domain/survey/anonymity.ts";
import { calendarCautions } from "#app/domain/survey/calendar.ts";
import { formLimits, readForm, textValues } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { type DeskOutcome, fixedSinceOpening, refused } from "#app/http/survey-desk/outcome.ts";
import { readSettingsForm } from "#app/http/survey-desk/settings-form.ts";
import { surveyOf } from "#app/http/survey-desk/survey-of.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { DeskSettings } from "#app/ui/survey/desk-settings.tsx";
import { DeskSettingsFields } from "#app/ui/survey/desk-settings-fields.tsx";
import { changeSettings } from "#db/queries/surveys/index.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `方法と日程・${data.survey.title}` : "方法と日程");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const { slug, title, state, mode, threshold, opensOn, remindsOn, closesOn } = survey;
  const { contact, letterText, isSample } = survey;
  const today = civilDate(new Date());
  return {
    survey: {
      slug,
      title,
      state,
      mode,
      threshold,
      opensOn,
      remindsOn,
      closesOn,
      contact,
      letterText,
      isSample,
    },
    words: anonymityWords(mode, { threshold }).form,
    cautions: calendarCautions({ opensOn, remindsOn, closesOn }, { state, today }),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { id, slug, state } = await surveyOf(context, viewer, params.survey);
  const form = await readForm(request, formLimits.text);
  const values = textValues(form);
  if (state !== "preparing") return refused(409, fixedSinceOpening, { values });
  const read = readSettingsForm(form);
  if (!read.ok) return Response.json(read, { status: 400 });
  if ((await changeSettings(context.db, viewer, id, read.data)) === "opened") {
    return refused(409, fixedSinceOpening, { values });
  }
  return redirectWithNotice(
    context,
    href("deskSurvey", { survey: slug }),
    "方法と日程を登録しました。",
  );
}

export default function SurveySettings() {
  const { survey, words, cautions } = useLoaderData<typeof loader>();
  const { problems = [], values } = useActionData<DeskOutcome>() ?? {};
  const { slug, title, state } = survey;
  const stored = {
    mode: survey.mode,
    threshold: String(survey.threshold),
    opensOn: survey.opensOn ?? "",
    remindsOn: survey.remindsOn ?? "",
    closesOn: survey.closesOn ?? "",
    contact: survey.contact,
    letterText: survey.letterText,
  };
  return (
    <Page
      title="方法と日程"
      lead={title}
      sample={survey.isSample}
      crumbs={[
        { to: href("deskSurveys"), label: "調査" },
        { to: href("deskSurvey", { survey: slug }), label: title },
      ]}
    >
      <ProblemList problems={problems} title="まだ登録していません。次の点を直してください" />
      {state === "preparing" ? (
        <form method="post" className="form">
          <p>受付を始めるまで、何度でも直せます。始めた後は、締切日を延ばすことだけができます。</p>
          <DeskSettingsFields values={values ?? stored} problems={problems} />
          <Button>登録する</Button>
        </form>
      ) : (
        <p>受付を始めたため、変えられません。締切日は、調査のページで延ばせます。</p>
      )}
      <DeskSettings survey={survey} words={words} cautions={cautions} />
    </Page>
  );
}
