import { sql } from "drizzle-orm";
import type { RoadFacts } from "#app/domain/calendar/index.ts";
import type { ProgressFacts } from "#app/domain/goal-sheet/index.ts";
import type { Database } from "#db/database.ts";

/** What the platform has published so far, counted for goal 3 and for the road on the home page. */
export type PublishedFacts = ProgressFacts & RoadFacts;

type Row = {
  today: string;
  meetings_held: number;
  first_meeting_on: string | null;
  minutes_published: number;
  surveys_released: number;
  survey_released_on: string | null;
  responses: number;
  invited: number;
  versions_published: number;
  comments_answered: number;
  interim_draft_published_on: string | null;
  has_samples: boolean;
  is_simulated: boolean;
};

/** Counts only what anyone may see, so the figures are the same for every viewer. */
export async function publishedFacts(db: Database): Promise<PublishedFacts> {
  const [row] = await db.execute<Row>(sql`
    with shown as (
      select distinct survey_id from releases
    ), day as (
      select (now() at time zone 'Asia/Tokyo')::date as today
    )
    select
      day.today::text as today,
      (select count(*)::int from meetings where held_on <= day.today) as meetings_held,
      (select min(held_on)::text from meetings) as first_meeting_on,
      (select count(distinct meeting_id)::int from minutes_versions where audience = 'public') as minutes_published,
      (select count(*)::int from shown) as surveys_released,
      (select min(released_at at time zone 'Asia/Tokyo')::date::text from releases) as survey_released_on,
      (select count(*)::int from responses where survey_id in (select survey_id from shown)) as responses,
      (select count(*)::int from firms where survey_id in (select survey_id from shown)) as invited,
      (select count(*)::int from draft_versions where audience = 'public') as versions_published,
      (select count(distinct comment_id)::int from dispositions) as comments_answered,
      (select min(published_at at time zone 'Asia/Tokyo')::date::text from interim_drafts where state = 'published')
        as interim_draft_published_on,
      (exists (select from meetings where is_sample and held_on <= day.today)
        or exists (select from surveys where is_sample and id in (select survey_id from shown))
        or exists (select from draft_versions where is_sample and audience = 'public')
        or exists (select from interim_drafts where is_sample and state = 'published')) as has_samples,
      exists (select from surveys where is_simulated and id in (select survey_id from shown))
        as is_simulated
    from day`);
  if (!row) throw new Error("no row of facts");
  return {
    today: row.today,
    meetingsHeld: row.meetings_held,
    minutesPublished: row.minutes_published,
    surveysReleased: row.surveys_released,
    responses: row.responses,
    invited: row.invited,
    versionsPublished: row.versions_published,
    commentsAnswered: row.comments_answered,
    hasSamples: row.has_samples,
    isSimulated: row.is_simulated,
    ...(row.first_meeting_on ? { firstMeetingOn: row.first_meeting_on } : {}),
    ...(row.survey_released_on ? { surveyReleasedOn: row.survey_released_on } : {}),
    ...(row.interim_draft_published_on
      ? { interimDraftPublishedOn: row.interim_draft_published_on }
      : {}),
  };
}
