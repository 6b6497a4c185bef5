import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "#app/domain/problem.ts";
import { anyone } from "#app/domain/viewer.ts";
import { formLimits, readForm, textValues } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { readDraftForm } from "#app/http/interim-draft-form.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { Moment } from "#app/ui/date.tsx";
import { DraftFields } from "#app/ui/interim-draft/draft-fields.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { beginDraft, listDeskDrafts } from "#db/queries/interim-drafts/desk.ts";
import { listVersions } from "#db/queries/versions.ts";

export const meta = () => pageTitle("中間案の作成");

const usualStatus =
  "公共調達のあり方審議会での審議の途中の案です。条例として決まったものではありません。";

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireSecretariat(request, context);
  const [drafts, versions] = await Promise.all([
    listDeskDrafts(context.db),
    listVersions(context.db, anyone),
  ]);
  const [last] = drafts;
  return {
    drafts: drafts.map(({ number, title, versionLabel, state, publishedAt }) => {
      return { number, title, versionLabel, state, publishedAt };
    }),
    versions: versions.map(({ number, label }) => ({ number, label })),
    values: {
      title: last?.title ?? "公契約条例　中間案",
      statusText: last?.statusText ?? usualStatus,
      introduction: last?.introduction ?? "",
      version: String(versions[0]?.number ?? ""),
    },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const form = await readForm(request, formLimits.text);
  const checked = readDraftForm(form);
  if (!checked.ok) return Response.json(checked, { status: 400 });
  const begun = await beginDraft(context.db, viewer, checked.data);
  const values = textValues(form);
  switch (begun.kind) {
    case "created":
      return redirectWithNotice(
        context,
        href("deskInterimDraft", { number: begun.number }),
        `第${begun.number}号を作り始めました。まだ公表していません。`,
      );
    case "unfinished": {
      const message = `第${begun.number}号を準備しています。それを公表してから、次の号を作ってください。`;
      return Response.json({ problems: [{ message }], values }, { status: 409 });
    }
    case "no-version": {
      const message = "その版は公表されていません。公表した版から選んでください。";
      return Response.json({ problems: [{ message, field: "version" }], values }, { status: 400 });
    }
  }
}

export default function DeskInterimDrafts() {
  const { drafts, versions, values } = useLoaderData<typeof loader>();
  const refused = useActionData<{ problems: Problem[]; values: Record<string, string> }>();
  const inHand = drafts.find(({ state }) => state === "preparing");
  return (
    <Page
      title="中間案の作成"
      crumbs={[{ to: href("secretariat"), label: "事務局の机" }]}
      lead="公表した条例案に、解説、根拠、意見を添えて中間案にまとめます。公表すると、その内容のまま変わりません。"
    >
      <ProblemList problems={refused?.problems ?? []} />
      {drafts.length > 0 && (
        <ul className="entries">
          {drafts.map(({ number, title, versionLabel, state, publishedAt }) => (
            <li key={number}>
              <a href={href("deskInterimDraft", { number })}>
                第{number}号　{title}
              </a>{" "}
              <span className={state === "published" ? "tag success" : "tag"}>
                {state === "published" ? "公表済み" : "準備中"}
              </span>
              <p className="soft">
                {versionLabel}
                {publishedAt && "　"}
                {publishedAt && <Moment at={publishedAt} />}
              </p>
            </li>
          ))}
        </ul>
      )}
      {versions.length === 0 ? (
        <p>
          公表した条例案がありません。先に
          <a href={href("deskVersions")}>条例案を公表</a>してください。
        </p>
      ) : inHand && !refused ? (
        <p>次の号は、準備中の第{inHand.number}号を公表してから作れます。</p>
      ) : (
        <>
          <h2>新しい中間案</h2>
          {drafts.length > 0 && <p>前の号の内容が入っています。条ごとの解説も引き継ぎます。</p>}
          <form method="post" className="form">
            <DraftFields
              values={refused?.values ?? values}
              versions={versions}
              problems={refused?.problems}
            />
            <Button>作り始める</Button>
          </form>
        </>
      )}
    </Page>
  );
}
