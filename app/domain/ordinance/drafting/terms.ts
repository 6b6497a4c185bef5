import { definedTerms } from "../defined-terms.ts";
import { type Draft, type Finding, findingAt, hasText, isForeign } from "./finding.ts";

/** More terms than any ordinance has are not looked for. */
const mostTerms = 1000;
const joining = /[一-龠々ァ-ヶー]/;

/**
 * Terms used in an article before the one whose 「（以下「X」という。）」 defines them, and without
 * 「第N条に規定するX」: there they are undefined.
 */
export function checkEarlyTerms(draft: Draft): Finding[] {
  const { index } = draft;
  const order = new Map(index.nodes.map((node, at) => [node.path, at]));
  const texts = index.nodes.filter((node) => hasText(node) && !isForeign(node, draft));
  const seen = new Set<string>();
  return definedTerms(draft.ordinance).flatMap(({ term, path, form, scope }) => {
    if (seen.has(term) || seen.size > mostTerms) return [];
    seen.add(term);
    const home = index.get(path);
    if (form !== "inline" || scope !== "onward" || term.length < 3 || !home) return [];
    if (isForeign(home, draft) || /^(?:別表|様式|第)/.test(term)) return [];
    // 「前条の基本理念（以下「基本理念」という。）」 fixes a word that is plain without it.
    if (home.text.includes(`${term}（以下`)) return [];
    const defined = order.get(path) ?? 0;
    for (const node of texts) {
      if ((order.get(node.path) ?? 0) >= defined) break;
      const start = placeOf(term, node.text);
      if (start === undefined) continue;
      const message = `「${term}」は、後の${home.fullLabel}で定義されています。ここで定義するか、「${home.fullLabel}に規定する${term}」と書いてください。`;
      return [
        findingAt(node, "term-undefined", "注意", message, { start, end: start + term.length }),
      ];
    }
    return [];
  });
}

/** Where a term stands as a word by itself, not told to be defined elsewhere. */
function placeOf(term: string, text: string): number | undefined {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
    const before = text.slice(Math.max(0, at - 4), at);
    const alone =
      !joining.test(text.charAt(at - 1)) && !joining.test(text.charAt(at + term.length));
    if (alone && !/規定する$|[「定]める?$|いう。?$/.test(before) && text.charAt(at - 1) !== "「")
      return at;
  }
  return undefined;
}
