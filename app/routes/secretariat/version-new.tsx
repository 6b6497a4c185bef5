import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "#app/domain/problem.ts";
import { formLimits, readForm } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { readVersionForm } from "#app/http/version-form.ts";
import { href } from "#app/routes.ts";
import { Notice, ProblemList } from "#app/ui/notice.tsx";
import { DraftingEditor } from "#app/ui/ordinance/drafting-editor.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { addVersion } from "#db/queries/version-preparation.ts";
import { newestVersion } from "#db/queries/versions.ts";

export const handle = { hydrates: true, wide: true };

export const meta = () => pageTitle("新しい案の登録");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const newest = await newestVersion(context.db, viewer);
  return {
    previous: newest && { label: newest.label, source: newest.source, parsed: newest.parsed },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const newest = await newestVersion(context.db, viewer);
  const form = await readVersionForm(await readForm(request, formLimits.file), newest?.parsed);
  const { values } = form;
  if (form.kind === "shown") return Response.json({ problems: [], values, notice: form.notice });
  if (form.kind === "refused") {
    return Response.json({ problems: form.problems, values }, { status: 400 });
  }
  const done = await addVersion(context.db, viewer, form.text);
  if (done.kind === "unfinished") {
    const message = `第${done.number}版がまだ公開されていません。それを公開するか、その本文を差し替えてください。`;
    return Response.json({ problems: [{ message }], values }, { status: 409 });
  }
  const page = href("deskVersion", { version: done.number });
  return redirectWithNotice(
    context,
    page,
    "案を登録しました。条の対応を確かめてください。まだ公開していません。",
  );
}

export default function DeskVersionNew() {
  const { previous } = useLoaderData<typeof loader>();
  const answer = useActionData<{
    problems: Problem[];
    values: Record<string, string>;
    notice?: string;
  }>();
  return (
    <Page
      title="新しい案の登録"
      lead="本文を書くか貼り付けるか、ファイルを選びます。登録しただけでは公開されません。"
      crumbs={[{ to: href("deskVersions"), label: "条例案の版" }]}
    >
      <ProblemList problems={answer?.problems ?? []} title="案はまだ登録されていません" />
      {answer?.notice && <Notice tone="success">{answer.notice}</Notice>}
      {previous && !answer && (
        <p>本文の欄には、前の案（{previous.label}）の本文が入っています。書き換えて使えます。</p>
      )}
      <DraftingEditor
        values={answer?.values ?? { source: previous?.source }}
        problems={answer?.problems ?? []}
        submit="登録して条の対応を確かめる"
        previous={previous?.parsed}
      />
    </Page>
  );
}
