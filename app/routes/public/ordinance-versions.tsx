import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { href } from "#app/routes.ts";
import { VersionEntries } from "#app/ui/ordinance/version-entries.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { listVersions } from "#db/queries/versions.ts";

export const meta = () => pageTitle("条例案のすべての版");

export async function loader({ context: { db, viewer } }: LoaderFunctionArgs) {
  return { versions: await listVersions(db, viewer) };
}

export default function OrdinanceVersionsPage() {
  const { versions } = useLoaderData<typeof loader>();
  return (
    <Page
      title="条例案のすべての版"
      lead="これまでに公表した案です。公表した案の本文は変わりません。直すときは、新しい版を公表します。"
      crumbs={[{ to: href("ordinance"), label: "条例案" }]}
    >
      {versions.length === 0 ? (
        <p>公表された案はまだありません。</p>
      ) : (
        <VersionEntries
          versions={versions}
          to={(version) => href("ordinanceVersion", { version })}
        />
      )}
      {versions.length > 1 && (
        <p>
          <a href={href("comparison")}>二つの版を選んで比べる</a>
        </p>
      )}
    </Page>
  );
}
