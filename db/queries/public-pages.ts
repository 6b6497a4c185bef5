import { asc, eq, ne } from "drizzle-orm";
import { anyone } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { papers, releases, surveys } from "#db/schema/index.ts";
import { listPublishedDrafts } from "./interim-drafts/published.ts";
import { listMeetingAddresses, type MeetingAddresses } from "./meeting-addresses.ts";
import { listProvisionNumbers } from "./provisions.ts";
import { listVersions } from "./versions.ts";

/** Whatever has a page of its own that anyone may see, by what its address is made of. */
export interface PublicPages {
  meetings: MeetingAddresses[];
  papers: string[];
  /** Public versions of the draft ordinance, oldest first. */
  versions: number[];
  provisions: number[];
  surveys: { slug: string; releases: number[] }[];
  interimDrafts: number[];
}

/** Lists the public pages: for the sitemap. */
export async function publicPages(db: Database): Promise<PublicPages> {
  const [meetings, publicPapers, versions, provisions, asked, drafts] = await Promise.all([
    listMeetingAddresses(db, anyone),
    db
      .select({ id: papers.id })
      .from(papers)
      .where(eq(papers.audience, "public"))
      .orderBy(asc(papers.createdAt), asc(papers.id)),
    listVersions(db, anyone),
    listProvisionNumbers(db, anyone),
    db
      .select({ slug: surveys.slug, release: releases.number })
      .from(surveys)
      .leftJoin(releases, eq(releases.surveyId, surveys.id))
      .where(ne(surveys.state, "preparing"))
      .orderBy(asc(surveys.openedAt), asc(surveys.slug), asc(releases.number)),
    listPublishedDrafts(db, anyone),
  ]);
  const bySlug = new Map<string, number[]>();
  for (const { slug, release } of asked) {
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), ...(release === null ? [] : [release])]);
  }
  return {
    meetings,
    papers: publicPapers.map(({ id }) => id),
    versions: versions.map(({ number }) => number).reverse(),
    provisions,
    surveys: [...bySlug].map(([slug, numbers]) => ({ slug, releases: numbers })),
    interimDrafts: drafts.map(({ number }) => number),
  };
}
