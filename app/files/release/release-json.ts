import { dataDictionary } from "./dictionary.ts";
import { type Explanation, releaseFacts, releaseMethod, verification } from "./explanations.ts";
import type { ReleaseDocument } from "./release-document.ts";

/**
 * A release as JSON with its data dictionary. `sha256` can be reckoned from the members `release`
 * and `crossings` (`publishedSha256`).
 */
export function releaseJson(document: ReleaseDocument): string {
  const { release, crossings, sha256 } = document;
  const named = ([name, words]: Explanation) => ({ name, words });
  const file = {
    format: "集計版とデータ辞書（JSON）　第2版",
    about: releaseFacts(document).map(named),
    method: releaseMethod(document).map(named),
    verification,
    sha256,
    dictionary: dataDictionary(release),
    release,
    crossings,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}
