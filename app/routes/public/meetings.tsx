import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "#app/domain/viewer.ts";
import { MeetingEntries } from "#app/ui/minutes/meeting-entries.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { listMeetings } from "#db/queries/meetings.ts";

export const meta = () => pageTitle("会議と会議録");

// The public list is the same for everybody, signed in or not.
export async function loader({ context }: LoaderFunctionArgs) {
  return { meetings: await listMeetings(context.db, anyone) };
}

export default function Meetings() {
  const { meetings } = useLoaderData<typeof loader>();
  return (
    <Page
      title="会議と会議録"
      lead="公共調達のあり方審議会の会議です。資料と、だれが何を話したかを読めます。発言には一つずつ、変わらないアドレスがあります。"
    >
      {meetings.length === 0 ? (
        <p>会議はまだありません。開かれると、ここに載ります。</p>
      ) : (
        <MeetingEntries meetings={meetings} />
      )}
    </Page>
  );
}
