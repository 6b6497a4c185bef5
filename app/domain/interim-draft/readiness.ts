import type { Problem } from "../problem.ts";
import type { ArticlePart, InterimDraftParts, VersionPart } from "./parts.ts";

/** What is missing or unreadable in the draft's own head: title, status, date. */
export function headProblems(parts: InterimDraftParts): Problem[] {
  const problems: Problem[] = [];
  if (parts.title.trim() === "") {
    problems.push({ field: "title", message: "題名がありません。題名を書いてください。" });
  }
  if (parts.statusText.trim() === "") {
    problems.push({
      field: "statusText",
      message: "位置付けの説明がありません。どの段階の案かを一文で書いてください。",
    });
  }
  if (!isCivilDate(parts.preparedOn)) {
    problems.push({
      field: "preparedOn",
      message: "作成日を読み取れません。2027-02-01 のように年-月-日で書いてください。",
    });
  }
  return problems;
}

function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** Links to provisions that the version does not hold: told, never dropped in silence. */
export function strayProblems(parts: InterimDraftParts, version: VersionPart): Problem[] {
  const known = new Set(version.articles.flatMap(provisionsWithin));
  const kinds: { field: string; name: string; all: readonly { provisionId: string }[] }[] = [
    { field: "commentaries", name: "逐条の解説", all: parts.commentaries },
    { field: "figures", name: "調査の数値", all: parts.figures },
    { field: "utterances", name: "議事録の発言", all: parts.utterances },
    { field: "comments", name: "委員の意見", all: parts.comments },
  ];
  return kinds.flatMap(({ field, name, all }) => {
    const strays = all.filter(({ provisionId }) => !known.has(provisionId)).length;
    if (strays === 0) return [];
    const message =
      `${name}のうち${strays}件は、「${version.label}」にない条に結び付いています。` +
      "結び付け先を選び直すか、外してください。";
    return [{ field, message }];
  });
}

function provisionsWithin(article: ArticlePart): string[] {
  return [article.provisionId, ...article.within.map(({ provisionId }) => provisionId)];
}
