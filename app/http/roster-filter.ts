import { stratumAxes } from "#app/domain/survey/index.ts";
import { firmStates, type RosterFilter } from "#db/queries/surveys/roster-list.ts";

/** How the address narrows the list of a roster, and its page. */
export function rosterFilterOf(url: URL): { filter: RosterFilter; page: number } {
  const { searchParams } = url;
  const strata: RosterFilter["strata"] = {};
  for (const { axis } of stratumAxes) {
    const value = searchParams.get(axis);
    if (value) strata[axis] = value.slice(0, 60);
  }
  const asked = searchParams.get("page") ?? "";
  return {
    filter: {
      search: (searchParams.get("search") ?? "").slice(0, 100).replaceAll("\0", ""),
      state: firmStates.find((state) => state === searchParams.get("state")),
      strata,
    },
    page: /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1,
  };
}

/** The address's query for a filter and a page. */
export function rosterQuery({ search, state, strata }: RosterFilter, page: number): string {
  const query = new URLSearchParams();
  if (search) query.set("search", search);
  if (state) query.set("state", state);
  for (const { axis } of stratumAxes) {
    const value = strata[axis];
    if (value) query.set(axis, value);
  }
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
