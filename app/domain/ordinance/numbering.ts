import type { ListMarker } from "./markers.ts";
import type { NumberingStyle, SubitemLevel } from "./structure.ts";

/** Which level of 号 or 細分 each sign stands for, by numbering style. */
const levels: Record<NumberingStyle, Partial<Record<ListMarker["sign"], "Item" | SubitemLevel>>> = {
  horizontal: {
    bracketed: "Item",
    katakana: "Subitem1",
    "bracketed-katakana": "Subitem2",
    latin: "Subitem3",
    roman: "Subitem3",
  },
  vertical: {
    kanji: "Item",
    katakana: "Subitem1",
    bracketed: "Subitem2",
    "bracketed-katakana": "Subitem2",
    roman: "Subitem3",
    latin: "Subitem3",
  },
};

/** The level a sign stands for; undefined where the style does not use it. */
export function levelOf(
  sign: ListMarker["sign"],
  style: NumberingStyle,
): "Item" | SubitemLevel | undefined {
  return levels[style][sign];
}

export const aiueo =
  "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
export const iroha =
  "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";

/**
 * The number of a katakana sign within its list, "1" for the first. A list that begins with イ is
 * counted イロハ, any other アイウ; `firstTitle` is the first sign of the list, if it has begun.
 */
export function katakanaNum(katakana: string, firstTitle: string | undefined): string {
  const series = (firstTitle ?? katakana).includes("イ") ? iroha : aiueo;
  const index = series.indexOf(katakana);
  return String(index + 1);
}
