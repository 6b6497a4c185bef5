import type { PublishedQuestion, PublishedTexts } from "../release/published.ts";
import { keywordsIn } from "./published-texts.ts";

/**
 * The texts of a question as they may stand beside its tables: how often a text was written is told
 * only where it gives away nothing that the tables hide. Where the number of firms that could have
 * written (those who answered a text question, or chose "other") is hidden, no text is told at all:
 * each is at least one firm. Where a firm can write several texts, no number is told. Else so many numbers are taken away, the smallest first, that
 * the firms without a number are enough for every one of their texts to be of any of them.
 */
export function textsWithin(
  texts: PublishedTexts,
  question: Pick<PublishedQuestion, "type" | "variables">,
  threshold: number,
): PublishedTexts {
  const base = baseOf(question);
  const { published } = texts;
  if (base === "hidden") return { written: null, published: [], keywords: [] };
  if (base === null) {
    const silent = published.map(({ text }) => ({ text, firms: null }));
    return { written: null, published: silent, keywords: [] };
  }
  const shown = new Set(published.filter(({ firms }) => firms !== null));
  const known = () => [...shown].reduce((sum, { firms }) => sum + (firms ?? 0), 0);
  for (;;) {
    const rest = base - known();
    const hidden = published.length - shown.size;
    if (shown.size === 0 || (rest === 0 && hidden === 0) || rest >= threshold + hidden) break;
    const [least] = [...shown].sort(
      (a, b) => (a.firms ?? 0) - (b.firms ?? 0) || (a.text < b.text ? -1 : 1),
    );
    if (least) shown.delete(least);
  }
  const told = published.map((each) => (shown.has(each) ? each : { text: each.text, firms: null }));
  return {
    written: isText(question) ? base : null,
    published: told,
    keywords: keywordsIn(told, threshold),
  };
}

const isText = ({ type }: Pick<PublishedQuestion, "type">) => type === "text" || type === "comment";

/** How many firms could have written one text each; null: they could write several. */
function baseOf({
  type,
  variables,
}: Pick<PublishedQuestion, "type" | "variables">): number | "hidden" | null {
  const [variable, ...others] = variables;
  if (variable === undefined || others.length > 0 || variable.counts !== "firms") return null;
  if (isText({ type })) return variable.n ?? "hidden";
  if (type !== "radiogroup" && type !== "dropdown" && type !== "checkbox") return null;
  const other = variable.rows.find(({ key }) => key === "other");
  return other === undefined ? null : (other.count ?? "hidden");
}
