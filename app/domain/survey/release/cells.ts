import type { PublishedQuestion, PublishedRow, PublishedVariable } from "./published.ts";

/** A cell of a released question that can be named by links and the interim draft. */
export interface PublishedCell {
  /** a2; r1/c2 of a matrix; of a ranking the item, for its first places; lower edge of a class. */
  cell: string;
  text: string;
  /** What is counted: firms, or the entries of a dynamic panel. */
  counts: PublishedVariable["counts"];
  /** Null: hidden. */
  count: number | null;
  /** The base of the percentage; null: hidden. */
  n: number | null;
  percent: number | null;
}

/** The cells of a question in the order of its tables; none for dates and written texts. */
export function cellsOf({ variables }: PublishedQuestion): PublishedCell[] {
  return variables.flatMap((variable) => {
    const { kind, part, counts, n, rows } = variable;
    if (kind === "written") return [];
    if (kind === "place" && part !== null) {
      const [first] = rows.filter(({ key }) => key === "1");
      if (first === undefined) return [];
      const { count, percent } = first;
      return [{ cell: String(part.value), text: `${part.text}（1位）`, counts, count, n, percent }];
    }
    return rows.map((row) => cellOf(variable, row));
  });
}

function cellOf(
  { part, counts, n }: PublishedVariable,
  { key, text, count, percent }: PublishedRow,
): PublishedCell {
  return part === null
    ? { cell: key, text, counts, count, n, percent }
    : { cell: `${part.value}/${key}`, text: `${part.text}：${text}`, counts, count, n, percent };
}
