import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSecretariat } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { VersionEntries, versionName } from "#app/ui/ordinance/version-entries.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { listVersions } from "#db/queries/versions.ts";

export const meta = () => pageTitle("条例案の版");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  return { versions: await listVersions(context.db, viewer) };
}

export default function DeskVersions() {
  const { versions } = useLoaderData<typeof loader>();
  const unfinished = versions.find(({ audience }) => audience === "secretariat");
  return (
    <Page
      title="条例案の版"
      lead="新しい案を登録し、前の案との条の対応を確かめてから、委員または全員に公開します。"
    >
      {unfinished ? (
        <p>
          まだ公開していない案があります：
          <a href={href("deskVersion", { version: unfinished.number })}>
            {versionName(unfinished)}
          </a>
          。次の案は、これを公開してから登録できます。
        </p>
      ) : (
        <p>
          <ButtonLink href={href("deskVersionNew")}>新しい案を登録する</ButtonLink>
        </p>
      )}
      <VersionEntries versions={versions} to={(version) => href("deskVersion", { version })} />
    </Page>
  );
}
