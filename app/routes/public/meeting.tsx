import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { meetingName } from "#app/domain/minutes/meeting-name.ts";
import { anyone } from "#app/domain/viewer.ts";
import { notFound, numberParam } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { MeetingView } from "#app/ui/minutes/meeting-view.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { findMeetingPage } from "#db/queries/minutes.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? meetingName(data.meeting) : "会議");

// What everybody sees, also for those who have signed in: theirs is the council's page.
export async function loader({ params, context }: LoaderFunctionArgs) {
  const number = numberParam(params.meeting, "会議");
  const page = (await findMeetingPage(context.db, anyone, number)) ?? notFound("会議");
  return { ...page, isSignedIn: context.viewer.kind !== "anyone" };
}

export default function Meeting() {
  const { isSignedIn, ...page } = useLoaderData<typeof loader>();
  const { meeting } = page;
  return (
    <Page
      title={meetingName(meeting)}
      crumbs={[{ to: href("meetings"), label: "会議と会議録" }]}
      sample={meeting.isSample}
    >
      {isSignedIn && (
        <Notice>
          <p>
            このページは、だれにでも同じものが見えます。委員だけの資料と非公開の部分は
            <a href={href("councilMeeting", { meeting: meeting.number })}>委員向けの会議のページ</a>
            で読めます。
          </p>
        </Notice>
      )}
      <MeetingView {...page} />
    </Page>
  );
}
