import {
  type AlignedPair,
  type Alignment,
  type AlignmentDecision,
  type AlignmentStatus,
  certain,
  type Ordinance,
  type ProvisionNode,
  provisionsOf,
} from "../ordinance/index.ts";
import type { Checked, Problem } from "../problem.ts";

/** An article or 別表 of either version in the table that a person corrects the alignment by. */
export interface MatchingRow {
  status: AlignmentStatus;
  /** In the version before; for "split" what it was split from. */
  before: Place | undefined;
  /** In the new version; for "merged" what it was merged into. */
  after: Place | undefined;
  /** 0 to 1. */
  confidence: number;
  /** The proposal is not certain and no person has decided yet. */
  doubtful: boolean;
  /** What a person decided, as the form sends it: "", "added" or "same:art-8". */
  decision: string;
}

export interface Place {
  path: string;
  /** 「第8条（賃金等の変動への対応）」 */
  name: string;
}

/** The articles and 別表 of two versions, in the order of the new one, removed ones in between. */
export function matchingRows(
  before: Ordinance,
  after: Ordinance,
  alignment: Alignment,
  decisions: readonly AlignmentDecision[],
): { rows: MatchingRow[]; olds: Place[] } {
  const olds = placesOf(before);
  const news = placesOf(after);
  const isShown = ({ before: old = "", after: other = "" }: AlignedPair) =>
    olds.has(old) || news.has(other);
  const rows = alignment.pairs.filter(isShown).map((pair) => ({
    status: pair.status,
    before: olds.get(pair.before ?? ""),
    after: news.get(pair.after ?? ""),
    confidence: pair.confidence,
    doubtful: !pair.decided && pair.confidence < certain,
    decision: decisionOn(pair.after, decisions),
  }));
  return { rows, olds: [...olds.values()] };
}

/**
 * Reads what the form of the table sends: fields "match:PATH" with "" (as proposed), "added" or
 * "same:PATH". Unknown paths, and an old article chosen twice, are problems.
 */
export function readMatching(
  fields: Iterable<[name: string, value: string]>,
  before: Ordinance,
  after: Ordinance,
): Checked<AlignmentDecision[]> {
  const olds = placesOf(before);
  const news = placesOf(after);
  const decisions: AlignmentDecision[] = [];
  const problems: Problem[] = [];
  const chosen = new Set<string>();
  for (const [name, value] of fields) {
    if (!name.startsWith("match:") || value === "") continue;
    const path = name.slice("match:".length);
    const other = value.startsWith("same:") ? value.slice("same:".length) : undefined;
    const old = other === undefined ? undefined : olds.get(other);
    const place = news.get(path);
    if (!place || (value !== "added" && !old)) {
      const message = "本文が変わったため、対応を保存できません。ページを開き直してください。";
      return { ok: false, problems: [{ message }] };
    }
    if (!old) {
      decisions.push({ kind: "added", after: path });
      continue;
    }
    if (chosen.has(old.path)) {
      const message = `${place.name}：前の版の${old.name}は、ほかの条でも選ばれています。どちらか一つにしてください。`;
      problems.push({ message, field: fieldId(path) });
    }
    chosen.add(old.path);
    decisions.push({ kind: "same", before: old.path, after: path });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: decisions };
}

/** The HTML id of the select of an article. */
export function fieldId(path: string): string {
  return `match-${path.replaceAll("/", "-")}`;
}

function decisionOn(path: string | undefined, decisions: readonly AlignmentDecision[]): string {
  for (const decision of decisions) {
    if (decision.kind === "removed" || decision.after !== path) continue;
    return decision.kind === "added" ? "added" : `same:${decision.before}`;
  }
  return "";
}

function placesOf(ordinance: Ordinance): Map<string, Place> {
  const isListed = ({ kind }: ProvisionNode) => kind === "article" || kind === "table";
  return new Map(
    provisionsOf(ordinance)
      .filter(isListed)
      .map(({ path, fullLabel, caption = "" }) => [path, { path, name: fullLabel + caption }]),
  );
}
