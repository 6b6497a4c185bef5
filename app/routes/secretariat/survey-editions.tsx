import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ComponentProps } from "react";
import { formLimits, readForm, textValues } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { readConfirmation, readEditionForm } from "#app/http/survey-desk/edition-form.ts";
import { refused } from "#app/http/survey-desk/outcome.ts";
import { surveyOf } from "#app/http/survey-desk/survey-of.ts";
import { href } from "#app/routes.ts";
import { Notice, ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { ConfirmEdition } from "#app/ui/survey/editions/confirm-edition.tsx";
import { CorrectionForm } from "#app/ui/survey/editions/correction-form.tsx";
import { EditionList } from "#app/ui/survey/editions/edition-list.tsx";
import { currentSource, listEditions, newEdition } from "#db/queries/surveys/index.ts";

export const meta: MetaFunction<typeof loader> = () => pageTitle("調査票の版と訂正");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { slug, title, state, edition, isSample } = await surveyOf(context, viewer, params.survey);
  const [editions, source = ""] = await Promise.all([
    listEditions(context.db, viewer, slug),
    currentSource(context.db, viewer, slug),
  ]);
  return { survey: { slug, title, state, edition, isSample }, editions, source };
}

type Outcome = Pick<ComponentProps<typeof ConfirmEdition>, "problems"> & {
  values: Record<string, string>;
  proposal?: Omit<ComponentProps<typeof ConfirmEdition>, "problems" | "reason">;
};

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const form = await readForm(request, formLimits.file);
  if (survey.state !== "open") return refused(409, notOpen, { values: textValues(form) });
  const read = await readEditionForm(form, survey.questionnaire);
  const values = textValues(form);
  // The editor tells which edition it has worked on.
  const worked = form.get("follows");
  if (worked !== null && worked !== String(survey.edition)) {
    return refused(409, notStored["changed-meanwhile"], { values });
  }
  if (!read.ok) return Response.json({ problems: read.problems, values }, { status: 400 });
  const { questionnaire, source, effects, warnings } = read;
  const proposal = { follows: survey.edition, source, effects, warnings };
  if (form.get("intent") !== "store") return Response.json({ problems: [], values, proposal });
  const confirmed = readConfirmation(form);
  if (!confirmed.ok) {
    return Response.json({ problems: confirmed.problems, values, proposal }, { status: 400 });
  }
  const { follows, reason } = confirmed.data;
  const stored = await newEdition(context.db, viewer, {
    surveyId: survey.id,
    follows,
    questionnaire,
    source,
    reason,
  });
  if (stored.stored) {
    const message = `調査票を第${stored.number}版にしました。`;
    return redirectWithNotice(context, href("deskEditions", { survey: survey.slug }), message);
  }
  return refused(409, notStored[stored.why], { values });
}

const notOpen = "調査票を版として直せるのは、受付の間だけです。何も変えていません。";
const notStored = {
  "not-open": notOpen,
  "changed-meanwhile":
    "ほかの職員が先に調査票を直しました。新しい版との違いを、もう一度確かめてください。",
  unchanged: "今の版と同じ調査票です。何も変えていません。",
  refused: "受付中は変えられない所があります。もう一度確かめてください。",
};

export default function SurveyEditions() {
  const { survey, editions, source } = useLoaderData<typeof loader>();
  const { problems = [], values = {}, proposal } = useActionData<Outcome>() ?? {};
  return (
    <Page
      title="調査票の版と訂正"
      lead={survey.title}
      sample={survey.isSample}
      crumbs={[
        { to: href("secretariat"), label: "事務局の机" },
        { to: href("deskSurveys"), label: "調査" },
        { to: href("deskSurvey", { survey: survey.slug }), label: survey.title },
      ]}
    >
      <ProblemList problems={problems} title="まだ直していません。次の点を見てください" />
      {proposal && <ConfirmEdition {...proposal} reason={values.reason} problems={problems} />}
      <h2>今までの版</h2>
      <EditionList editions={editions} />
      <h2>{proposal ? "調査票をもう一度直す" : "調査票を直す"}</h2>
      <p>
        <a href={href("deskEditor", { survey: survey.slug })}>
          {survey.state === "closed" ? "編集画面で調査票を見る" : "編集画面で調査票を直す"}
        </a>
      </p>
      {survey.state === "open" ? (
        <CorrectionForm definition={values.definition ?? source} problems={problems} />
      ) : (
        <Notice>
          {survey.state === "preparing"
            ? "受付を始める前は、調査票をそのまま直せます。"
            : "締め切った調査の調査票は、直せません。"}
        </Notice>
      )}
    </Page>
  );
}
