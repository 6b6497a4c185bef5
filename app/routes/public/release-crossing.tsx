import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  crossableVariables,
  crossingView,
  storedPair,
  usualPair,
  variableOf,
  whyNoCrossing,
} from "#app/domain/survey/release/crossing-view.ts";
import { anyone } from "#app/domain/viewer.ts";
import { releasedSurvey } from "#app/http/released-survey.ts";
import { href } from "#app/routes.ts";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { CrossingForm } from "#app/ui/survey/release/crossing-form.tsx";
import { CrossingTable } from "#app/ui/survey/release/crossing-table.tsx";
import { releaseContext } from "#app/ui/survey/release/release-context.ts";
import { releaseName } from "#app/ui/survey/release-list.tsx";
import { findCrossing } from "#db/queries/surveys/index.ts";

export const meta = ({ data }: { data: { title: string } | undefined }) =>
  pageTitle(data?.title ?? "二つの問の掛け合わせ");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { survey, release } = await releasedSurvey(context, params);
  const { published } = release;
  const address = new URL(request.url).searchParams;
  const rows = variableOf(published, address.get("rows") ?? "");
  const columns = variableOf(published, address.get("columns") ?? "");
  const pair = rows && columns && storedPair(published, rows.variable.id, columns.variable.id);
  const stored = pair && (await findCrossing(context.db, anyone, survey.id, release.number, pair));
  return {
    title: `${survey.title}　${releaseName(release)}　二つの問の掛け合わせ`,
    survey: { title: survey.title, isSample: survey.isSample, isSimulated: survey.isSimulated },
    name: releaseName(release),
    variables: crossableVariables(published),
    offered: usualPair(published, rows?.variable.id, columns?.variable.id),
    rows,
    columns,
    view: rows && columns && stored && crossingView(stored, rows.variable, columns.variable),
    why: rows && columns && !stored ? whyNoCrossing(published, rows, columns) : undefined,
    context: releaseContext(published, survey),
  };
}

export default function ReleaseCrossingPage() {
  const { survey, name, variables, offered, rows, columns, view, why, context } =
    useLoaderData<typeof loader>();
  const params = { survey: context.slug, release: context.number };
  const address = href("releaseCrossing", params);
  return (
    <Page
      title="二つの問を掛け合わせた表"
      lead={`「${survey.title}」の${name}で、ある問への答えごとに、別の問にどう答えたかを見ます。`}
      crumbs={[
        { to: href("surveys"), label: "調査結果" },
        { to: href("survey", { survey: context.slug }), label: survey.title },
        { to: href("release", params), label: name },
      ]}
      sample={survey.isSample}
      simulated={survey.isSimulated}
    >
      <CrossingForm
        action={address}
        variables={variables}
        rows={offered.rows}
        columns={offered.columns}
      />
      {why !== undefined && <p className="notice">{why}</p>}
      {view && rows && columns && (
        <>
          <CrossingTable view={view} rows={rows} columns={columns} context={context} />
          <p className="no-print">
            <a href={`${address}?${turned(rows.variable.id, columns.variable.id)}`}>
              縦と横を入れ替える
            </a>
          </p>
        </>
      )}
      {(!rows || !columns) && (
        <p className="prose">
          二つの問を選んで「掛け合わせる」を押してください。自由に書く問は選べません。
        </p>
      )}
    </Page>
  );
}

const turned = (rows: string, columns: string) =>
  new URLSearchParams({ rows: columns, columns: rows });
