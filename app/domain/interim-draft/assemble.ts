import type { Checked } from "../problem.ts";
import type { DraftArticle, InterimDraftDocument, RemovedArticle } from "./document.ts";
import { MaterialOf, namesWithin } from "./material.ts";
import type { ArticlePart, InterimDraftParts, RemovedPart, VersionPart } from "./parts.ts";
import { headProblems, strayProblems } from "./readiness.ts";

/**
 * Joins the parts of an interim draft into the document the public will see, or says everything
 * that stands in the way. Whatever hangs on a 項 or 号 stands at its article, and what hangs on an
 * article that is gone stands with that; comments are numbered through in this order.
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
  const gone = parts.removedArticles.map(({ within, ...part }) => ({
    ...part,
    label: `${part.versionLabel}の${part.previousLabel}`,
    within,
  }));
  const material = new MaterialOf(parts, [...version.articles, ...gone]);
  const articles = articlesOf(parts, version, material);
  const removedArticles = gone.flatMap((part) => removedArticle(part, material));
  problems.push(...material.problems);
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
      removedArticles,
    },
  };
}

function articlesOf(
  parts: InterimDraftParts,
  version: VersionPart,
  material: MaterialOf,
): DraftArticle[] {
  return version.articles.flatMap((part) => {
    const article: DraftArticle = {
      provisionId: part.provisionId,
      label: part.label,
      caption: part.caption,
      anchor: part.anchor,
      commentary: commentaryOf(parts, part),
      ...material.at(part),
      ...changesOf(parts, part.provisionId),
    };
    return part.always || hasMaterial(article) ? [article] : [];
  });
}

function commentaryOf({ commentaries }: InterimDraftParts, part: ArticlePart): string {
  const names = new Map(namesWithin(part));
  return commentaries
    .filter(({ provisionId }) => names.has(provisionId))
    .map(({ markdown }) => markdown.trim())
    .join("\n\n");
}

function changesOf(parts: InterimDraftParts, id: string): Pick<DraftArticle, "changes"> {
  const found = parts.changes.find(({ provisionId }) => provisionId === id);
  if (found === undefined) return {};
  const { provisionId: _, ...changes } = found;
  return { changes };
}

function removedArticle(
  { always, label, within, ...part }: RemovedPart & { label: string },
  material: MaterialOf,
): RemovedArticle[] {
  const article = { ...part, ...material.at({ ...part, label, within }) };
  const { figures, utterances, comments } = article;
  return always || figures.length + utterances.length + comments.length > 0 ? [article] : [];
}

/** Whether anything stands at an article beside its text. */
export function hasMaterial(article: DraftArticle): boolean {
  const { commentary, figures, utterances, comments, changes } = article;
  const cited = figures.length + utterances.length + comments.length;
  return commentary !== "" || cited > 0 || (changes !== undefined && changes.status !== "kept");
}
