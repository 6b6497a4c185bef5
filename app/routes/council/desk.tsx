import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { meetingName } from "#app/domain/minutes/meeting-name.ts";
import { requireCouncil } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { Day } from "#app/ui/date.tsx";
import { ThreadList } from "#app/ui/discussion/thread-list.tsx";
import { VersionEntries } from "#app/ui/ordinance/version-entries.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { answeredThreads, listThreads } from "#db/queries/comments.ts";
import { listMeetings } from "#db/queries/meetings.ts";
import { listVersions } from "#db/queries/versions.ts";

export const meta = () => pageTitle("委員のページ");

const shown = 5;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireCouncil(request, context);
  const { db } = context;
  const [versions, meetings, threads] = await Promise.all([
    listVersions(db, viewer),
    listMeetings(db, viewer),
    listThreads(db, viewer),
  ]);
  return {
    versions,
    meetings: meetings.slice(0, shown),
    newest: threads.slice(0, shown),
    answered: answeredThreads(threads, viewer).slice(0, shown),
  };
}

export default function CouncilDesk() {
  const { versions, meetings, newest, answered } = useLoaderData<typeof loader>();
  const commentPage = (comment: number) => href("councilComment", { comment });
  return (
    <Page
      title="委員のページ"
      sample={newest.some(({ version }) => version.isSample)}
      lead="公表前の案と資料を読み、条や項に意見を付けるページです。意見は委員と事務局だけが読めます。"
    >
      <section aria-labelledby="versions">
        <h2 id="versions">条例案を読む・意見を付ける</h2>
        {versions.length === 0 ? (
          <p>読める案はまだありません。</p>
        ) : (
          <VersionEntries
            versions={versions}
            to={(version) => href("councilVersion", { version })}
            heading="h3"
          />
        )}
        <p>
          <a href={href("councilFigures")}>条ごとの調査結果</a>
        </p>
      </section>
      <section aria-labelledby="answered">
        <h2 id="answered">自分の意見への返信と対応</h2>
        {answered.length === 0 ? (
          <p>返信や対応はまだありません。</p>
        ) : (
          <ThreadList threads={answered} to={commentPage} />
        )}
      </section>
      <section aria-labelledby="newest">
        <h2 id="newest">新しい意見</h2>
        {newest.length === 0 ? (
          <p>意見はまだありません。</p>
        ) : (
          <ThreadList threads={newest} to={commentPage} />
        )}
        <p>
          <a href={href("councilComments")}>すべての意見</a>
        </p>
      </section>
      <section aria-labelledby="meetings">
        <h2 id="meetings">会議の資料と会議録</h2>
        <ul className="entries">
          {meetings.map(({ number, title, heldOn, papers }) => (
            <li key={number}>
              <p>
                <a href={href("councilMeeting", { meeting: number })}>
                  {meetingName({ number, title })}
                </a>{" "}
                <Day date={heldOn} />
              </p>
              <p className="soft">資料{papers}件</p>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
