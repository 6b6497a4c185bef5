import type { PublishedCrossing, PublishedRelease } from "#app/domain/survey/release/published.ts";

/** All that the files of a release are made of. Plain JSON, so that a thread can be given it. */
export interface ReleaseDocument {
  survey: { slug: string; title: string; isSample: boolean; isSimulated: boolean };
  release: PublishedRelease;
  /** By "q5|q7": rows, then columns. */
  crossings: Record<string, PublishedCrossing>;
  /** The day of publication, YYYY-MM-DD in Japan. */
  releasedOn: string;
  /** Hash of the release, as its page shows it. */
  sha256: string;
  /** The release's page, with host. */
  url: string;
}

/** What every figure of a sample carries with it; "" for what is none. */
export function remarkOf({ isSample, isSimulated }: ReleaseDocument["survey"]): string {
  if (isSimulated) return "サンプル・模擬回答";
  return isSample ? "サンプル" : "";
}

/** 集計版2（確報）. */
export function nameOf({ release }: Pick<ReleaseDocument, "release">): string {
  return `集計版${release.number}（${release.label}）`;
}

/** The name a file of the release is saved under, without its extension. */
export function fileNameOf({
  survey,
  release,
}: {
  survey: Pick<ReleaseDocument["survey"], "slug">;
  release: Pick<ReleaseDocument["release"], "number" | "label">;
}): string {
  return `${survey.slug}_集計版${release.number}_${release.label}`;
}
