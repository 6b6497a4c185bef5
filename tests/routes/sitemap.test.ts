import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routeOf } from "#app/routes.ts";
import { origin, type TestSite, testSite } from "#tests/support/site.ts";
import { childrenNamed, readXml } from "#tests/support/xml.ts";

let site: TestSite;
beforeAll(async () => {
  site = await testSite("samples");
});
afterAll(() => site.stop());

async function sitemapPaths(of = site): Promise<string[]> {
  const response = await of.visitor().get("/sitemap.xml");
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("application/xml; charset=utf-8");
  return childrenNamed(readXml(await response.text()), "url").map((page) => {
    const address = childrenNamed(page, "loc")[0]?.text ?? "";
    expect(address.startsWith(`${origin}/`), address).toBe(true);
    return address.slice(origin.length);
  });
}

/** The addresses on this site that a page links to, without their fragments. */
function linksIn(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].flatMap(([, href = ""]) => {
    const url = new URL(href.replaceAll("&amp;", "&"), origin);
    return url.origin === origin ? [url.pathname + url.search] : [];
  });
}

describe("the sitemap", () => {
  test("lists each kind of public page, each page once", async () => {
    const paths = await sitemapPaths();
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of [
      "/",
      "/meetings",
      "/meetings/4",
      "/meetings/4/versions/1",
      "/meetings/4/versions/2",
      "/meetings/1/utterances/1",
      "/ordinance",
      "/ordinance/versions",
      "/ordinance/versions/3",
      "/ordinance/comparison",
      "/ordinance/comparison?from=2&to=3",
      "/surveys/r8-jigyosha",
      "/surveys/r8-jigyosha/releases/1",
      "/surveys/r8-jigyosha/releases/2",
      "/surveys/r8-tsuika",
      "/interim-drafts",
      "/interim-drafts/1",
      "/goals",
      "/about",
      "/accessibility",
    ]) {
      expect(paths).toContain(path);
    }
    const names = new Set(paths.map((path) => routeOf(new URL(path, origin).pathname)?.name));
    expect(names).toContain("paper");
    expect(names).toContain("provision");
    expect(names).not.toContain("feed");
  });

  test("is read whole by a visitor: every page of it, and every link on them, is there", async () => {
    const visitor = site.visitor();
    const paths = await sitemapPaths();
    const listed = new Set(paths);
    const linked = new Map<string, string>();
    for (const path of paths) {
      const response = await visitor.get(path);
      expect(response.status, path).toBe(200);
      if (!response.headers.get("Content-Type")?.startsWith("text/html")) continue;
      const html = await response.text();
      expect(html.includes("<script"), `${path} loads a script`).toBe(false);
      for (const link of linksIn(html)) if (!linked.has(link)) linked.set(link, path);
    }
    for (const [link, from] of linked) {
      if (listed.has(link)) continue;
      const response = await visitor.get(link);
      expect(response.status, `${link}, linked from ${from}`).toBe(200);
      await response.body?.cancel();
    }
  });

  test("lists nothing that only members may see", async () => {
    const { sql } = site.database;
    const closed = await sql<{ meeting: number; number: number }[]>`
      select m.number as meeting, u.number from utterances u
      join meetings m on m.id = u.meeting_id where u.closed`;
    const papers = await sql<{ id: string }[]>`select id from papers where audience <> 'public'`;
    const paths = await sitemapPaths();
    expect(closed.length).toBeGreaterThan(0);
    expect(papers.length).toBeGreaterThan(0);
    for (const { meeting, number } of closed) {
      expect(paths).not.toContain(`/meetings/${meeting}/utterances/${number}`);
    }
    for (const { id } of papers) expect(paths).not.toContain(`/papers/${id}`);
  });

  test("lists the fixed pages alone while nothing is published", async () => {
    const empty = await testSite();
    const paths = await sitemapPaths(empty);
    expect(paths).toContain("/goals");
    expect(paths.filter((path) => /\d/.test(path))).toEqual([]);
    await empty.stop();
  });
});
