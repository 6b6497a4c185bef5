import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dispositionForm, replyForm } from "#app/domain/discussion/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import type { SignedIn } from "#app/domain/viewer.ts";
import type { RequestContext } from "#app/http/context.ts";
import { checkForm, readForm } from "#app/http/forms.ts";
import { notFound, numberParam, requireSecretariat } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { href } from "#app/routes.ts";
import { DispositionForm, DispositionHistory } from "#app/ui/discussion/disposition-form.tsx";
import { Thread } from "#app/ui/discussion/thread.tsx";
import { WritingForm } from "#app/ui/discussion/writing.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { InlineText } from "#app/ui/ordinance/inline-text.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { threadPage } from "#db/queries/comment-desk.ts";
import { addReply, disposeComment } from "#db/queries/comment-writing.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `意見${data.thread.number}への対応` : "意見への対応");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const number = numberParam(params.comment, "意見");
  const page = (await threadPage(context.db, viewer, number)) ?? notFound("意見");
  const comment = page.thread.number;
  if (comment !== number) throw redirect(`${href("deskComment", { comment })}#comment-${number}`);
  return { ...page, formId: randomUUID() };
}

interface Refused {
  problems: Problem[];
  values: Record<string, string>;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const number = numberParam(params.comment, "意見");
  const form = await readForm(request);
  switch (form.get("intent")) {
    case "disposition":
      return dispose(context, viewer, number, form);
    case "reply":
      return reply(context, viewer, number, form);
    default:
      throw new Response("ボタンをもう一度押してください。", { status: 400 });
  }
}

async function dispose(context: RequestContext, viewer: SignedIn, number: number, form: FormData) {
  const checked = checkForm(form, dispositionForm);
  if (!checked.ok) return refuse(checked);
  const done = await disposeComment(context.db, viewer, { number, ...checked.data });
  if (done === "missing") return notFound("意見");
  const message =
    done === "stored"
      ? `意見${number}の対応を「${checked.data.kind}」と登録しました。`
      : "同じ対応が、すでに登録されています。";
  return redirectWithNotice(context, href("deskComment", { comment: number }), message);
}

async function reply(context: RequestContext, viewer: SignedIn, number: number, form: FormData) {
  const checked = checkForm(form, replyForm);
  if (!checked.ok) {
    const { problems, values } = checked;
    const placed = problems.map(({ message, field }) => ({ message, field: `${field}-reply` }));
    return refuse({ problems: placed, values });
  }
  const { id, body } = checked.data;
  const posted = await addReply(context.db, viewer, { id, to: number, body });
  if (posted.kind === "missing") return notFound("意見");
  const message =
    posted.kind === "stored" ? "返信を登録しました。" : "この返信は、すでに登録されています。";
  return redirectWithNotice(context, href("deskComment", { comment: number }), message);
}

const refuse = ({ problems, values }: Refused) =>
  Response.json({ problems, values }, { status: 400 });

export default function DeskComment() {
  const { thread, newest, lines, formId } = useLoaderData<typeof loader>();
  const { problems = [], values = {} } = useActionData<Refused>() ?? {};
  const typedInto = (intent: string) => (values.intent === intent ? values : {});
  const isNewest = thread.version.number === newest.number;
  return (
    <Page
      title={`意見${thread.number}への対応`}
      sample={thread.version.isSample}
      crumbs={[
        { to: href("secretariat"), label: "事務局の机" },
        { to: href("deskComments"), label: "意見への対応" },
      ]}
    >
      <ProblemList problems={problems} />
      <Thread thread={thread} heading="h2" />
      <section aria-labelledby="provision">
        <h2 id="provision">意見が付いた条項</h2>
        <p>
          {thread.version.label}の{thread.place}
          {!isNewest &&
            (newest.place === undefined
              ? `　（${newest.label}にはありません）`
              : `　（${newest.label}では${newest.place}）`)}
        </p>
        {!isNewest && (
          <p className="soft">
            {thread.version.label}から{newest.label}までに<ins>加えた部分</ins>と
            <del>削った部分</del>を示しています。
          </p>
        )}
        <div className="quote">
          <InlineText provisions={lines} />
        </div>
        <ul className="inline-links">
          <li>
            <a href={href("provision", { provision: thread.provision.number })}>
              {newest.place ?? thread.place}の経緯
            </a>
          </li>
          <li>
            <a href={href("deskProvisionLinks", { provision: thread.provision.number })}>
              {newest.place ?? thread.place}を根拠と関連付ける
            </a>
          </li>
        </ul>
      </section>
      <section aria-labelledby="dispose">
        <h2 id="dispose">対応を書く</h2>
        <DispositionForm
          decided={thread.disposition !== undefined}
          values={typedInto("disposition")}
          problems={problems}
        />
      </section>
      <section aria-labelledby="history">
        <h2 id="history">対応の経過</h2>
        <DispositionHistory entries={thread.dispositions} />
      </section>
      <section aria-labelledby="reply">
        <h2 id="reply">返信する</h2>
        <p className="soft">
          対応を決める前に、委員に尋ねたり、状況を知らせたりするときに使います。委員の全員が読めます。
        </p>
        <WritingForm
          intent="reply"
          formId={formId}
          suffix="reply"
          label={`意見${thread.number}への返信`}
          action={href("deskComment", { comment: thread.number })}
          values={typedInto("reply")}
          problems={problems}
        />
      </section>
    </Page>
  );
}
