import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { replyForm } from "#app/domain/discussion/index.ts";
import { checkForm, formLimits, readForm } from "#app/http/forms.ts";
import { notFound, numberParam, requireCouncil } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { href } from "#app/routes.ts";
import type { RefusedWriting } from "#app/ui/discussion/article-discussion.tsx";
import { CommentedText } from "#app/ui/discussion/commented-text.tsx";
import { placeOf, Thread } from "#app/ui/discussion/thread.tsx";
import { WritingForm } from "#app/ui/discussion/writing.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { commentPage } from "#db/queries/comment-page.ts";
import { addReply } from "#db/queries/comment-writing.ts";

export const meta: MetaFunction<typeof loader> = ({ params }) =>
  pageTitle(`意見${params.comment ?? ""}`);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireCouncil(request, context);
  const number = numberParam(params.comment, "意見");
  const page = await commentPage(context.db, viewer, number);
  return page ? { page, formId: randomUUID() } : notFound("意見");
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireCouncil(request, context);
  const to = numberParam(params.comment, "意見");
  const form = checkForm(await readForm(request, formLimits.text), replyForm);
  if (!form.ok) {
    const { values, problems } = form;
    const placed = problems.map(({ message, field }) => ({ message, field: `${field}-reply` }));
    return Response.json({ suffix: "reply", values, problems: placed }, { status: 400 });
  }
  const { id, body } = form.data;
  const posted = await addReply(context.db, viewer, { id, to, body });
  if (posted.kind === "missing") return notFound("意見");
  const place = `${href("councilComment", { comment: to })}#comment-${posted.number}`;
  return redirectWithNotice(context, place, "返信を登録しました。");
}

export default function CouncilComment() {
  const { page, formId } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedWriting>();
  const { number } = page.thread;
  return (
    <Page
      title={`意見${number}　${placeOf(page.thread)}`}
      sample={page.thread.version.isSample}
      crumbs={[
        { to: href("council"), label: "委員のページ" },
        { to: href("councilComments"), label: "条例案への意見" },
      ]}
    >
      <ProblemList problems={refused?.problems ?? []} title="返信はまだ送られていません" />
      <Thread thread={page.thread} />
      <section aria-labelledby="reply">
        <h2 id="reply">返信する</h2>
        <WritingForm
          intent="reply"
          formId={formId}
          suffix="reply"
          label="返信"
          action={href("councilComment", { comment: number })}
          values={refused?.values ?? {}}
          problems={refused?.problems ?? []}
        />
      </section>
      <CommentedText page={page} />
    </Page>
  );
}
