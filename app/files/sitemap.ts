import { xmlElement } from "./xml.ts";

/** One public page; `url` is absolute. */
export interface SitemapPage {
  url: string;
  updated?: Date;
}

/** The most pages that one file may list (sitemaps.org). */
export const mostSitemapPages = 50_000;

/** The pages as sitemap.xml; to be sent as application/xml. Throws beyond mostSitemapPages. */
export function sitemap(pages: readonly SitemapPage[]): string {
  if (pages.length > mostSitemapPages) {
    throw new RangeError(`a sitemap lists at most ${mostSitemapPages} pages, not ${pages.length}`);
  }
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages.map(({ url, updated }) => {
      const when = updated === undefined ? "" : xmlElement("lastmod", updated.toISOString());
      return `<url>${xmlElement("loc", url)}${when}</url>`;
    }),
    "</urlset>",
    "",
  ].join("\n");
}
