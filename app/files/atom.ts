import { xmlElement, xmlText } from "./xml.ts";

/** A feed of what is published. URLs are absolute. */
export interface AtomFeed {
  title: string;
  /** Where the feed itself is; also its permanent identifier. */
  selfUrl: string;
  /** The page the feed stands for. */
  siteUrl: string;
  updated: Date;
  entries: AtomEntry[];
}

/** One publication. */
export interface AtomEntry {
  /** An absolute URI that is this entry's alone for ever; it need not lead anywhere. */
  id: string;
  title: string;
  /** The page that shows it; several entries may lead to one page. */
  url: string;
  updated: Date;
  published?: Date;
  /** Plain text. */
  summary?: string;
  /** 「会議録」, 「条例案」, … */
  category?: string;
}

/** The feed as Atom 1.0 (RFC 4287); to be sent as application/atom+xml; charset=utf-8. */
export function atomFeed(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">',
    xmlElement("title", feed.title),
    xmlElement("id", feed.selfUrl),
    xmlElement("updated", feed.updated.toISOString()),
    `<link rel="self" type="application/atom+xml" href="${xmlText(feed.selfUrl)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(feed.siteUrl)}"/>`,
    `<author>${xmlElement("name", feed.title)}</author>`,
    ...feed.entries.map(entryXml),
    "</feed>",
    "",
  ].join("\n");
}

function entryXml({ id, title, url, updated, published, summary, category }: AtomEntry): string {
  return [
    "<entry>",
    xmlElement("title", title),
    xmlElement("id", id),
    `<link rel="alternate" type="text/html" href="${xmlText(url)}"/>`,
    xmlElement("updated", updated.toISOString()),
    published === undefined ? "" : xmlElement("published", published.toISOString()),
    category === undefined ? "" : `<category term="${xmlText(category)}"/>`,
    summary === undefined ? "" : xmlElement("summary", summary),
    "</entry>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}
