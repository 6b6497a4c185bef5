import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "#app/domain/viewer.ts";
import { atomFeed } from "#app/files/atom.ts";
import { publicationKind, publicationPath } from "#app/http/publication-link.ts";
import { href } from "#app/routes.ts";
import { listPublications } from "#db/queries/publications.ts";

const newest = 50;

/** Before anything is published the feed is as old as the council. */
const beginning = new Date("2026-05-20T00:00:00+09:00");

/** The newest publications; every time in it is theirs, never the time of asking. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { origin } = context.environment;
  const publications = await listPublications(context.db, anyone, newest);
  const times = publications.map(({ at }) => at.getTime());
  const feed = atomFeed({
    title: "熟議（伊賀市 公共調達のあり方審議会）",
    selfUrl: origin + href("feed"),
    siteUrl: origin + href("home"),
    updated: times.length === 0 ? beginning : new Date(Math.max(...times)),
    entries: publications.map((publication) => ({
      id: `${origin}${href("feed")}#${publication.id}`,
      title: publication.isSample ? `【サンプル】${publication.title}` : publication.title,
      url: origin + publicationPath(publication),
      updated: publication.at,
      published: publication.at,
      summary: publication.summary,
      category: publicationKind(publication),
    })),
  });
  return new Response(feed, {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8" },
  });
}
