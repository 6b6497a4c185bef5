import type { Article, Division } from "../structure.ts";
import type { Place } from "./operations.ts";

/** That the place cited does not stand in the ordinance. */
export function missing(place: Place): string {
  return `改める前の条例に、${place.words || "その規定"}がありません。番号を確かめてください。`;
}

/** All articles, whatever chapters they stand in. */
export function articlesIn(children: readonly (Division | Article)[]): Article[] {
  return children.flatMap((child) =>
    child.type === "Article" ? [child] : articlesIn(child.children),
  );
}
