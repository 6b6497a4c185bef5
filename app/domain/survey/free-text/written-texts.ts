import { cleanText } from "./clean-text.ts";
import { groupTexts, type SameText } from "./near-identical.ts";
import { textHash, textKey } from "./text-key.ts";

/** One text of a question as the secretariat sees it: all answers with the same key. */
export interface WrittenText extends SameText {
  hash: string;
  /** As most firms wrote it, the longest among equals; control marks taken out. */
  text: string;
}

/** The texts of a question, counted by firms. */
export interface WrittenTexts {
  /** Firms that wrote something. */
  firms: number;
  texts: WrittenText[];
}

/**
 * Counts the texts of a question, given each firm's (`textsIn`). A text that a firm wrote twice
 * counts once.
 */
export function countTexts(answers: Iterable<readonly string[]>): WrittenTexts {
  const counts = new Map<string, { firms: number; forms: Map<string, number> }>();
  let firms = 0;
  for (const texts of answers) {
    const own = new Map(texts.map((text) => [textKey(text), cleanText(text)]));
    own.delete("");
    if (own.size > 0) firms += 1;
    for (const [key, text] of own) {
      const count = counts.get(key) ?? { firms: 0, forms: new Map<string, number>() };
      count.firms += 1;
      count.forms.set(text, (count.forms.get(text) ?? 0) + 1);
      counts.set(key, count);
    }
  }
  const texts = [...counts].map(([key, { firms, forms }]): WrittenText => {
    return { key, hash: textHash(key), firms, text: usual(forms) };
  });
  return { firms, texts };
}

/** Groups of nearly identical texts, the most written first, then by text: never by arrival. */
export function groupsOfTexts({ texts }: WrittenTexts): [WrittenText, ...WrittenText[]][] {
  const size = (group: readonly WrittenText[]) => group.reduce((sum, { firms }) => sum + firms, 0);
  return groupTexts(texts).sort(
    (a, b) => size(b) - size(a) || (a[0].text < b[0].text ? -1 : a[0].text > b[0].text ? 1 : 0),
  );
}

function usual(forms: ReadonlyMap<string, number>): string {
  const [most] = [...forms].sort(
    ([a, often], [b, oftener]) => oftener - often || b.length - a.length || (a < b ? -1 : 1),
  );
  return most?.[0] ?? "";
}
