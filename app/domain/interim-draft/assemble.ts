import type { Checked, Problem } from "../problem.ts";
import type { CitedComment, DraftArticle, Figure, InterimDraftDocument } from "./document.ts";
import { figureFor } from "./figure.ts";
import type { HangingOn, InterimDraftParts, VersionPart } from "./parts.ts";
import { headProblems, strayProblems } from "./readiness.ts";

/**
 * Joins the parts of an interim draft into the document the public will see, or says everything
 * that stands in the way. Whatever hangs on a 項 or 号 stands at its article; comments are
 * numbered through in the order of the articles.
 */
export function assembleInterimDraft(parts: InterimDraftParts): Checked<InterimDraftDocument> {
  const problems = headProblems(parts);
  const { version } = parts;
  if (version === undefined) {
    problems.push({
      field: "version",
      message: "公開した条例案の版がありません。先に条例案の版を公開してください。",
    });
    return { ok: false, problems };
  }
  problems.push(...strayProblems(parts, version));
  const articles = articlesOf(parts, version, problems);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      format: 1,
      title: parts.title.trim(),
      number: parts.number,
      statusText: parts.statusText.trim(),
      isSample: parts.isSample,
      preparedOn: parts.preparedOn,
      introduction: parts.introduction,
      history: parts.history,
      text: {
        versionNumber: version.number,
        versionLabel: version.label,
        plain: version.plain,
        blocks: version.blocks,
      },
      articles,
      removedArticles: parts.removedArticles,
    },
  };
}

function articlesOf(
  parts: InterimDraftParts,
  version: VersionPart,
  problems: Problem[],
): DraftArticle[] {
  let lastComment = 0;
  const all = version.articles.map((article): DraftArticle => {
    const names = new Map([
      [article.provisionId, article.label],
      ...article.within.map(({ provisionId, label }) => [provisionId, label] as const),
    ]);
    const here = <T>(things: readonly HangingOn<T>[]) =>
      things.filter(({ provisionId }) => names.has(provisionId));
    const figures = here(parts.figures).flatMap((link): Figure[] => {
      const figure = figureFor(link, parts.releases, names.get(link.provisionId) ?? article.label);
      if (figure.ok) return [figure.value];
      problems.push(...figure.problems);
      return [];
    });
    const comments = here(parts.comments).map(({ provisionId, ...comment }): CitedComment => {
      lastComment += 1;
      return { ...comment, number: lastComment, about: names.get(provisionId) ?? article.label };
    });
    return {
      provisionId: article.provisionId,
      label: article.label,
      caption: article.caption,
      anchor: article.anchor,
      commentary: here(parts.commentaries)
        .map(({ markdown }) => markdown.trim())
        .join("\n\n"),
      figures,
      utterances: here(parts.utterances).map(({ provisionId: _, ...utterance }) => utterance),
      comments,
      ...changesOf(parts, article.provisionId),
    };
  });
  return all.filter((article, index) => version.articles[index]?.always || hasMaterial(article));
}

function changesOf(parts: InterimDraftParts, id: string): Pick<DraftArticle, "changes"> {
  const found = parts.changes.find(({ provisionId }) => provisionId === id);
  if (found === undefined) return {};
  const { provisionId: _, ...changes } = found;
  return { changes };
}

/** Whether anything stands at an article beside its text. */
export function hasMaterial(article: DraftArticle): boolean {
  const { commentary, figures, utterances, comments, changes } = article;
  const cited = figures.length + utterances.length + comments.length;
  return commentary !== "" || cited > 0 || (changes !== undefined && changes.status !== "kept");
}
