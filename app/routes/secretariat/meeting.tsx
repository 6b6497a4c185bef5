import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { meetingName } from "#app/domain/minutes/meeting-name.ts";
import type { Problem } from "#app/domain/problem.ts";
import { checkForm, formLimits, readForm, textValues } from "#app/http/forms.ts";
import { notFound, numberParam, requireSecretariat, uuidParam } from "#app/http/guards.ts";
import { meetingSchema } from "#app/http/meeting-form.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { readPaperForm } from "#app/http/paper-form.ts";
import { href } from "#app/routes.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Day } from "#app/ui/date.tsx";
import { MeetingFields } from "#app/ui/minutes/meeting-fields.tsx";
import { PaperDesk } from "#app/ui/minutes/paper-desk.tsx";
import { PaperUpload } from "#app/ui/minutes/paper-upload.tsx";
import { VersionsDesk } from "#app/ui/minutes/versions-desk.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { changeMeeting, findMeeting } from "#db/queries/meetings.ts";
import { findMeetingPage } from "#db/queries/minutes.ts";
import { findMinutesDesk } from "#db/queries/minutes-desk.ts";
import { widenMinutes } from "#db/queries/minutes-publication.ts";
import { addPaper, publishPaper } from "#db/queries/papers.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${meetingName(data.meeting)}（事務局）` : "会議");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const number = numberParam(params.meeting, "会議");
  const page = (await findMeetingPage(context.db, viewer, number)) ?? notFound("会議");
  const desk = await findMinutesDesk(context.db, number);
  const { meeting, papers, versions } = page;
  return { meeting, papers, versions, hasDraft: desk?.draft !== undefined };
}

interface Outcome {
  problems: Problem[];
  values: Record<string, string>;
}

const refuse = (outcome: Outcome, status: number) => Response.json(outcome, { status });
const already = (message: string) => refuse({ problems: [{ message }], values: {} }, 409);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { db } = context;
  const number = numberParam(params.meeting, "会議");
  if (!(await findMeeting(db, number))) return notFound("会議");
  const form = await readForm(request, formLimits.file);
  const done = (message: string) =>
    redirectWithNotice(context, href("deskMeeting", { meeting: number }), message);
  switch (form.get("intent")) {
    case "paper": {
      const read = await readPaperForm(form);
      if (!read.ok) return refuse(read, 400);
      if ((await addPaper(db, viewer, number, read.data)) === "added") {
        return done("資料を登録しました。");
      }
      const message = `${read.data.number}はすでに登録されています。直した資料は、別の番号で登録してください。`;
      return refuse({ problems: [{ message, field: "number" }], values: textValues(form) }, 409);
    }
    case "publish-paper": {
      const id = uuidParam(String(form.get("paper")), "資料");
      const result = await publishPaper(db, viewer, number, id);
      if (result === "published") return done("資料を公表しました。");
      return result ? already("この資料は、すでに公表されています。") : notFound("資料");
    }
    case "publish-minutes": {
      const version = numberParam(String(form.get("version")), "会議録");
      const result = await widenMinutes(db, viewer, number, version);
      if (result === "published") return done("会議録を公表しました。");
      return result ? already("この会議録は、すでに公表されています。") : notFound("会議録");
    }
    case "change": {
      form.set("number", String(number));
      const checked = checkForm(form, meetingSchema);
      if (!checked.ok) return refuse(checked, 400);
      if (await changeMeeting(db, viewer, checked.data)) return done("会議の登録を変えました。");
      return already("会議録が公表されているため、会議の登録は変えられません。");
    }
    default:
      throw new Response("ボタンをもう一度押してください。", { status: 400 });
  }
}

export default function DeskMeeting() {
  const { meeting, papers, versions, hasDraft } = useLoaderData<typeof loader>();
  const { problems = [], values = {} } = useActionData<Outcome>() ?? {};
  const { number, heldOn } = meeting;
  const isPublished = versions.length > 0;
  return (
    <Page
      title={`${meetingName(meeting)}（事務局）`}
      crumbs={[{ to: href("deskMeetings"), label: "会議と会議録" }]}
      sample={meeting.isSample}
    >
      <ProblemList problems={problems} />
      <p>
        開催日{"　"}
        <Day date={heldOn} />
        {"　"}
        <a href={href("meeting", { meeting: number })}>だれでも見られる会議のページ</a>
      </p>
      <h2>会議録</h2>
      <VersionsDesk meeting={number} versions={versions} />
      {hasDraft && <p>{isPublished ? "訂正の下書き" : "下書き"}があります。</p>}
      <p>
        <ButtonLink href={href("deskMinutes", { meeting: number })}>
          {isPublished ? "会議録を訂正する" : "会議録を書く"}
        </ButtonLink>
      </p>
      <h2>資料</h2>
      <PaperDesk papers={papers} />
      <h3>資料を登録する</h3>
      <PaperUpload values={values.intent === "paper" ? values : {}} problems={problems} />
      {!isPublished && (
        <>
          <h2>会議の登録を変える</h2>
          <form method="post" className="form">
            <MeetingFields values={{ ...meeting, ...values }} problems={problems} />
            <Button look="secondary" name="intent" value="change">
              変える
            </Button>
          </form>
        </>
      )}
    </Page>
  );
}
