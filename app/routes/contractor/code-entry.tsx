import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "#app/domain/problem.ts";
import { toQuestionnaire } from "#app/http/answering-entry.ts";
import { toReceipt } from "#app/http/answering-state.ts";
import { readForm, textValues } from "#app/http/forms.ts";
import { type CodeRefusal, codeRefusals, enterCode, messageOf } from "#app/http/survey-codes.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";

export const meta = () => pageTitle("調査に回答する");

export function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get("why");
  const why = codeRefusals.find((candidate) => candidate === asked);
  return { problems: why ? [{ message: messageOf(why) }] : [] };
}

const statusOf: Record<Exclude<CodeRefusal, "already-answered">, number> = {
  malformed: 400,
  "unknown-code": 400,
  expired: 400,
  "other-code": 409,
  "not-open": 409,
  closed: 409,
  "too-many-tries": 429,
};

export async function action({ request, context }: ActionFunctionArgs) {
  const { code = "" } = textValues(await readForm(request));
  const entry = await enterCode(context, code);
  if (entry.may) return toQuestionnaire(entry, context);
  if (entry.why === "already-answered") return toReceipt(entry.receipt, context, entry.message);
  const problems: Problem[] = [{ message: entry.message, field: "code" }];
  return Response.json({ problems, code }, { status: statusOf[entry.why] });
}

export default function CodeEntry() {
  const { problems } = useLoaderData<typeof loader>();
  const refused = useActionData<{ problems: Problem[]; code: string }>();
  return (
    <Page
      title="調査に回答する"
      lead="市から調査の依頼文が届いた事業者の方は、依頼文に書かれたコードを入力してください。"
    >
      <ProblemList problems={refused?.problems ?? problems} title="回答に進めません" />
      <form method="post" action={href("codeEntry")} className="form">
        <TextField
          name="code"
          label="回答コード"
          hint="4文字ずつ区切った16文字です。小文字でも、区切りの - がなくても入力できます。"
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          defaultValue={refused?.code}
          problems={refused?.problems}
        />
        <Button>回答に進む</Button>
      </form>
      <section aria-labelledby="code-help">
        <h2 id="code-help">コードについて</h2>
        <ul className="prose">
          <li>
            コードは1事業者に1つです。途中でやめても、同じコードを入力すると、どの端末からでも続きを入力できます。
          </li>
          <li>
            送信した後にコードを入力すると、受付番号と回答の控えを、もう一度見ることができます。
          </li>
          <li>数字の0と1、英字のOとIは使っていません。</li>
          <li>
            コードが見当たらないときや、紙の調査票で答えたいときは、依頼文に書かれた連絡先に知らせてください。
          </li>
          <li>
            どの調査を行っているかは、<a href={href("surveys")}>調査の一覧</a>で確かめられます。
          </li>
        </ul>
      </section>
    </Page>
  );
}
