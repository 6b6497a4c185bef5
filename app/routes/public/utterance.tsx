import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { meetingName } from "#app/domain/minutes/meeting-name.ts";
import { notFound, numberParam } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { Day } from "#app/ui/date.tsx";
import { Neighbours } from "#app/ui/minutes/neighbours.tsx";
import { Speech } from "#app/ui/minutes/utterance.tsx";
import { UtteranceSteps } from "#app/ui/minutes/utterance-steps.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { findUtterancePage } from "#db/queries/minutes.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${titleOf(data)}・${meetingName(data.meeting)}` : "発言");

export async function loader({ params, context }: LoaderFunctionArgs) {
  const meeting = numberParam(params.meeting, "発言");
  const utterance = numberParam(params.utterance, "発言");
  const page = await findUtterancePage(context.db, context.viewer, meeting, utterance);
  return page ?? notFound("発言");
}

type Data = Awaited<ReturnType<typeof loader>>;

/** 「発言12（会長）」; a closed utterance does not tell its speaker. */
const titleOf = ({ history: { utterance } }: Pick<Data, "history">) =>
  utterance.kind === "spoken"
    ? `発言${utterance.number}（${utterance.speaker}）`
    : `発言${utterance.number}`;

export default function Utterance() {
  const page = useLoaderData<typeof loader>();
  const { meeting, versions, history } = page;
  const { utterance, version, removedIn, previous, next, steps } = history;
  const { number } = meeting;
  const meetingPage = href("meeting", { meeting: number });
  const isClosed = utterance.kind === "withheld" || utterance.closed;
  const place =
    removedIn !== undefined
      ? href("minutesVersion", { meeting: number, version })
      : isClosed && utterance.kind === "spoken"
        ? href("councilMeeting", { meeting: number })
        : meetingPage;
  return (
    <Page
      title={titleOf(page)}
      crumbs={[
        { to: href("meetings"), label: "会議と会議録" },
        { to: meetingPage, label: meetingName(meeting) },
      ]}
      sample={meeting.isSample}
    >
      <dl className="facts">
        <dt>会議</dt>
        <dd>
          {meetingName(meeting)}（<Day date={meeting.heldOn} />）
        </dd>
        <dt>見出し</dt>
        <dd>{utterance.section}</dd>
      </dl>
      {removedIn !== undefined && (
        <Notice tone="warning">
          <p>この発言は、第{removedIn}版の訂正で削られました。下は、削られる前の最後の文です。</p>
        </Notice>
      )}
      {utterance.kind === "withheld" ? (
        <p className="closed">この発言は非公開です（理由：{utterance.reason}）。</p>
      ) : (
        <>
          {utterance.closed && (
            <Notice tone="warning">
              <p>この発言は非公開です。委員と事務局だけに表示しています。</p>
            </Notice>
          )}
          <p className="speaker">
            <strong>{utterance.speaker}</strong>
          </p>
          <Speech paragraphs={utterance.paragraphs} />
        </>
      )}
      <p>
        <a href={utterance.kind === "spoken" ? `${place}#u-${utterance.number}` : place}>
          会議録の中で読む
        </a>
      </p>
      <h2>前後の発言</h2>
      <Neighbours meeting={number} previous={previous} next={next} />
      <h2>この発言の経過</h2>
      <UtteranceSteps meeting={number} steps={steps} versions={versions} />
    </Page>
  );
}
