import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "#app/domain/problem.ts";
import { formLimits, readForm, textValues } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { sourceToCopy } from "#app/http/survey-desk/editor-start.ts";
import type { DeskOutcome } from "#app/http/survey-desk/outcome.ts";
import { readNewSurveyForm } from "#app/http/survey-desk/questionnaire-form.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { DeskQuestionnaireFields } from "#app/ui/survey/desk-questionnaire-fields.tsx";
import { DeskSettingsFields } from "#app/ui/survey/desk-settings-fields.tsx";
import { SurveyStartField } from "#app/ui/survey/survey-start-field.tsx";
import { createSurvey, listSurveys } from "#db/queries/surveys/index.ts";

export const meta = () => pageTitle("調査票を登録する");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const surveys = await listSurveys(context.db, viewer);
  return surveys.map(({ slug, title }) => ({ slug, title }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const form = await readForm(request, formLimits.file);
  const { start = "", definition: typed = "" } = textValues(form);
  const copied = await sourceToCopy(context, viewer, start);
  if (copied !== null) {
    form.delete("file");
    form.set("definition", copied);
  }
  const read = await readNewSurveyForm(form);
  // What was copied does not come back as if it had been typed.
  const values = (read: Record<string, string>) =>
    copied === null ? read : { ...read, definition: typed };
  if (!read.ok) {
    const { problems } = read;
    return Response.json({ problems, values: values(read.values) }, { status: 400 });
  }
  if (!(await createSurvey(context.db, viewer, read.data))) {
    const message = `記号「${read.data.slug}」の調査はすでにあります。別の記号にしてください。`;
    const problems: Problem[] = [{ message, field: "slug" }];
    return Response.json({ problems, values: values(textValues(form)) }, { status: 409 });
  }
  const survey = read.data.slug;
  return copied === null
    ? redirectWithNotice(
        context,
        href("deskSurvey", { survey }),
        "調査票を登録しました。次に、名簿を登録してください。",
      )
    : redirectWithNotice(
        context,
        href("deskEditor", { survey }),
        "調査を登録しました。この画面で、調査票を直してください。",
      );
}

export default function SurveyNew() {
  const surveys = useLoaderData<typeof loader>();
  const { problems = [], values = {} } = useActionData<DeskOutcome>() ?? {};
  return (
    <Page
      title="調査票を登録する"
      lead="登録しても、まだ公開されません。受付を始めるまでは、何度でも直せます。"
      crumbs={[
        { to: href("secretariat"), label: "事務局の机" },
        { to: href("deskSurveys"), label: "調査" },
      ]}
    >
      <ProblemList problems={problems} title="まだ登録していません。次の点を直してください" />
      <form method="post" encType="multipart/form-data" className="form">
        <h2>調査票</h2>
        <TextField
          name="slug"
          label="調査の記号"
          hint="ページのアドレスになります。英小文字、数字、- で書きます（例：r8-jigyosha）。後から変えられません。"
          required
          maxLength={60}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="short"
          defaultValue={values.slug}
          problems={problems}
        />
        <SurveyStartField surveys={surveys} start={values.start} problems={problems} />
        <DeskQuestionnaireFields values={values} problems={problems} />
        <h2>方法と日程</h2>
        <DeskSettingsFields values={values} problems={problems} />
        <Button>登録する</Button>
      </form>
    </Page>
  );
}
