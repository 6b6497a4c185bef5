import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { parseGoalSheet } from "#app/domain/goal-sheet/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import { checkForm, formLimits, readForm } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { newestGoalSheet, publishGoalSheet } from "#db/queries/goal-sheets.ts";

export const meta = () => pageTitle("目標シートの編集");

const schema = z.object({
  source: z
    .string()
    .trim()
    .min(1, "目標シートの本文を入力してください。")
    .max(200_000, "本文が長すぎます。"),
  reason: z
    .string()
    .trim()
    .min(1, "公表・変更の理由を入力してください。")
    .max(500, "理由は500文字までにしてください。"),
  basedOn: z.coerce.number().int().min(0),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireSecretariat(request, context);
  const row = await newestGoalSheet(context.db);
  return { source: row?.source ?? "", version: row?.version ?? 0 };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const checked = checkForm(await readForm(request, formLimits.text), schema);
  if (!checked.ok) return Response.json(checked, { status: 400 });
  const { source, reason, basedOn } = checked.data;
  const values = { source, reason };
  const { sheet, problems } = parseGoalSheet(source);
  if (!sheet || problems.length > 0) return Response.json({ problems, values }, { status: 400 });
  const version = await publishGoalSheet(context.db, viewer, {
    source,
    parsed: sheet,
    reason,
    basedOn,
  });
  if (version === undefined) {
    const message =
      "ほかの人が先に新しい版を公表しました。ページを開き直し、その版に書き足してください。";
    return Response.json({ problems: [{ message }], values }, { status: 409 });
  }
  return redirectWithNotice(context, href("goals"), `目標シートの第${version}版を公表しました。`);
}

export default function GoalSheetDesk() {
  const { source, version } = useLoaderData<typeof loader>();
  const { problems = [], values } =
    useActionData<{ problems: Problem[]; values: { source?: string; reason?: string } }>() ?? {};
  return (
    <Page
      title="目標シートの編集"
      crumbs={[{ to: href("secretariat"), label: "事務局の机" }]}
      lead="直すと、新しい版としてすぐに公表されます。前の版は残ります。"
    >
      <ProblemList problems={problems} />
      <form method="post" className="form full">
        <input type="hidden" name="basedOn" value={version} />
        <TextArea
          name="source"
          label="本文（Markdown）"
          hint="「## 目標1　題名」の下に「### 現状や課題」「### 達成水準」「### 手段」「### 達成状況」「### 理由」を書きます。"
          required
          rows={30}
          className="source"
          defaultValue={values?.source ?? source}
          problems={problems}
        />
        <TextField
          name="reason"
          label="公表・変更の理由"
          required
          defaultValue={values?.reason}
          problems={problems}
        />
        <Button>公表する</Button>
      </form>
    </Page>
  );
}
