import type { VersionSummary } from "#app/domain/draft-version/index.ts";
import type { Link } from "#app/domain/evidence/index.ts";
import type {
  ArticleFigure,
  ArticleWithFigures,
} from "#app/domain/survey/release/figures-of-article.ts";
import type { PublishedRelease } from "#app/domain/survey/release/published.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { linksOf } from "./links.ts";
import { provisionsIn, wholePath } from "./provisions.ts";
import { listSurveys, newestRelease, type SurveySummary } from "./surveys/index.ts";
import { listVersions } from "./versions.ts";

/** The newest draft that a viewer may see, article by article, with the newest released figures. */
export interface FiguresByArticle {
  version: VersionSummary;
  articles: ArticleWithFigures[];
}

interface Released {
  survey: SurveySummary;
  published: PublishedRelease;
}

/**
 * Gathers the newest draft's articles, each with the questions linked to it or to anything in it,
 * and those that named it in their questionnaire: by the numbers of the draft that was public when
 * the survey opened. Undefined while there is no draft.
 */
export async function figuresByArticle(
  db: Database,
  viewer: Viewer,
): Promise<FiguresByArticle | undefined> {
  const versions = await listVersions(db, viewer);
  const [version] = versions;
  if (!version) return undefined;
  const [rows, released] = await Promise.all([
    provisionsIn(db, version),
    releasedSurveys(db, viewer),
  ]);
  const [links, named] = await Promise.all([
    linksOf(
      db,
      viewer,
      rows.map(({ id }) => id),
    ),
    articlesNamed(db, versions, released),
  ]);
  const wholes = rows.filter(({ path }) => wholePath(path) === path);
  return {
    version,
    articles: wholes.map(({ id, path, number, label, caption }) => {
      const own = rows
        .filter((row) => wholePath(row.path) === path)
        .flatMap((row) => links.get(row.id) ?? []);
      const linked = linkedFigures(own, released);
      const isLinked = (figure: ArticleFigure) =>
        linked.some(
          ({ survey, question }) =>
            survey.slug === figure.survey.slug && question.name === figure.question.name,
        );
      const bearing = (named.get(id) ?? []).filter((figure) => !isLinked(figure));
      return { path, number, label, caption, figures: [...linked, ...bearing] };
    }),
  };
}

async function releasedSurveys(db: Database, viewer: Viewer): Promise<Released[]> {
  const surveys = await listSurveys(db, viewer);
  const found = await Promise.all(
    surveys.map(async (survey): Promise<Released[]> => {
      if (!survey.newestRelease) return [];
      const release = await newestRelease(db, viewer, survey.id);
      return release ? [{ survey, published: release.published }] : [];
    }),
  );
  return found.flat();
}

/** One figure a question, though several of its choices may be linked. */
function linkedFigures(links: readonly Link[], released: readonly Released[]): ArticleFigure[] {
  const figures = new Map<string, ArticleFigure>();
  for (const link of links) {
    if (link.kind !== "question") continue;
    const { slug } = link.question.survey;
    const found = released.find(({ survey }) => survey.slug === slug);
    const question = found?.published.questions.find(({ name }) => name === link.question.name);
    const key = `${slug}#${link.question.name}`;
    if (!found || !question || figures.has(key)) continue;
    figures.set(key, { ...sourceOf(found), question, ties: "linked", note: link.note });
  }
  return [...figures.values()];
}

/** By the identity of the article that a questionnaire meant by a number. */
async function articlesNamed(
  db: Database,
  versions: readonly VersionSummary[],
  released: readonly Released[],
): Promise<Map<string, ArticleFigure[]>> {
  const figures = new Map<string, ArticleFigure[]>();
  for (const each of released) {
    const { openedAt } = each.survey;
    const then =
      versions.find(
        ({ publishedAt }) => openedAt !== null && publishedAt !== null && publishedAt <= openedAt,
      ) ?? versions.at(-1);
    if (!then) continue;
    const rows = await provisionsIn(db, then);
    const identities = new Map(rows.map(({ fullLabel, id }) => [fullLabel, id]));
    for (const question of each.published.questions) {
      for (const article of question.articles) {
        const id = identities.get(article);
        if (id === undefined) continue;
        const figure = { ...sourceOf(each), question, ties: "bears" as const, note: "" };
        figures.set(id, [...(figures.get(id) ?? []), figure]);
      }
    }
  }
  return figures;
}

function sourceOf({ survey, published }: Released): Pick<ArticleFigure, "survey" | "release"> {
  const { slug, title, isSample, isSimulated } = survey;
  const { number, label } = published;
  return { survey: { slug, title, isSample, isSimulated }, release: { number, label } };
}
