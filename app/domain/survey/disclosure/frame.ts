import { bindReleases, type EarlierRelease } from "./between-releases.ts";
import type { ReleaseCounts } from "./counted-tables.ts";
import { addRelease } from "./release-cells.ts";
import { type DisclosureSystem, systemBuilder } from "./system.ts";

/**
 * The system of a release together with those before it: every count of every table with the sums
 * that bind them, and from release to release that no count shrinks. Keys begin with the release:
 * `2|q5=a`, `2|q5#n`, `2|q5=a&sector=土木`, `2|q5#n&sector=土木`, `2|q5=a&q7=b`.
 */
export function frameOf(
  release: ReleaseCounts,
  earlier: readonly EarlierRelease[] = [],
): DisclosureSystem {
  const builder = systemBuilder();
  for (const { counts, hidden } of earlier) {
    addRelease(builder, counts, (key) => (hidden.has(key) ? "hidden" : "shown"));
  }
  addRelease(builder, release, () => "open");
  const series = [...earlier, { counts: release, hidden: new Set<string>() }];
  for (const [index, before] of series.slice(0, -1).entries()) {
    const after = series[index + 1];
    if (after) bindReleases(builder, before, after.counts);
  }
  return builder.build();
}
