import { numberText } from "#app/domain/japan/number-text.ts";
import type { PublishedAxis, PublishedVariable } from "#app/domain/survey/release/published.ts";
import { percentText } from "#app/domain/survey/tabulation/percent.ts";
import { shareOf } from "../figure-lines.ts";
import { countText } from "./variable-data.ts";

/** Columns of categories that a page has room for. */
const acrossPage = 8;
/** Characters of a category's name in a head; the whole stands in the table above. */
const headCharacters = 20;

/**
 * A variable by the strata of all axes: a row a stratum, the first for all together. More
 * categories than a page has room for go on in further tables.
 */
export function strataTables(variable: PublishedVariable, axes: readonly PublishedAxis[]) {
  const { part, rows, byStratum, n, counts } = variable;
  if (byStratum.length === 0 || rows.length === 0) return [];
  const labels = new Map<string, string>(axes.map(({ axis, label }) => [axis, label]));
  const hasMean = byStratum.some(({ strata }) => strata.some(({ mean }) => mean !== null));
  const pages = Math.ceil(rows.length / acrossPage);
  return Array.from({ length: pages }, (_, page) => {
    const [from, to] = [page * acrossPage, (page + 1) * acrossPage];
    const withMean = hasMean && page === pages - 1;
    const whole = {
      stratum: "全体",
      n: countText(n),
      cells: rows.slice(from, to).map(({ count, percent }) => cellText(count, percent)),
      mean: meanText(variable.summary?.mean ?? null),
    };
    return {
      title: [
        part?.text ?? "",
        counts === "entries" ? "層別（件）" : "層別",
        pages > 1 ? `（${page + 1}／${pages}）` : "",
      ]
        .filter((word) => word !== "")
        .join("　"),
      heads: rows
        .slice(from, to)
        .map(({ text }, index) => numbered(from + index + 1, headText(text))),
      withMean,
      groups: [
        { label: "", rows: [whole] },
        ...byStratum.map(({ axis, strata, cells }) => ({
          label: labels.get(axis) ?? axis,
          rows: strata.map((stratum, column) => ({
            stratum: stratum.stratum,
            n: countText(stratum.n),
            cells: cells.slice(from, to).map((row) => {
              const count = row[column] ?? null;
              return cellText(count, shareOf(count, stratum.n));
            }),
            mean: meanText(stratum.mean),
          })),
        })),
      ],
    };
  });
}

function cellText(count: number | null, percent: number | null): [string, string] {
  return [countText(count), count === null || percent === null ? "" : percentText(percent)];
}

function meanText(mean: number | null): string {
  return mean === null ? "－" : numberText(mean);
}

/** A category with its number in the table above: 「2 やや重い」, but 「3位」 alone. */
export function numbered(number: number, text: string): string {
  return text.startsWith(String(number)) ? text : `${number} ${text}`;
}

function headText(text: string): string {
  const all = [...text];
  return all.length > headCharacters ? `${all.slice(0, headCharacters - 1).join("")}…` : text;
}
