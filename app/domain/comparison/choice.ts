/** How a comparison of two versions is shown; every value stands in the address. */
export interface ComparisonChoice {
  /** The public numbers of the two versions. */
  from: number;
  to: number;
  /** Which side of the 新旧対照表 the new version stands on. */
  newSide: "left" | "right";
  view: "table" | "text" | "amending";
  /** Only the articles that changed; the others as 「（略）」; or all in full. */
  only: "changed" | "" | "all";
}

/** The query of a comparison's address, what is usual left out: 「from=2&to=3&view=text」. */
export function comparisonQuery({ from, to, newSide, view, only }: ComparisonChoice): string {
  const query = new URLSearchParams({ from: String(from), to: String(to) });
  if (view !== "table") query.set("view", view);
  if (newSide !== "right") query.set("new", newSide);
  if (only !== "") query.set("only", only);
  return query.toString();
}
