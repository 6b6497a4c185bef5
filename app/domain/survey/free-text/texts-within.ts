import type { PublishedQuestion, PublishedTexts } from "../release/published.ts";
import { keywordsIn, noTexts } from "./published-texts.ts";

/** What a release would say of a question's texts, with what the releases before it have said. */
export interface TextsToTell extends PublishedTexts {
  /** The oldest first. */
  earlier?: readonly PublishedTexts[];
}

/**
 * The texts of a question as they may stand beside its tables: how often a text was written is told
 * only where it gives away nothing that the tables hide. Where the number of firms that could have
 * written (those who answered a text question, or chose "other") is hidden, no text is told at all:
 * each is at least one firm. Where a firm can write several texts, no number is told. Else so many
 * numbers are taken away, the smallest first, that the firms without a number are enough for every
 * one of their texts to be of any of them. What an earlier release has told cannot be taken away:
 * where that leaves too few firms, texts without a number that no release has shown stay out. So do
 * the last of a list of nearly as many texts as firms, which would tell that each is of one.
 */
export function textsWithin(
  texts: TextsToTell,
  question: Pick<PublishedQuestion, "type" | "variables">,
  threshold: number,
): PublishedTexts {
  const base = baseOf(question);
  if (base === "hidden") return noTexts;
  if (base === null) {
    const silent = texts.published.map(({ text }) => ({ text, firms: null }));
    return { written: null, published: silent, keywords: [] };
  }
  const published = tellable(texts, base, threshold);
  return {
    written: isText(question) ? base : null,
    published,
    keywords: keywordsIn(published, threshold),
  };
}

function tellable(
  { published, earlier = [] }: TextsToTell,
  base: number,
  threshold: number,
): PublishedTexts["published"] {
  const { told, seen } = heard(earlier);
  const listed = new Set(published.map(({ text }) => text));
  // The difference between two numbers of a text would be the number of another.
  const changed = new Set(
    published.flatMap(({ text, firms }) =>
      told.has(text) && told.get(text) !== firms ? text : [],
    ),
  );
  const shown = new Map(
    published.flatMap(({ text, firms }) =>
      firms === null || changed.has(text) ? [] : [[text, firms] as const],
    ),
  );
  const isSafe = () => {
    const known = new Map([...told, ...shown]);
    const rest = base - [...known.values()].reduce((sum, firms) => sum + firms, 0);
    const hidden = new Set([...seen, ...listed]).size - known.size + changed.size;
    if (hidden === 0 && (rest === 0 || known.size === 0)) return true;
    // Each text is one firm at least: with no number told, each can be of all that are left.
    return rest >= (known.size === 0 ? threshold - 1 : threshold) + hidden;
  };
  const untold = [...shown]
    .filter(([text]) => !told.has(text))
    .sort(([one, few], [other, more]) => few - more || (one < other ? -1 : 1));
  for (const [text] of untold) {
    if (isSafe()) break;
    shown.delete(text);
  }
  for (const { text } of [...published].reverse()) {
    if (isSafe()) break;
    if (!seen.has(text)) listed.delete(text);
  }
  return published
    .filter(({ text }) => listed.has(text))
    .map(({ text }) => ({ text, firms: shown.get(text) ?? null }));
}

/** The texts that readers of earlier releases have seen, and the numbers they were told. */
function heard(earlier: readonly PublishedTexts[]) {
  const told = new Map<string, number>();
  const seen = new Set<string>();
  for (const { text, firms } of earlier.flatMap(({ published }) => published)) {
    seen.add(text);
    if (firms !== null) told.set(text, Math.max(firms, told.get(text) ?? 0));
  }
  return { told, seen };
}

const isText = ({ type }: Pick<PublishedQuestion, "type">) => type === "text" || type === "comment";

/** How many firms could have written one text each; null: they could write several. */
function baseOf({
  type,
  variables,
}: Pick<PublishedQuestion, "type" | "variables">): number | "hidden" | null {
  // Their texts are what these count.
  const fields = type === "multipletext" || type === "paneldynamic";
  if (fields && variables.some(({ n }) => n === null)) return "hidden";
  const [variable, ...others] = variables;
  if (variable === undefined || others.length > 0 || variable.counts !== "firms") return null;
  if (isText({ type })) return variable.n ?? "hidden";
  if (type !== "radiogroup" && type !== "dropdown" && type !== "checkbox") return null;
  const other = variable.rows.find(({ key }) => key === "other");
  return other === undefined ? null : (other.count ?? "hidden");
}
