import { missingInCp932 } from "../cp932.ts";
import type { figureColumns } from "./columns.ts";
import { releaseFigures } from "./figure-lines.ts";
import type { ReleaseDocument } from "./release-document.ts";

/** A character that a file in CP932 shows as 〓, and where it would have stood. */
export interface Cp932Loss {
  character: string;
  /** U+1F600 */
  code: string;
  /** How many cells of the file have it. */
  cells: number;
  /** The first cells in the file: its line, its column, and what is written there. */
  places: { line: number; column: string; text: string }[];
}

const mostPlaces = 5;
const around = 12;

/** What CP932 cannot hold of a release's CSV file, by character in the order of the file. */
export function cp932Losses(document: ReleaseDocument): Cp932Loss[] {
  const losses = new Map<string, Cp932Loss>();
  const known = new Map<string, string[]>();
  const { lines } = releaseFigures(document);
  const texts = [
    ["設問", "title"],
    ["変数", "variable"],
    ["項目", "part"],
    ["軸の識別名", "axis"],
    ["軸", "axisText"],
    ["層の値", "stratumKey"],
    ["層", "stratum"],
    ["値", "key"],
    ["選択肢", "text"],
  ] as const satisfies readonly (readonly [(typeof figureColumns)[number]["heading"], string])[];
  for (const [index, line] of lines.entries()) {
    for (const [column, field] of texts) {
      const text = line[field];
      const missing = known.get(text) ?? missingInCp932(text);
      known.set(text, missing);
      for (const character of missing) {
        const loss = losses.get(character) ?? {
          character,
          code: codeOf(character),
          cells: 0,
          places: [],
        };
        loss.cells += 1;
        if (loss.places.length < mostPlaces) {
          loss.places.push({ line: index + 2, column, text: excerpt(text, character) });
        }
        losses.set(character, loss);
      }
    }
  }
  return [...losses.values()];
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

function excerpt(text: string, character: string): string {
  const all = [...text];
  const at = all.indexOf(character);
  const [from, to] = [Math.max(0, at - around), at + around + 1];
  return `${from > 0 ? "…" : ""}${all.slice(from, to).join("")}${to < all.length ? "…" : ""}`;
}
