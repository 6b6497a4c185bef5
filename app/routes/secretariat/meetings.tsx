import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { meetingName } from "#app/domain/minutes/meeting-name.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Day } from "#app/ui/date.tsx";
import { MinutesState } from "#app/ui/minutes/minutes-state.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { listMeetings } from "#db/queries/meetings.ts";

export const meta = () => pageTitle("会議録");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  return { meetings: await listMeetings(context.db, viewer) };
}

export default function DeskMeetings() {
  const { meetings } = useLoaderData<typeof loader>();
  return (
    <Page
      title="会議と会議録"
      lead="会議を登録し、資料と会議録を公表します。"
      crumbs={[{ to: href("secretariat"), label: "事務局の机" }]}
    >
      <p>
        <ButtonLink href={href("deskMeetingNew")}>会議を登録する</ButtonLink>
      </p>
      {meetings.length === 0 ? (
        <p>会議はまだありません。</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too.
        <section className="table-scroll" aria-label="会議の一覧" tabIndex={0}>
          <table>
            <caption>会議の一覧（新しい順）</caption>
            <thead>
              <tr>
                <th scope="col">会議</th>
                <th scope="col">開催日</th>
                <th scope="col">会議録</th>
                <th scope="col" className="number">
                  資料
                </th>
                <th scope="col">作業</th>
              </tr>
            </thead>
            <tbody>
              {meetings.map((meeting) => (
                <tr key={meeting.number}>
                  <th scope="row">
                    <a href={href("deskMeeting", { meeting: meeting.number })}>
                      {meetingName(meeting)}
                    </a>
                  </th>
                  <td>
                    <Day date={meeting.heldOn} />
                  </td>
                  <td>
                    <MinutesState minutes={meeting.minutes} hasDraft={meeting.hasDraft} />
                  </td>
                  <td className="number">{meeting.papers}件</td>
                  <td>
                    <a href={href("deskMinutes", { meeting: meeting.number })}>
                      第{meeting.number}回の会議録を{meeting.minutes ? "訂正する" : "書く"}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Page>
  );
}
