import type { ReleaseCounts } from "../disclosure/counted-tables.ts";
import type { ShownStrata } from "../disclosure/merge-strata.ts";
import type { Audit, EarlierProtected, ProtectedRelease } from "../disclosure/protect-release.ts";

/**
 * How a release was protected, as JSON: kept with it for the releases after it and never published
 * as such.
 */
export interface StoredProtection {
  /** Its counts by the strata as stored. */
  stored: ReleaseCounts;
  /** Its counts as shown. */
  counts: ReleaseCounts;
  shown: ShownStrata;
  hidden: string[];
  withheld: string[];
  audit: Audit;
  /** The tables of entries by dynamic panel, where they could be shown. */
  panels?: Record<string, StoredProtection>;
}

/** Earlier releases for `protectRelease`; of several with the same counts the first tells all. */
export function earlierProtected(earlier: readonly StoredProtection[]): EarlierProtected[] {
  return earlier
    .filter((one, at) => at === 0 || !sameCounts(one.stored, earlier[at - 1]?.stored))
    .map(({ stored, hidden, ...release }) => ({
      stored,
      release: { ...release, hidden: new Set(hidden) },
    }));
}

/** Whether two releases count the same, whatever their numbers. */
export function sameCounts(one: ReleaseCounts, other: ReleaseCounts | undefined): boolean {
  if (!other || one.responses !== other.responses) return false;
  const { release: _, known: __, ...first } = one;
  const { release: ___, known: ____, ...second } = other;
  return JSON.stringify(first) === JSON.stringify(second);
}

/** The protection of a release for another that counts the same. */
export function again(
  { counts, shown, hidden, withheld, audit }: StoredProtection,
  release: string,
): ProtectedRelease {
  return { counts: { ...counts, release }, shown, hidden: new Set(hidden), withheld, audit };
}
