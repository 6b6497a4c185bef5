import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSecretariat } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { LinkTable, WithoutEvidence } from "#app/ui/discussion/link-table.tsx";
import { versionName } from "#app/ui/ordinance/version-entries.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { linkDesk } from "#db/queries/link-desk.ts";

export const meta = () => pageTitle("条文と根拠の関連付け");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  return { desk: await linkDesk(context.db, viewer) };
}

export default function DeskLinks() {
  const { desk } = useLoaderData<typeof loader>();
  return (
    <Page
      title="条文と根拠の関連付け"
      lead="条ごとに、もとになった会議の発言、調査の結果、委員の意見を結び付けます。結び付けたものは、条例案のページと中間案に載ります。"
      crumbs={[{ to: href("secretariat"), label: "事務局の机" }]}
      sample={desk?.version.isSample ?? false}
    >
      {desk ? (
        <>
          <h2>{versionName(desk.version)}</h2>
          <WithoutEvidence rows={desk.rows} />
          <LinkTable rows={desk.rows} />
        </>
      ) : (
        <p>
          条例案がまだありません。先に
          <a href={href("deskVersionNew")}>条例案の版を登録してください</a>。
        </p>
      )}
    </Page>
  );
}
