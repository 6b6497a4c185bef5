import { cleanText } from "./clean-text.ts";
import { textHash, textKey } from "./text-key.ts";
import type { WrittenText } from "./written-texts.ts";

/**
 * The texts of one page of a question's, as they are stored and with how many firms wrote each:
 * those that are the same but for signs and width go together, under the words most wrote.
 *
 * @param rows the most written first
 */
export function textsOfPage(rows: readonly { text: string; firms: number }[]): WrittenText[] {
  const found = new Map<string, WrittenText>();
  for (const { text, firms } of rows) {
    const key = textKey(text);
    if (key === "") continue;
    const before = found.get(key);
    if (before) before.firms += firms;
    else found.set(key, { key, hash: textHash(key), firms, text: cleanText(text) });
  }
  return [...found.values()];
}
