import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { minutesTemplate } from "#app/domain/minutes/index.ts";
import { meetingName } from "#app/domain/minutes/meeting-name.ts";
import { parseMinutesOf } from "#app/domain/minutes/parse-for-meeting.ts";
import type { Problem } from "#app/domain/problem.ts";
import { formLimits, readForm } from "#app/http/forms.ts";
import { notFound, numberParam, requireSecretariat } from "#app/http/guards.ts";
import { readMinutesForm } from "#app/http/minutes-form.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { href } from "#app/routes.ts";
import { type EditorValues, MinutesEditor } from "#app/ui/minutes/editor.tsx";
import { PublishedMinutes } from "#app/ui/minutes/published-minutes.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { findMeeting } from "#db/queries/meetings.ts";
import { findMinutesDesk, type Overtaken, overtakenBy } from "#db/queries/minutes-desk.ts";
import { publishMinutes, saveMinutesDraft } from "#db/queries/minutes-publication.ts";
import { listPapers } from "#db/queries/papers.ts";

export const handle = { hydrates: true, wide: true };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `会議録を書く・${meetingName(data.meeting)}` : "会議録を書く");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const number = numberParam(params.meeting, "会議");
  const meeting = (await findMeeting(context.db, number)) ?? notFound("会議");
  const desk = (await findMinutesDesk(context.db, number)) ?? notFound("会議");
  const papers = await listPapers(context.db, viewer, meeting.id);
  const { title, heldOn: date } = meeting;
  const template = minutesTemplate({ title: meetingName({ number, title }), date, papers });
  return { viewer, meeting, desk, template };
}

interface Outcome {
  problems: Problem[];
  values: Partial<Record<string, string>>;
  /** Somebody was faster: the form is filled from the new state, the typed text is kept. */
  overtaken?: Overtaken;
}

const answer = (outcome: Outcome, status: number) => Response.json(outcome, { status });

const overtakenMessages: Record<Overtaken, string> = {
  published:
    "この会議録は、すでに公表されています。入力した文は残してあります。変える所があれば、理由を書いて訂正として公表してください。",
  changed:
    "ほかの人が先に下書きを保存しました。入力した文は残してあります。下に示す文を確かめて取り入れてから、もう一度保存してください。",
};

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { db } = context;
  const number = numberParam(params.meeting, "会議");
  const read = await readMinutesForm(await readForm(request, formLimits.text));
  if (!read.ok) return answer(read, 400);
  const { intent, source, audience, base } = read.data;
  const values = { source, base, audience: audience ?? "", reason: read.data.reason };
  if (intent === "preview") return answer({ problems: [], values }, 200);

  const tooLate = (overtaken: Overtaken) =>
    answer({ problems: [{ message: overtakenMessages[overtaken] }], values, overtaken }, 409);
  const desk = (await findMinutesDesk(db, number)) ?? notFound("会議");
  const overtaken = overtakenBy(desk.base, base);
  if (overtaken) return tooLate(overtaken);
  const { minutes, problems: faults } = parseMinutesOf(number, source);
  // The reason may stand in the text as well, but that of the last correction is not this one's.
  const written = minutes?.correctionReason;
  const isNew = written !== desk.published?.minutes.correctionReason;
  const reason = desk.published ? values.reason || (isNew && written) || null : null;
  const problems: Problem[] = [];
  if (!minutes) {
    const message = `会議録の文に直す所が${faults.length}件あります。プレビューの一覧を見て直してください。保存はしていません。`;
    problems.push({ message, field: "preview" });
  }
  if (intent === "publish") {
    if (!audience) {
      problems.push({ message: "だれに見せるかを選んでください。", field: "audience" });
    }
    if (desk.published && !reason) {
      problems.push({ message: "訂正の理由を書いてください。", field: "reason" });
    }
    if (desk.published?.source === source) {
      problems.push({ message: "公表した文から変わった所がありません。", field: "source" });
    }
  }
  if (!minutes || problems.length > 0) return answer({ problems, values }, 400);

  const text = { source, minutes, reason, base };
  const done =
    intent === "publish" && audience
      ? await publishMinutes(db, viewer, number, { ...text, audience })
      : await saveMinutesDraft(db, viewer, number, text);
  if (done === "published" || done === "changed") return tooLate(done);
  if (done === "saved") {
    const here = href("deskMinutes", { meeting: number });
    return redirectWithNotice(context, here, "下書きを保存しました。まだ公表していません。");
  }
  const what = done.version > 1 ? `訂正（第${done.version}版）` : "会議録";
  const message = audience === "public" ? "を公表しました。" : "を委員に公開しました。";
  return redirectWithNotice(context, href("deskMeeting", { meeting: number }), what + message);
}

export default function Minutes() {
  const { viewer, meeting, desk, template } = useLoaderData<typeof loader>();
  const { problems = [], values, overtaken } = useActionData<Outcome>() ?? {};
  const { number } = meeting;
  const { published, draft, nextUtterance } = desk;
  const filled: EditorValues = {
    source: values?.source ?? draft?.source ?? published?.source ?? template,
    reason: values?.reason ?? draft?.reason ?? "",
    audience: values?.audience ?? "",
    // After a refusal the form still stands on the state it came from, unless that is gone.
    base: (!overtaken && values?.base) || desk.base,
  };
  const title = published ? "会議録を訂正する" : "会議録を書く";
  return (
    <Page
      title={`${title}（第${number}回）`}
      crumbs={[
        { to: href("deskMeetings"), label: "会議録" },
        { to: href("deskMeeting", { meeting: number }), label: meetingName(meeting) },
      ]}
    >
      <ProblemList problems={problems} />
      {overtaken === "changed" && draft && (
        <details>
          <summary>先に保存された下書きの文</summary>
          <pre className="lines">{draft.source}</pre>
        </details>
      )}
      {published && <PublishedMinutes meeting={number} published={published} />}
      {draft && (
        <p className="soft">
          {published ? "訂正の下書き" : "下書き"}（第{draft.version}
          版）があります。まだ公表していません。
        </p>
      )}
      <MinutesEditor
        meeting={number}
        viewer={viewer}
        values={filled}
        problems={problems}
        published={published}
        nextUtterance={nextUtterance}
      />
    </Page>
  );
}
