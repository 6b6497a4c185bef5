import { definedTerms } from "../defined-terms.ts";
import { lawCitations } from "../external-laws.ts";
import { foldWidth } from "../glyphs.ts";
import { readNumber } from "../numerals.ts";
import type { ProvisionNode } from "../provisions.ts";
import { type Draft, type Finding, findingAt, hasText, isForeign } from "./finding.ts";

/** The first 附則 must say from when the ordinance is in force. */
export function checkEnforcementDate({ ordinance, index }: Draft): Finding[] {
  const node = index.get("suppl-1");
  if (!node) {
    const title = index.get("title");
    const message = "附則がありません。附則に施行期日を書いてください。";
    return title ? [findingAt(title, "enforcement-date", "誤り", message)] : [];
  }
  const texts = index.nodes.filter((each) => each.path.startsWith("suppl-1/"));
  if (texts.some((each) => /施行(?:する|し、|期日)/.test(each.text))) return [];
  if (ordinance.supplProvisions[0]?.extract) return [];
  const message = "附則に施行期日がありません。「この条例は、…から施行する。」と書いてください。";
  return [findingAt(node, "enforcement-date", "誤り", message)];
}

/** Terms defined twice for the same text, and terms that are never used. */
export function checkDefinitions(draft: Draft): Finding[] {
  const { index } = draft;
  const terms = definedTerms(draft.ordinance).filter(({ path }) => {
    const node = index.get(path);
    return node !== undefined && !isForeign(node, draft);
  });
  const texts = index.nodes.filter((n) => hasText(n) || n.kind === "article");
  const findings: Finding[] = [];
  const first = new Map<string, string>();
  const used = new Map<string, boolean>();
  for (const { term, path, scope } of terms) {
    const node = index.get(path);
    if (!node) continue;
    const before = first.get(term);
    if (scope !== "limited" && before !== undefined) {
      const label = index.get(before)?.fullLabel ?? "";
      const message = `「${term}」は、${label}でも定義されています。定義を一つにしてください。`;
      findings.push(findingAt(node, "definition-twice", "誤り", message));
    }
    if (scope !== "limited" && before === undefined) first.set(term, path);
    const stem = term.replace(/する$/, "");
    if (!used.has(stem) && used.size < mostTerms) used.set(stem, isUsed(stem, texts));
    if (used.get(stem) === false) {
      const message = `「${term}」を定義していますが、ほかで使っていません。定義を削るか、使うところを確かめてください。`;
      findings.push(findingAt(node, "definition-unused", "誤り", message));
    }
  }
  return findings;
}

/** More terms than any ordinance has are not looked for. */
const mostTerms = 1000;

/** Whether a term stands anywhere but in its definition. */
function isUsed(term: string, texts: readonly ProvisionNode[]): boolean {
  let uses = 0;
  for (const { text, caption = "" } of texts) {
    uses += usesOf(term, text + caption);
    if (uses > 1) return true;
  }
  return false;
}

/** Occurrences of a term; more than two need not be counted. */
function usesOf(term: string, text: string): number {
  const at = text.indexOf(term);
  if (at < 0) return 0;
  return text.indexOf(term, at + term.length) < 0 ? 1 : 2;
}

/** Laws that municipal ordinances cite often, with their numbers (e-Gov law database). */
const laws: Record<string, readonly [era: string, year: number, number: number]> = {
  地方自治法: ["昭和", 22, 67],
  労働基準法: ["昭和", 22, 49],
  最低賃金法: ["昭和", 34, 137],
  労働安全衛生法: ["昭和", 47, 57],
  建設業法: ["昭和", 24, 100],
  地方公営企業法: ["昭和", 27, 292],
  中小企業基本法: ["昭和", 38, 154],
  労働組合法: ["昭和", 24, 174],
  健康保険法: ["大正", 11, 70],
  厚生年金保険法: ["昭和", 29, 115],
  雇用保険法: ["昭和", 49, 116],
  行政手続法: ["平成", 5, 88],
  地方公務員法: ["昭和", 25, 261],
  民法: ["明治", 29, 89],
  会社法: ["平成", 17, 86],
};

/** The numbers of well-known laws. */
export function checkLawNumbers({ index }: Draft): Finding[] {
  return index.nodes.filter(hasText).flatMap((node) =>
    lawCitations(node.text).flatMap((citation) => {
      const known = laws[citation.name];
      if (!known) return [];
      const [era, year, number] = known;
      const text = foldWidth(citation.number);
      const written = /^(.{2})([^年]+)年法律第([^号]+)号$/.exec(text);
      const same =
        written?.[1] === era && numberIn(written[2]) === year && numberIn(written[3]) === number;
      if (same) return [];
      const right = `${era}${year}年法律第${number}号`;
      const start = citation.end + 1;
      const message = `${citation.name}は「${right}」です。法令番号を確かめてください。`;
      const place = { start, end: start + citation.number.length, suggestion: right };
      return [findingAt(node, "law-number", "誤り", message, place)];
    }),
  );
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : readNumber(text, 0)?.value;
}
