import type { PublishedRelease, PublishedVariable } from "#app/domain/survey/release/published.ts";
import type { Database } from "#db/database.ts";
import { releases } from "#db/schema/index.ts";
import { sampleReleaseDocument } from "./release-document.ts";

/** The SHA-256 under which the release below is stored. */
export const hiddenReleaseSha256 = "c0".repeat(32);

/**
 * Stores a release of a closed survey of the small questionnaire: of 賃金を引き上げましたか。 the
 * number of 引き上げた is shown (38 of 40); that of 変えていない and of 無回答 is hidden.
 */
export async function storeHiddenRelease(
  db: Database,
  { surveyId, slug }: { surveyId: string; slug: string },
): Promise<void> {
  const variable: PublishedVariable = {
    ...{ id: "raised", part: null, kind: "choice", answers: "one", counts: "firms" },
    ...{ n: 40, noAnswer: null, notApplicable: 0, ends: null, summary: null, byStratum: [] },
    rows: [
      { key: "yes", text: "引き上げた", count: 38, percent: 95, weighted: null },
      { key: "no", text: "変えていない", count: null, percent: null, weighted: null },
    ],
  };
  const published: PublishedRelease = {
    ...sampleReleaseDocument().release,
    ...{ survey: slug, number: 1, label: "確報", threshold: 3, crossings: [] },
    questions: [
      {
        ...{ name: "raised", number: 1, title: "賃金を引き上げましたか。", type: "radiogroup" },
        ...{ articles: [], variables: [variable], texts: null },
      },
    ],
  };
  await db.insert(releases).values({
    ...{ surveyId, number: 1, label: "確報", cutOff: "2026-11-01", edition: 1 },
    ...{ responses: 40, invited: 60, responseRatePercent: 66.7, published, crossings: {} },
    sha256: hiddenReleaseSha256,
  });
}
