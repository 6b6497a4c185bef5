import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { meetingName } from "#app/domain/minutes/meeting-name.ts";
import { notFound, numberParam } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { ComparisonView } from "#app/ui/minutes/comparison.tsx";
import { MeetingFacts } from "#app/ui/minutes/meeting-facts.tsx";
import { Agenda } from "#app/ui/minutes/meeting-view.tsx";
import { RecordWithContents } from "#app/ui/minutes/record.tsx";
import { VersionList } from "#app/ui/minutes/versions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { findMinutesVersion } from "#db/queries/minutes.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? titleOf(data) : "会議録");

export async function loader({ params, context }: LoaderFunctionArgs) {
  const number = numberParam(params.meeting, "会議録");
  const version = numberParam(params.version, "会議録");
  const page = await findMinutesVersion(context.db, context.viewer, number, version);
  return page ?? notFound("会議録");
}

const titleOf = ({
  meeting,
  minutes,
}: {
  meeting: { number: number; title: string };
  minutes: { version: number };
}) => `${meetingName(meeting)} 会議録（第${minutes.version}版）`;

export default function MinutesVersion() {
  const page = useLoaderData<typeof loader>();
  const { meeting, minutes, versions, newest, correction } = page;
  const { number } = meeting;
  const { shown, version } = minutes;
  const meetingPage = href("meeting", { meeting: number });
  return (
    <Page
      title={titleOf(page)}
      crumbs={[
        { to: href("meetings"), label: "会議と会議録" },
        { to: meetingPage, label: meetingName(meeting) },
      ]}
      sample={meeting.isSample}
    >
      <Notice tone={version < newest ? "warning" : "information"}>
        {version < newest ? (
          <p>
            <strong>この版は訂正されています。</strong>
            前の文を残すために載せています。
            <a href={href("minutesVersion", { meeting: number, version: newest })}>
              最新の第{newest}版
            </a>
            を読んでください。
          </p>
        ) : (
          <p>
            最新の版です。<a href={meetingPage}>会議のページ</a>でも読めます。
          </p>
        )}
        {versions.length > 1 && (
          <VersionList meeting={number} versions={versions} shown={version} />
        )}
      </Notice>
      {correction && (
        <section aria-labelledby="correction">
          <h2 id="correction" className="first">
            第{correction.from}版から第{correction.to.version}版への訂正
          </h2>
          {correction.to.reason && <p>訂正の理由：{correction.to.reason}</p>}
          <ComparisonView meeting={number} comparison={correction.comparison} />
        </section>
      )}
      <h2>会議の概要</h2>
      <MeetingFacts minutes={shown} />
      <h2>議題</h2>
      <Agenda items={shown.agenda} />
      <h2>会議録（第{version}版の全文）</h2>
      <RecordWithContents meeting={number} sections={shown.sections} />
    </Page>
  );
}
