import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";

/** What waits for the secretariat, counted. */
export interface DeskState {
  /** Minutes written but not published. */
  minutesInHand: { meeting: number; version: number }[];
  /** Draft versions not yet public. */
  versionsInHand: { number: number; label: string; audience: "secretariat" | "members" }[];
  surveys: {
    slug: string;
    title: string;
    state: "preparing" | "open" | "closed";
    closesOn: string | null;
    invited: number;
    answered: number;
    released: boolean;
  }[];
  /** Comments of members without any disposition, and those still under consideration. */
  commentsWaiting: number;
  commentsConsidered: number;
  interimDraftsInHand: { number: number; title: string }[];
}

/** Gathers the state of the desk. For the secretariat. */
export async function deskState(db: Database): Promise<DeskState> {
  const [row] = await db.execute<{ state: DeskState }>(sql`
    select json_build_object(
      'minutesInHand', coalesce((
        select json_agg(json_build_object('meeting', m.number, 'version', v.version) order by m.number)
        from minutes_versions v join meetings m on m.id = v.meeting_id
        where v.audience = 'secretariat'), '[]'),
      'versionsInHand', coalesce((
        select json_agg(json_build_object('number', number, 'label', label, 'audience', audience) order by number)
        from draft_versions where audience <> 'public'), '[]'),
      'surveys', coalesce((
        select json_agg(json_build_object(
          'slug', s.slug, 'title', s.title, 'state', s.state, 'closesOn', s.closes_on,
          'invited', (select count(*) from firms f where f.survey_id = s.id),
          'answered', coalesce((select bit_count(p.spent) from survey_progress p where p.survey_id = s.id), 0),
          'released', exists (select 1 from releases r where r.survey_id = s.id)
        ) order by s.created_at desc)
        from surveys s), '[]'),
      'commentsWaiting', (
        select count(*) from comments c join accounts a on a.id = c.author_id
        where c.parent_id is null and a.role = 'member'
          and not exists (select 1 from dispositions d where d.comment_id = c.id)),
      'commentsConsidered', (
        select count(*) from comments c
        where (select d.kind from dispositions d where d.comment_id = c.id order by d.ordinal desc limit 1) = '検討中'),
      'interimDraftsInHand', coalesce((
        select json_agg(json_build_object('number', number, 'title', title) order by number)
        from interim_drafts where state = 'preparing'), '[]')
    ) as state`);
  if (!row) throw new Error("no row of the desk's state");
  return row.state;
}
