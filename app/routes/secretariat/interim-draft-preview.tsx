import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hashesOf } from "#app/domain/interim-draft/hashes.ts";
import type { Problem } from "#app/domain/problem.ts";
import { readForm } from "#app/http/forms.ts";
import { notFound, numberParam, requireSecretariat } from "#app/http/guards.ts";
import { interimDraftPress } from "#app/http/interim-draft-press.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { href } from "#app/routes.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { InterimDraftPage } from "#app/ui/interim-draft/interim-draft-page.tsx";
import { Notice, ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { previewDraft } from "#db/queries/interim-drafts/preview.ts";
import { publishInterimDraft } from "#db/queries/interim-drafts/publication.ts";

export const handle = { wide: true };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(`${data ? `中間案 第${data.number}号` : "中間案"}の確認`);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  requireSecretariat(request, context);
  const number = numberParam(params.number, "中間案");
  const { paths } = interimDraftPress(context.environment.origin);
  const preview = (await previewDraft(context.db, number, paths)) ?? notFound("中間案");
  if (preview.draft.state === "published") throw redirect(href("interimDraft", { number }));
  const { assembled } = preview;
  return {
    number,
    ready: assembled.ok && { document: assembled.value, hashes: hashesOf(assembled.value) },
    problems: assembled.ok ? [] : assembled.problems,
  };
}

/** Publishes exactly what was previewed: the form carries its SHA-256. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const number = numberParam(params.number, "中間案");
  const form = await readForm(request);
  const done = await publishInterimDraft(
    context.db,
    viewer,
    number,
    interimDraftPress(context.environment.origin),
    { previewed: String(form.get("sha256")) },
  );
  switch (done.kind) {
    case "published":
      return redirectWithNotice(
        context,
        href("interimDraft", { number }),
        `条例中間案の第${number}号を公表しました。`,
      );
    case "already":
      throw new Response("すでに公表されています。公表した中間案は変えられません。", {
        status: 409,
      });
    case "changed": {
      const message =
        "確認していた間に内容が変わったため、公表していません。下の今の内容を確認し、もう一度公表してください。";
      return Response.json({ problems: [{ message }] }, { status: 409 });
    }
    case "refused":
      return Response.json({ problems: done.problems }, { status: 400 });
    case "missing":
      return notFound("中間案");
  }
}

export default function InterimDraftPreview() {
  const { number, ready, problems } = useLoaderData<typeof loader>();
  const refused = useActionData<{ problems: Problem[] }>();
  const edit = href("deskInterimDraft", { number });
  if (!ready) {
    return (
      <Page
        title={`中間案 第${number}号の確認`}
        crumbs={[{ to: href("deskInterimDrafts"), label: "中間案" }]}
      >
        <ProblemList
          problems={problems.map(({ message }) => ({ message }))}
          title="公表の前に直すこと"
        />
        <ButtonLink href={edit}>編集に戻る</ButtonLink>
      </Page>
    );
  }
  const { document, hashes } = ready;
  return (
    <>
      <ProblemList problems={refused?.problems ?? []} title="公表していません" />
      <Notice tone="warning">
        <p>
          <strong>公表前の確認用</strong>
          {"　"}
          下のとおりに公表されます。公表すると、取り消すことも変えることもできません。
        </p>
        <form method="post" className="buttons">
          <input type="hidden" name="sha256" value={hashes.whole} />
          <Button>この内容で公表する</Button>
          <ButtonLink look="secondary" href={href("deskInterimDraftPdf", { number })}>
            PDFを確認する
          </ButtonLink>
          <ButtonLink look="secondary" href={edit}>
            編集に戻る
          </ButtonLink>
        </form>
      </Notice>
      <InterimDraftPage
        document={document}
        hashes={hashes}
        files={{
          pdf: { name: "draft.pdf" },
          json: { name: "draft.json" },
          text: { name: "draft.txt" },
        }}
      />
    </>
  );
}
