import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, numberParam } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { OrdinanceView } from "#app/ui/ordinance/ordinance-view.tsx";
import { versionName } from "#app/ui/ordinance/version-entries.tsx";
import { pageTitle } from "#app/ui/page.tsx";
import { ordinancePage } from "#db/queries/ordinance-page.ts";
import { versionByNumber } from "#db/queries/versions.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `条例案 ${versionName(data.page.version)}` : "条例案の版");

export async function loader({ params, context: { db, viewer } }: LoaderFunctionArgs) {
  const number = numberParam(params.version, "条例案の版");
  const version = await versionByNumber(db, viewer, number);
  if (!version) return notFound("条例案の版");
  return { page: await ordinancePage(db, viewer, version) };
}

export default function OrdinanceVersionPage() {
  const { page } = useLoaderData<typeof loader>();
  return (
    <OrdinanceView
      page={page}
      crumbs={[{ to: href("ordinanceVersions"), label: "条例案のすべての版" }]}
    />
  );
}
