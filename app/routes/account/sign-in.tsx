import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { passwordMaximum } from "#app/domain/password-length.ts";
import { sessionHours } from "#app/http/cookies.ts";
import { checkForm, readForm } from "#app/http/forms.ts";
import { newToken } from "#app/http/keys.ts";
import { passwordFits } from "#app/http/passwords.ts";
import { forgetTries, mayTry } from "#app/http/rate-limits.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { findAccountForSignIn, startSession, viewerOfSession } from "#db/queries/accounts.ts";
import { record } from "#db/queries/record.ts";

export const meta = () => pageTitle("サインイン");

/** Only paths of this site: "//host" and "/\host" would lead elsewhere. */
const ownPath = (path: string) => (/^\/(?![/\\])/.test(path) ? path : "");

const schema = z.object({
  login: z
    .string()
    .trim()
    .min(1, "ログイン名を入力してください。")
    .max(100, "ログイン名が長すぎます。"),
  password: z
    .string()
    .min(1, "パスワードを入力してください。")
    .max(passwordMaximum, "パスワードが長すぎます。"),
  back: z.string().max(2_000).transform(ownPath),
});

export function loader({ request, context }: LoaderFunctionArgs) {
  if (context.viewer.kind !== "anyone") throw redirect(href("home"));
  return { back: new URL(request.url).searchParams.get("back") ?? "" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const checked = checkForm(await readForm(request), schema);
  if (!checked.ok) {
    const { login = "" } = checked.values;
    return Response.json({ problems: checked.problems, login }, { status: 400 });
  }
  const { login, password, back } = checked.data;
  const allowed =
    (await mayTry(context, "sign-in", `${login} ${context.address}`)) &&
    (await mayTry(context, "sign-in-address", context.address));
  if (!allowed) {
    const message =
      "サインインの失敗が続いたため、止めています。15分ほど待ってから、もう一度お試しください。";
    return Response.json({ problems: [{ message }], login }, { status: 429 });
  }
  const account = await findAccountForSignIn(context.db, login);
  if (!(await passwordFits(password, account?.passwordHash)) || !account) {
    const message = "ログイン名かパスワードが違います。確かめて、もう一度入力してください。";
    return Response.json({ problems: [{ message }], login }, { status: 400 });
  }
  await forgetTries(context, "sign-in", `${login} ${context.address}`);
  const token = newToken();
  const [tokenHash] = context.hashes("session", token);
  const expiresAt = new Date(Date.now() + sessionHours * 3_600_000);
  await startSession(context.db, { tokenHash, accountId: account.id, expiresAt });
  const viewer = await viewerOfSession(context.db, tokenHash);
  if (viewer) await record(context.db, viewer, "サインイン", login);
  const home = viewer?.kind === "secretariat" ? href("secretariat") : href("council");
  return redirect(back || home, {
    status: 303,
    headers: { "Set-Cookie": await context.cookies.session.serialize(token) },
  });
}

export default function SignIn() {
  const { back } = useLoaderData<typeof loader>();
  const refused = useActionData<{
    problems: { message: string; field?: string }[];
    login: string;
  }>();
  return (
    <Page
      title="サインイン"
      lead="委員と事務局の方のページです。公表されている内容は、サインインせずに見られます。"
    >
      <ProblemList problems={refused?.problems ?? []} />
      <Form method="post" className="form" reloadDocument>
        <input type="hidden" name="back" value={back} />
        <TextField
          name="login"
          label="ログイン名"
          required
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={refused?.login}
          problems={refused?.problems}
        />
        <TextField
          name="password"
          type="password"
          label="パスワード"
          required
          autoComplete="current-password"
          problems={refused?.problems}
        />
        <Button>サインイン</Button>
      </Form>
    </Page>
  );
}
