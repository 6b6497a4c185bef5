import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { materialCounts } from "#app/domain/interim-draft/material-counts.ts";
import type { Problem } from "#app/domain/problem.ts";
import { anyone } from "#app/domain/viewer.ts";
import { formLimits, readForm, textValues } from "#app/http/forms.ts";
import { notFound, numberParam, requireSecretariat } from "#app/http/guards.ts";
import { commentaryField, readCommentaries, readDraftForm } from "#app/http/interim-draft-form.ts";
import { interimDraftPress } from "#app/http/interim-draft-press.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { href } from "#app/routes.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CommentaryFields, Counts } from "#app/ui/interim-draft/commentary-fields.tsx";
import { DraftFields } from "#app/ui/interim-draft/draft-fields.tsx";
import { DraftState } from "#app/ui/interim-draft/draft-state.tsx";
import { Notice, ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { saveDraft } from "#db/queries/interim-drafts/desk.ts";
import { type DraftPreview, previewDraft } from "#db/queries/interim-drafts/preview.ts";
import { provisionsIn } from "#db/queries/provisions.ts";
import { listVersions } from "#db/queries/versions.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `中間案 第${data.number}号` : "中間案");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  requireSecretariat(request, context);
  const { db, environment } = context;
  const number = numberParam(params.number, "中間案");
  const { paths } = interimDraftPress(environment.origin);
  const preview = (await previewDraft(db, number, paths)) ?? notFound("中間案");
  const { draft, parts, assembled, omitted } = preview;
  const [versions, provisions] = await Promise.all([
    listVersions(db, anyone),
    provisionsIn(db, { id: draft.versionId }),
  ]);
  const numbers = new Map(provisions.map((row) => [row.id, row.number]));
  const labels = new Map(provisions.map((row) => [row.id, row.fullLabel]));
  const { articles, removed } = materialCounts(parts);
  const names = commentaryNames(preview);
  return {
    number,
    title: draft.title,
    published: draft.state === "published",
    base: draft.base,
    values: {
      title: draft.title,
      statusText: draft.statusText,
      introduction: draft.introduction,
      version: String(draft.version),
    },
    versions: versions.map(({ number, label }) => ({ number, label })),
    articles: articles.map((article) => ({
      ...article,
      number: numbers.get(article.provisionId),
      field: commentaryField(article.provisionId),
      commentary: draft.commentaries[article.provisionId] ?? "",
    })),
    removed: removed
      .filter(({ figures, utterances, comments }) => figures + utterances + comments > 0)
      .map((article) => ({ ...article, number: undefined })),
    strays: Object.entries(draft.commentaries)
      .filter(([id, markdown]) => markdown !== "" && !labels.has(id))
      .map(([id, commentary]) => {
        return { field: commentaryField(id), label: names.get(id) ?? "", commentary };
      }),
    problems: assembled.ok ? [] : assembled.problems.map(({ message }) => ({ message })),
    omitted: omitted.map(({ provisionId, words }) => {
      return { place: labels.get(provisionId) ?? "前の版の条", words };
    }),
  };
}

/** What a commentary may be written on: the articles of the version, and what else has one. */
function commentaryNames({ draft, parts }: DraftPreview): Map<string, string> {
  const gone = new Map(
    parts.removedArticles.map((part) => [
      part.provisionId,
      `${part.versionLabel}の${part.previousLabel}`,
    ]),
  );
  return new Map([
    ...Object.keys(draft.commentaries).map((id) => [id, gone.get(id) ?? "この版にない条"] as const),
    ...(parts.version?.articles ?? []).map(
      ({ provisionId, label }) => [provisionId, label] as const,
    ),
  ]);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { db, environment } = context;
  const number = numberParam(params.number, "中間案");
  const { paths } = interimDraftPress(environment.origin);
  const preview = (await previewDraft(db, number, paths)) ?? notFound("中間案");
  const names = commentaryNames(preview);
  const form = await readForm(request, formLimits.text);
  const values = textValues(form);
  const head = readDraftForm(form);
  const { commentaries, problems } = readCommentaries(form, (id) => names.get(id));
  if (!head.ok || problems.length > 0) {
    const all = [...(head.ok ? [] : head.problems), ...problems];
    return Response.json({ problems: all, values }, { status: 400 });
  }
  const entry = { ...head.data, commentaries };
  const saved = await saveDraft(db, viewer, number, entry, values.base ?? "");
  const refuse = (status: number, problem: Problem) =>
    Response.json({ problems: [problem], values }, { status });
  switch (saved) {
    case "saved":
      return redirectWithNotice(
        context,
        href("deskInterimDraft", { number }),
        "保存しました。まだ公表していません。",
      );
    case "changed":
      return refuse(409, {
        message:
          "ほかの人が先に保存しました。書いた文章を控えてからページを開き直し、その内容に書き足してください。",
      });
    case "published":
      return refuse(409, { message: "すでに公表されています。公表した中間案は変えられません。" });
    case "no-version":
      return refuse(400, {
        message: "その版は公表されていません。公表した版から選んでください。",
        field: "version",
      });
    case "missing":
      return notFound("中間案");
  }
}

export default function DeskInterimDraft() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<{ problems: Problem[]; values: Record<string, string> }>();
  const { number, title, published, base, values, versions, articles, removed, strays } = data;
  const typed = refused?.values;
  return (
    <Page
      title={`中間案 第${number}号`}
      crumbs={[
        { to: href("secretariat"), label: "事務局の机" },
        { to: href("deskInterimDrafts"), label: "中間案" },
      ]}
      lead={title}
    >
      <ProblemList problems={refused?.problems ?? []} title="まだ保存していません" />
      {published ? (
        <Notice tone="success">
          <p>
            公表済みです。公表した内容は変わりません。
            <a href={href("interimDraft", { number })}>公表したページを見る</a>
          </p>
        </Notice>
      ) : (
        <>
          <DraftState problems={data.problems} omitted={data.omitted} />
          <p className="buttons">
            <ButtonLink href={href("deskInterimDraftPreview", { number })}>
              保存した内容を確認する（公表はその先で）
            </ButtonLink>
          </p>
          <form method="post" className="form">
            <input type="hidden" name="base" value={typed?.base ?? base} />
            <DraftFields
              values={typed ?? values}
              versions={versions}
              problems={refused?.problems}
            />
            <h2>逐条の解説</h2>
            <p>Markdownで書きます。条ごとに、公表するときに載る根拠と意見の数を示しています。</p>
            <CommentaryFields
              articles={[
                ...articles,
                ...strays.map(({ field, label, commentary }) => ({
                  provisionId: field,
                  field,
                  label,
                  commentary,
                  caption: "",
                  number: undefined,
                  figures: 0,
                  utterances: 0,
                  comments: 0,
                  unanswered: 0,
                })),
              ].map((article) => ({
                ...article,
                commentary: typed?.[article.field] ?? article.commentary,
              }))}
              problems={refused?.problems}
            />
            <Button>保存する</Button>
          </form>
          {removed.length > 0 && (
            <section>
              <h2>今の案にない条</h2>
              <p>前の版にだけある条への意見と根拠も、中間案の終わりに載ります。</p>
              {removed.map((article) => (
                <div key={article.provisionId}>
                  <h3>{article.label}</h3>
                  <Counts article={article} />
                </div>
              ))}
            </section>
          )}
        </>
      )}
    </Page>
  );
}
