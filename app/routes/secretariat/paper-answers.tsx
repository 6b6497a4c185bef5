import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { paperUntil } from "#app/domain/survey/calendar.ts";
import { readForm } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { admitPaper, enterPaperCode, rememberPaper } from "#app/http/paper-keying.ts";
import { type DeskOutcome, refused } from "#app/http/survey-desk/outcome.ts";
import { surveyOf } from "#app/http/survey-desk/survey-of.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { Day } from "#app/ui/date.tsx";
import { TextField } from "#app/ui/field.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { PaperRule } from "#app/ui/survey/paper/paper-rule.tsx";
import { conductOf, keyingsWaiting } from "#db/queries/surveys/index.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `紙の回答・${data.survey.title}` : "紙の回答");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const { id, slug, title, closesOn, isSample } = survey;
  const [{ onPaper, doubles }, waiting] = await Promise.all([
    conductOf(context.db, viewer, id),
    keyingsWaiting(context.db, viewer, id),
  ]);
  const admission = admitPaper(survey);
  return {
    survey: { slug, title, isSample },
    shut: admission.may ? null : admission.message,
    until: closesOn === null ? null : paperUntil(closesOn),
    onPaper,
    doubles,
    waiting,
  };
}

/** Takes the code that stands on a paper; it goes into no address and no log. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const form = await readForm(request);
  const typed = form.get("code");
  const entry = await enterPaperCode(
    context,
    viewer,
    survey,
    typeof typed === "string" ? typed : "",
  );
  if (!entry.may) return refused(400, entry.message, { field: "code" });
  return redirect(href("deskPaperAnswer", { survey: survey.slug }), {
    status: 303,
    headers: { "Set-Cookie": await rememberPaper(context, viewer, entry.paper) },
  });
}

export default function PaperAnswers() {
  const { survey, shut, until, onPaper, doubles, waiting } = useLoaderData<typeof loader>();
  const { problems = [] } = useActionData<DeskOutcome>() ?? {};
  return (
    <Page
      title="紙の回答"
      lead={survey.title}
      sample={survey.isSample}
      crumbs={[
        { to: href("deskSurveys"), label: "調査" },
        { to: href("deskSurvey", { survey: survey.slug }), label: survey.title },
      ]}
    >
      <ProblemList problems={problems} />
      {shut ? (
        <p>{shut}</p>
      ) : (
        <form method="post" className="form">
          <TextField
            name="code"
            label="紙に書かれた回答コード"
            hint="調査票か依頼状に刷ってある16文字です。区切りの - はなくてもかまいません。"
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            className="short"
            problems={problems}
          />
          <Button>この紙の入力を始める</Button>
        </form>
      )}
      <h2>いまの状態</h2>
      <dl className="facts">
        <dt>受け付けた紙の回答</dt>
        <dd>{onPaper}件</dd>
        <dt>あなたの入力を待つもの</dt>
        <dd>{waiting.onceByOthers}件（ほかの職員が1回目の入力を終えました）</dd>
        <dt>もう1人を待つもの</dt>
        <dd>{waiting.once - waiting.onceByOthers}件（あなたが1回目の入力を終えました）</dd>
        <dt>2人の入力が違うもの</dt>
        <dd>{waiting.twice}件（どちらかの職員が、コードを入力して確かめます）</dd>
        <dt>数えない回答</dt>
        <dd>{doubles}件（同じ事業者から後に届きました）</dd>
      </dl>
      <h2>入力の決まり</h2>
      <ol className="prose">
        <li>別のアカウントの2人が、互いの入力を見ずに、同じ紙を1回ずつ入力します。</li>
        <li>紙のとおりに入力します。答えのない問は空のままにします（無回答）。</li>
        <li>
          1つだけ選ぶ問で2つ選んであるときや、数が読み取れないときは、空のままにします（無効な答えは無回答とします）。
        </li>
        <li>2人の入力が違う問は、紙を見て、どちらかが選びます。選んだ人を記録します。</li>
        <li>入力した内容は、その紙の回答コードがないと開けません。紙はなくさないでください。</li>
      </ol>
      <PaperRule />
      {until && !shut && (
        <p className="prose">
          締切日までに届いた紙の回答は、
          <Day date={until} />
          まで（事務局が先に締め切ったときは、それまで）入力できます。
        </p>
      )}
    </Page>
  );
}
