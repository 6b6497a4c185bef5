/**
 * The categories of one stratum, each standing for itself at first, joined to groups by links.
 * Categories are counted from 0 in their order.
 */
export type Links = readonly (readonly [number, number])[];

/** The group of each category, named by the group's first category. */
export function groupsOf(categories: number, links: Links): number[] {
  const groups = Array.from({ length: categories }, (_, index) => index);
  for (const [a, b] of links) {
    const first = groups[a];
    const second = groups[b];
    if (first === undefined || second === undefined) throw new Error("a link to no category");
    const into = Math.min(first, second);
    const from = Math.max(first, second);
    for (const [index, group] of groups.entries()) if (group === from) groups[index] = into;
  }
  return groups;
}

/** What a dimension is called when all its categories are one. */
export const undivided = "（区分なし）";

/** A group of more categories is named by its first ones. */
const named = 4;

/**
 * What each category is called after grouping: its own name where it stands alone, 「土木・建築」
 * where it was merged, 「（区分なし）」 where nothing is told apart any more. Names of groups differ
 * from each other and from every category.
 */
export function groupNames(categories: readonly string[], groups: readonly number[]): string[] {
  const members = new Map<number, string[]>();
  for (const [index, category] of categories.entries()) {
    const group = groups[index] ?? index;
    members.set(group, [...(members.get(group) ?? []), category]);
  }
  if (categories.length > 1 && members.size === 1) return categories.map(() => undivided);
  const names = new Map<number, string>();
  const taken = new Set(categories);
  for (const [group, [first = "", ...others]] of members) {
    const more = others.length + 1 - named;
    let name = [first, ...others.slice(0, named - 1)].join("・");
    if (more > 0) name += `ほか${more}区分`;
    if (others.length > 0) while (taken.has(name)) name = `（${name}）`;
    taken.add(name);
    names.set(group, name);
  }
  return categories.map((_, index) => names.get(groups[index] ?? index) ?? undivided);
}
