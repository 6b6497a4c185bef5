import type { ReleaseCounts } from "./counted-tables.ts";
import { addRelease } from "./release-cells.ts";
import { type SystemBuilder, systemBuilder } from "./system.ts";

/** What an earlier release did with its cells, for good. */
export interface EarlierRelease {
  counts: ReleaseCounts;
  hidden: ReadonlySet<string>;
  /** Strata of this release that the next one shows together: axis → stratum → its new name. */
  merged?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Answers only come: no count of a later release is below that of an earlier one. And what binds
 * the counts of any answers binds those of the answers that came between.
 */
export function bindReleases(
  builder: SystemBuilder,
  before: EarlierRelease,
  after: ReleaseCounts,
): void {
  const merged = new Map<string, string[]>();
  for (const key of keysOf(before.counts)) {
    const later = `${after.release}|${renamed(key, before.merged)}`;
    merged.set(later, [...(merged.get(later) ?? []), `${before.counts.release}|${key}`]);
  }
  // Where no answer came between, every count is what it was.
  const none = before.counts.responses === after.responses;
  for (const [later, parts] of merged) {
    if (!builder.has(later)) continue;
    builder.came(later, parts);
    if (none) builder.known("equal", termsOf(later, parts));
    builder.atMost(parts, [later]);
  }
  for (const { sense, terms } of builder.relationsOf(`${after.release}|`)) {
    if (sense === "equal" || !terms.every(({ key }) => merged.has(key))) continue;
    const came = terms.flatMap(({ key, coefficient }) => [
      { key, coefficient },
      ...(merged.get(key) ?? []).map((part) => ({ key: part, coefficient: -coefficient })),
    ]);
    builder.known(sense, came);
  }
}

const termsOf = (whole: string, parts: readonly string[]) => [
  { key: whole, coefficient: -1 },
  ...parts.map((key) => ({ key, coefficient: 1 })),
];

/** The keys of a release's cells without its name, those that stand in no table too. */
function keysOf(counts: ReleaseCounts): string[] {
  const builder = systemBuilder();
  addRelease(builder, counts, () => "shown");
  return builder.build().cells.map(({ key }) => key.slice(counts.release.length + 1));
}

function renamed(key: string, merged: EarlierRelease["merged"]): string {
  return key.replace(/([^&|=]+)=([^&]*)$/u, (whole, axis: string, stratum: string) => {
    const name = merged?.[axis]?.[stratum];
    return name === undefined ? whole : `${axis}=${name}`;
  });
}
