import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anonymityWords } from "#app/domain/survey/anonymity.ts";
import { anyone } from "#app/domain/viewer.ts";
import { releasedSurvey } from "#app/http/released-survey.ts";
import { href } from "#app/routes.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { releaseContext } from "#app/ui/survey/release/release-context.ts";
import { ReleaseView } from "#app/ui/survey/release/release-view.tsx";
import { releaseName } from "#app/ui/survey/release-list.tsx";
import { listReleases, provisionsByQuestion } from "#db/queries/surveys/index.ts";

export const meta = ({ data }: { data: { title: string } | undefined }) =>
  pageTitle(data?.title ?? "集計版");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { survey, release } = await releasedSurvey(context, params);
  const { published, releasedAt, sha256, number } = release;
  const all = await listReleases(context.db, anyone, survey.id);
  const by = new URL(request.url).searchParams.get("by");
  return {
    title: `${survey.title}　${releaseName(release)}`,
    survey: { title: survey.title, isSample: survey.isSample, isSimulated: survey.isSimulated },
    name: releaseName(release),
    newest: all[0]?.number ?? number,
    view: {
      release: published,
      releasedAt,
      sha256,
      others: all.filter((one) => one.number !== number),
      provisions: await provisionsByQuestion(context.db, survey.id),
      // An axis that this release does not show is as none: old links stay of use.
      by: published.axes.find(({ axis }) => axis === by)?.axis,
      context: releaseContext(published, survey),
      words: anonymityWords(survey.mode, { threshold: survey.threshold }).results,
    },
  };
}

export default function ReleasePage() {
  const { survey, name, newest, view } = useLoaderData<typeof loader>();
  const { slug, number } = view.context;
  return (
    <Page
      title={
        <>
          {survey.title}
          <br />
          {name}
        </>
      }
      crumbs={[
        { to: href("surveys"), label: "調査結果" },
        { to: href("survey", { survey: slug }), label: survey.title },
      ]}
      sample={survey.isSample}
      simulated={survey.isSimulated}
    >
      {newest !== number && (
        <Notice tone="warning">
          これより新しい集計版があります。
          <a href={href("release", { survey: slug, release: newest })}>集計版{newest}を見る</a>
        </Notice>
      )}
      <ReleaseView {...view} />
    </Page>
  );
}
