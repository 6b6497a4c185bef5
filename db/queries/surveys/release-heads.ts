import { asc, desc, eq } from "drizzle-orm";
import type { ReleaseLabel } from "#app/domain/survey/release/published.ts";
import type { Database } from "#db/database.ts";
import { releases } from "#db/schema/index.ts";

/** The few words a release (集計版) is named by. Releases are public from the start. */
export interface ReleaseHead {
  id: string;
  surveyId: string;
  number: number;
  label: ReleaseLabel;
  /** YYYY-MM-DD: answers received by the end of this day are counted. */
  cutOff: string;
  /** Edition of the questionnaire by which it was counted. */
  edition: number;
  releasedAt: Date;
  /** Of the canonical JSON of what is published, in lower-case hexadecimal. */
  sha256: string;
  /** Finished answers counted. */
  responses: number;
  /** Firms asked. */
  invited: number;
  /** AAPOR RR1 in percent, one decimal; null when nobody was eligible. */
  responseRatePercent: number | null;
}

export const releaseHeadColumns = {
  id: releases.id,
  surveyId: releases.surveyId,
  number: releases.number,
  label: releases.label,
  cutOff: releases.cutOff,
  edition: releases.edition,
  releasedAt: releases.releasedAt,
  sha256: releases.sha256,
  responses: releases.responses,
  invited: releases.invited,
  responseRatePercent: releases.responseRatePercent,
};

/** The newest release of every survey (or of one), by the survey's identifier. */
export async function newestReleaseHeads(
  db: Database,
  surveyId?: string,
): Promise<Map<string, ReleaseHead>> {
  const rows = await db
    .selectDistinctOn([releases.surveyId], releaseHeadColumns)
    .from(releases)
    .where(surveyId === undefined ? undefined : eq(releases.surveyId, surveyId))
    .orderBy(asc(releases.surveyId), desc(releases.number));
  return new Map(rows.map((row) => [row.surveyId, row]));
}
