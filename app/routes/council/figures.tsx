import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCouncil } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { versionName } from "#app/ui/ordinance/version-entries.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { ArticleFigures } from "#app/ui/survey/release/article-figures.tsx";
import { figuresByArticle } from "#db/queries/figures-by-article.ts";

export const meta = () => pageTitle("条ごとの調査結果");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireCouncil(request, context);
  const found = await figuresByArticle(context.db, viewer);
  return {
    version: found && {
      number: found.version.number,
      name: versionName(found.version),
      isSample: found.version.isSample,
    },
    articles: found?.articles ?? [],
  };
}

export default function CouncilFigures() {
  const { version, articles } = useLoaderData<typeof loader>();
  const withFigures = articles.filter(({ figures }) => figures.length > 0);
  const without = articles.filter(({ figures }) => figures.length === 0);
  const surveys = withFigures.flatMap(({ figures }) => figures.map(({ survey }) => survey));
  return (
    <Page
      title="条ごとの調査結果"
      crumbs={[{ to: href("council"), label: "委員のページ" }]}
      sample={version?.isSample ?? false}
      simulated={surveys.some(({ isSimulated }) => isSimulated)}
      lead={
        version &&
        `最も新しい案「${version.name}」の条ごとに、公表した調査の結果を並べます。「根拠」は事務局が条に関連付けた問、「関係する問」は調査票にその条が書いてあった問です。`
      }
    >
      {!version && <p>読める案はまだありません。案ができると、ここに条ごとの結果を並べます。</p>}
      {version && withFigures.length === 0 && (
        <p>条に関わる調査の結果は、まだ公表されていません。</p>
      )}
      {withFigures.length > 0 && (
        <nav aria-labelledby="contents" className="no-print">
          <h2 id="contents">目次</h2>
          <ul className="inline-links">
            {withFigures.map(({ path, label, caption }) => (
              <li key={path}>
                <a href={`#${path}`}>
                  {label}
                  {caption}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {withFigures.map((article) => (
        <ArticleFigures key={article.path} article={article} />
      ))}
      {version && withFigures.length > 0 && without.length > 0 && (
        <>
          <h2>関わる調査結果のない条</h2>
          <p>{without.map(({ label }) => label).join("、")}</p>
        </>
      )}
    </Page>
  );
}
