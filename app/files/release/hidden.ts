import type { FigureLine } from "./figure-line.ts";

const hideable = [
  ["count", "度数"],
  ["value", "代表値"],
  ["n", "n"],
  ["noAnswer", "無回答"],
  ["notApplicable", "非該当"],
] as const satisfies readonly (readonly [keyof FigureLine, string])[];

/** The headings of a line's cells that are hidden: 度数・n. */
export function hiddenOf(line: FigureLine): string {
  const hidden = hideable.filter(([cell]) => line[cell] === "x");
  return hidden.map(([, heading]) => heading).join("・");
}
