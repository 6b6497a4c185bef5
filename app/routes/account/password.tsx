import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { passwordMaximum, passwordMinimum } from "#app/domain/password-length.ts";
import type { Problem } from "#app/domain/problem.ts";
import { checkForm, readForm } from "#app/http/forms.ts";
import { requireSignedIn } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { hashPassword, passwordFits } from "#app/http/passwords.ts";
import { mayTry } from "#app/http/rate-limits.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { changePassword, passwordHashOf } from "#db/queries/accounts.ts";

export const meta = () => pageTitle("パスワードの変更");

const schema = z
  .object({
    current: z.string().min(1, "今のパスワードを入力してください。").max(passwordMaximum),
    next: z
      .string()
      .min(passwordMinimum, `新しいパスワードは${passwordMinimum}文字以上にしてください。`)
      .max(passwordMaximum, `新しいパスワードは${passwordMaximum}文字までにしてください。`),
    again: z.string(),
  })
  .refine(({ next, again }) => next === again, {
    message: "新しいパスワードが2回で違っています。同じものを入力してください。",
    path: ["again"],
  });

export function loader({ request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context);
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId } = requireSignedIn(request, context);
  const checked = checkForm(await readForm(request), schema);
  if (!checked.ok) return Response.json({ problems: checked.problems }, { status: 400 });
  const { current, next } = checked.data;
  const problem = (message: string, status: number) =>
    Response.json({ problems: [{ message, field: "current" }] }, { status });
  if (!(await mayTry(context, "sign-in", accountId))) {
    return problem(
      "失敗が続いたため、止めています。15分ほど待ってから、もう一度お試しください。",
      429,
    );
  }
  if (!(await passwordFits(current, await passwordHashOf(context.db, accountId)))) {
    return problem("今のパスワードが違います。確かめて、もう一度入力してください。", 400);
  }
  await changePassword(context.db, accountId, await hashPassword(next));
  const message = "パスワードを変えました。新しいパスワードでサインインしてください。";
  return redirectWithNotice(context, href("signIn"), message);
}

export default function Password() {
  const problems = useActionData<{ problems: Problem[] }>()?.problems ?? [];
  return (
    <Page title="パスワードの変更" lead="変えると、ほかの端末を含めてサインアウトします。">
      <ProblemList problems={problems} />
      <form method="post" className="form">
        <TextField
          name="current"
          type="password"
          label="今のパスワード"
          required
          autoComplete="current-password"
          problems={problems}
        />
        <TextField
          name="next"
          type="password"
          label="新しいパスワード"
          hint={`${passwordMinimum}文字以上`}
          required
          autoComplete="new-password"
          problems={problems}
        />
        <TextField
          name="again"
          type="password"
          label="新しいパスワード（もう一度）"
          required
          autoComplete="new-password"
          problems={problems}
        />
        <Button>パスワードを変える</Button>
      </form>
    </Page>
  );
}
