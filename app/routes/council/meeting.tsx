import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { meetingName } from "#app/domain/minutes/meeting-name.ts";
import { notFound, numberParam, requireCouncil } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { MeetingView } from "#app/ui/minutes/meeting-view.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { findMeetingPage } from "#db/queries/minutes.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${meetingName(data.meeting)}（委員向け）` : "会議");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireCouncil(request, context);
  const number = numberParam(params.meeting, "会議");
  return (await findMeetingPage(context.db, viewer, number)) ?? notFound("会議");
}

export default function CouncilMeeting() {
  const page = useLoaderData<typeof loader>();
  const { meeting } = page;
  return (
    <Page
      title={`${meetingName(meeting)}（委員向け）`}
      crumbs={[{ to: href("council"), label: "委員のページ" }]}
      sample={meeting.isSample}
      lead="委員だけの資料と、非公開の部分も載せています。外に出さないでください。"
    >
      <p>
        <a href={href("meeting", { meeting: meeting.number })}>だれでも見られる会議のページ</a>
      </p>
      <MeetingView {...page} />
    </Page>
  );
}
