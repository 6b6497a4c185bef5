import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Problem } from "#app/domain/problem.ts";
import { checkForm, readForm } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { hashPassword, newPassword } from "#app/http/passwords.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { Moment } from "#app/ui/date.tsx";
import { RadioField, TextField } from "#app/ui/field.tsx";
import { Notice, ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { createAccount, disableAccount, listAccounts } from "#db/queries/accounts.ts";
import { record } from "#db/queries/record.ts";

export const meta = () => pageTitle("アカウント");

const newAccount = z.object({
  intent: z.literal("create"),
  login: z
    .string()
    .trim()
    .regex(
      /^[a-z0-9][a-z0-9._-]{1,39}$/,
      "ログイン名は、半角の英小文字・数字・ハイフンで2〜40文字にしてください。",
    ),
  name: z
    .string()
    .trim()
    .min(1, "表示名を入力してください。")
    .max(40, "表示名は40文字までにしてください。"),
  role: z.enum(["member", "secretariat"], "委員か事務局かを選んでください。"),
});
const disabling = z.object({
  intent: z.literal("disable"),
  account: z.uuid("アカウントを選び直してください。"),
});
const schema = z.union([newAccount, disabling]);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { accountId } = requireSecretariat(request, context);
  return { accounts: await listAccounts(context.db), ownId: accountId };
}

interface Outcome {
  problems?: Problem[];
  values?: Record<string, string>;
  /** Shown once, on this page only. */
  made?: { login: string; password: string };
}

const refused = (outcome: Outcome, status: number) => Response.json(outcome, { status });

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const form = await readForm(request);
  const intended = form.get("intent") === "disable" ? disabling : newAccount;
  const checked = checkForm<z.infer<typeof schema>>(form, intended);
  if (!checked.ok) return refused(checked, 400);
  const { data } = checked;
  if (data.intent === "disable") {
    if (data.account === viewer.accountId) {
      return refused({ problems: [{ message: "自分のアカウントは停止できません。" }] }, 400);
    }
    await context.db.transaction(async (tx) => {
      const disabled = await disableAccount(tx, data.account);
      if (disabled) await record(tx, viewer, "アカウントの停止", data.account);
    });
    return redirectWithNotice(context, href("deskAccounts"), "アカウントを停止しました。");
  }
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  const { login, name, role } = data;
  const made = await context.db.transaction(async (tx) => {
    const id = await createAccount(tx, { login, name, role, passwordHash });
    if (id) await record(tx, viewer, "アカウントの作成", login, { role });
    return id !== undefined;
  });
  if (!made) {
    const message = "このログイン名はすでに使われています。別の名前にしてください。";
    return refused({ problems: [{ message, field: "login" }], values: { login, name, role } }, 409);
  }
  return Response.json({ made: { login, password } } satisfies Outcome);
}

export default function Accounts() {
  const { accounts, ownId } = useLoaderData<typeof loader>();
  const { problems = [], values = {}, made } = useActionData<Outcome>() ?? {};
  return (
    <Page
      title="アカウント"
      lead="委員と事務局がサインインするためのアカウントです。停止すると、その場でサインアウトされます。"
    >
      <ProblemList problems={problems} />
      {made && (
        <Notice tone="success">
          <p>
            アカウントを作りました。パスワードはこの画面にだけ表示されます。本人に渡し、最初に変えてもらってください。
          </p>
          <dl className="facts">
            <dt>ログイン名</dt>
            <dd>{made.login}</dd>
            <dt>パスワード</dt>
            <dd>
              <code>{made.password}</code>
            </dd>
          </dl>
        </Notice>
      )}
      <section className="table-scroll" aria-label="アカウントの一覧">
        <table>
          <caption>アカウントの一覧</caption>
          <thead>
            <tr>
              <th scope="col">表示名</th>
              <th scope="col">ログイン名</th>
              <th scope="col">区分</th>
              <th scope="col">作成日</th>
              <th scope="col">状態</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map(({ id, login, name, role, createdAt, disabledAt }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{login}</td>
                <td>{role === "member" ? "委員" : "事務局"}</td>
                <td>
                  <Moment at={createdAt} />
                </td>
                <td>
                  {disabledAt ? (
                    <>
                      停止（
                      <Moment at={disabledAt} />）
                    </>
                  ) : id === ownId ? (
                    "使用中（自分）"
                  ) : (
                    <form method="post">
                      <input type="hidden" name="intent" value="disable" />
                      <input type="hidden" name="account" value={id} />
                      <Button
                        look="secondary"
                        size="small"
                        aria-label={`${name}（${login}）を停止する`}
                      >
                        停止する
                      </Button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h2>アカウントを作る</h2>
      <form method="post" className="form">
        <input type="hidden" name="intent" value="create" />
        <TextField
          name="login"
          label="ログイン名"
          hint="半角の英小文字・数字。例：iin-d"
          required
          autoComplete="off"
          autoCapitalize="none"
          defaultValue={values.login}
          problems={problems}
        />
        <TextField
          name="name"
          label="表示名"
          hint="画面や意見に表示されます。例：委員D"
          required
          autoComplete="off"
          defaultValue={values.name}
          problems={problems}
        />
        <RadioField
          name="role"
          label="区分"
          required
          defaultValue={values.role}
          problems={problems}
          options={[
            { value: "member", label: "委員" },
            { value: "secretariat", label: "事務局" },
          ]}
        />
        <Button>アカウントを作る</Button>
      </form>
    </Page>
  );
}
