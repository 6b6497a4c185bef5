import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import { OrdinanceView } from "#app/ui/ordinance/ordinance-view.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { ordinancePage } from "#db/queries/ordinance-page.ts";
import { newestVersion } from "#db/queries/versions.ts";

export const meta = () => pageTitle("条例案");

/** Always the newest published version, whoever asks. */
export async function loader({ context: { db, viewer } }: LoaderFunctionArgs) {
  const version = await newestVersion(db, anyone);
  return { page: version && (await ordinancePage(db, viewer, version)) };
}

export default function OrdinancePage() {
  const { page } = useLoaderData<typeof loader>();
  if (!page) {
    return (
      <Page title="条例案" lead="条例案はまだ公表されていません。">
        <p>
          条例案ができると、このページで全文を読めます。それまでの議論は
          <a href={href("meetings")}>会議録</a>にあります。
        </p>
      </Page>
    );
  }
  return <OrdinanceView page={page} newest />;
}
