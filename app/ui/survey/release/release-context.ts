import { hiddenReason } from "#app/domain/survey/release/hidden-words.ts";
import type { PublishedRelease } from "#app/domain/survey/release/published.ts";

/** What every part of a release's pages needs to know of the release. */
export interface ReleaseContext {
  slug: string;
  number: number;
  threshold: number;
  /** Why a count is hidden, in a sentence. */
  reason: string;
  simulated: boolean;
  axes: PublishedRelease["axes"];
}

/** The context of a release; `isSimulated` says that its answers were made by a computer. */
export function releaseContext(
  { survey, number, threshold, axes }: PublishedRelease,
  { isSimulated }: { isSimulated: boolean },
): ReleaseContext {
  return {
    slug: survey,
    number,
    threshold,
    reason: hiddenReason(threshold),
    simulated: isSimulated,
    axes,
  };
}
