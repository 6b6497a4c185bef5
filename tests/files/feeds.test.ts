import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AtomFeed, atomFeed } from "#app/files/atom.ts";
import { sitemap } from "#app/files/sitemap.ts";
import { childrenNamed, readXml } from "#tests/support/xml.ts";

const feed: AtomFeed = {
  title: "熟議　公開のお知らせ",
  selfUrl: "https://jukugi.example.jp/feed.xml",
  siteUrl: "https://jukugi.example.jp/",
  updated: new Date("2026-12-09T01:00:00Z"),
  entries: [
    {
      id: "https://jukugi.example.jp/feed.xml#7",
      title: "第3回 会議録 <訂正> & 「資料」",
      url: "https://jukugi.example.jp/meetings/3?a=1&b=2",
      updated: new Date("2026-12-09T01:00:00Z"),
      published: new Date("2026-08-01T01:00:00Z"),
      summary: '委員A　「"負担"は<重い>」',
      category: "会議録",
    },
  ],
};

describe("the Atom feed", () => {
  it("reads back with its titles, links and times", () => {
    const root = readXml(atomFeed(feed));
    expect(root.name).toBe("feed");
    expect(childrenNamed(root, "title")[0]?.text).toBe("熟議　公開のお知らせ");
    expect(childrenNamed(root, "updated")[0]?.text).toBe("2026-12-09T01:00:00.000Z");
    expect(childrenNamed(root, "link").map(({ attributes }) => attributes.rel)).toEqual([
      "self",
      "alternate",
    ]);
    const [entry] = childrenNamed(root, "entry");
    if (!entry) throw new Error("the entry is missing");
    expect(childrenNamed(entry, "title")[0]?.text).toBe("第3回 会議録 <訂正> & 「資料」");
    expect(childrenNamed(entry, "link")[0]?.attributes.href).toBe(
      "https://jukugi.example.jp/meetings/3?a=1&b=2",
    );
    expect(childrenNamed(entry, "id")[0]?.text).toBe("https://jukugi.example.jp/feed.xml#7");
    expect(childrenNamed(entry, "summary")[0]?.text).toBe('委員A　「"負担"は<重い>」');
    expect(childrenNamed(entry, "category")[0]?.attributes.term).toBe("会議録");
  });

  it("has what RFC 4287 demands: id, title, updated and an author, also with no entries", () => {
    const root = readXml(atomFeed({ ...feed, entries: [] }));
    for (const name of ["id", "title", "updated", "author"]) {
      expect(childrenNamed(root, name), name).toHaveLength(1);
    }
  });

  it("stays well-formed whatever a title holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const [entry] = feed.entries;
        if (!entry) return;
        const root = readXml(
          atomFeed({ ...feed, entries: [{ ...entry, title, category: title }] }),
        );
        expect(childrenNamed(root, "entry")).toHaveLength(1);
      }),
    );
  });

  it("gives every printable text back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (title) => {
        const root = readXml(atomFeed({ ...feed, title }));
        expect(childrenNamed(root, "title")[0]?.text).toBe(title);
      }),
    );
  });
});

describe("the sitemap", () => {
  it("lists each page with its address and day", () => {
    const root = readXml(
      sitemap([
        { url: "https://jukugi.example.jp/?a=1&b=<2>", updated: new Date("2026-12-09T01:00:00Z") },
        { url: "https://jukugi.example.jp/meetings" },
      ]),
    );
    expect(root.name).toBe("urlset");
    const pages = childrenNamed(root, "url");
    expect(pages.map((page) => childrenNamed(page, "loc")[0]?.text)).toEqual([
      "https://jukugi.example.jp/?a=1&b=<2>",
      "https://jukugi.example.jp/meetings",
    ]);
    expect(pages.map((page) => childrenNamed(page, "lastmod").length)).toEqual([1, 0]);
  });

  it("refuses more pages than a sitemap may list", () => {
    const page = { url: "https://jukugi.example.jp/" };
    expect(() => sitemap(Array.from({ length: 50_001 }, () => page))).toThrow(RangeError);
  });
});
