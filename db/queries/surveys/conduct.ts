import { sql } from "drizzle-orm";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";

/** How the conduct of a survey stands, in numbers; nothing of any answer. */
export interface SurveyConduct {
  /** The day of the last reminder, "YYYY-MM-DD" in Japan. */
  remindedOn: string | null;
  /** Firms whose letter came back. */
  returned: number;
  /** Firms whose answer came on paper. */
  onPaper: number;
  /** Paper answers that one person has keyed in so far, and those whose two keyings differ. */
  keyedOnce: number;
  keyedTwice: number;
  /** Answers that came second from their firm and do not count. */
  doubles: number;
}

const nothing: SurveyConduct = {
  remindedOn: null,
  returned: 0,
  onPaper: 0,
  keyedOnce: 0,
  keyedTwice: 0,
  doubles: 0,
};

/** Counts what the desk shows of a survey; nothing but zeros for all but the secretariat. */
export async function conductOf(
  db: Database,
  viewer: Viewer,
  surveyId: string,
): Promise<SurveyConduct> {
  if (viewer.kind !== "secretariat") return nothing;
  const [row] = await db.execute<{ conduct: SurveyConduct }>(sql`
    with keyed as (
      select count(*) as times from paper_keyings where survey_id = ${surveyId} group by invitation_id
    )
    select json_build_object(
      'remindedOn', (
        select to_char(max(created_at) at time zone 'Asia/Tokyo', 'YYYY-MM-DD')
        from mailings where survey_id = ${surveyId} and kind = 'reminder'),
      'returned', (
        select count(*) from firms where survey_id = ${surveyId} and returned_on is not null),
      'onPaper', coalesce((
        select bit_count(on_paper) from survey_progress where survey_id = ${surveyId}), 0),
      'keyedOnce', (select count(*) from keyed where times = 1),
      'keyedTwice', (select count(*) from keyed where times > 1),
      'doubles', (select count(*) from double_answers where survey_id = ${surveyId})
    ) as conduct`);
  return row?.conduct ?? nothing;
}
