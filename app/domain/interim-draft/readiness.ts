import type { Problem } from "../problem.ts";
import type { Place } from "./material.ts";
import type { InterimDraftParts, VersionPart } from "./parts.ts";

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

/**
 * Things that hang on provisions of which nothing is known, neither in the version nor in any
 * before it: told, never dropped in silence. What hangs on an article that is gone stands with it;
 * only a commentary needs an article of this version.
 */
export function strayProblems(parts: InterimDraftParts, version: VersionPart): Problem[] {
  const current = idsWithin(version.articles);
  const known = new Set([...current, ...idsWithin(parts.removedArticles)]);
  const commentaries = parts.commentaries.filter(({ provisionId }) => !current.has(provisionId));
  const kinds: { field: string; name: string; all: readonly { provisionId: string }[] }[] = [
    { field: "figures", name: "調査の数値", all: parts.figures },
    { field: "utterances", name: "会議録の発言", all: parts.utterances },
    { field: "comments", name: "委員の意見", all: parts.comments },
  ];
  const strays = kinds.flatMap(({ field, name, all }) => {
    const unknown = all.filter(({ provisionId }) => !known.has(provisionId)).length;
    const message =
      `${name}のうち${unknown}件は、公開したどの版にもない条に結び付いています。` +
      "結び付け先を選び直すか、外してください。";
    return unknown === 0 ? [] : [{ field, message }];
  });
  if (commentaries.length === 0) return strays;
  const message =
    `逐条の解説のうち${commentaries.length}件は、「${version.label}」にない条のものです。` +
    "ほかの条の解説に移すか、空にしてください。";
  return [{ field: "commentaries", message }, ...strays];
}

function idsWithin(places: readonly Omit<Place, "label">[]): Set<string> {
  return new Set(
    places.flatMap(({ provisionId, within }) => [
      provisionId,
      ...within.map((part) => part.provisionId),
    ]),
  );
}
