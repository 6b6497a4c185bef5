import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { href } from "#app/routes.ts";
import { figuresByArticle } from "#db/queries/figures-by-article.ts";
import { type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let member: Awaited<ReturnType<TestSite["signIn"]>>;
let html: string;

beforeAll(async () => {
  site = await testSite("samples");
  member = await site.signIn("member");
  html = (await (await member.get(href("councilFigures"))).text()).replaceAll("<!-- -->", "");
});
afterAll(() => site.stop());

/** What stands under the article's heading, up to the next article. */
const sectionOf = (path: string) =>
  html.split(`id="${path}" aria-labelledby`)[1]?.split("</section>")[0] ?? "";

describe("the council's page of figures by article", () => {
  it("is the council's, and its desk leads to it", async () => {
    const refused = await site.visitor().get(href("councilFigures"));
    expect(refused.headers.get("Location")).toContain("/sign-in");
    expect(await (await member.get(href("council"))).text()).toContain(
      `href="${href("councilFigures")}"`,
    );
    expect(html).not.toContain("<script");
    expect(html).toContain("計算機で作った模擬の回答");
  });

  it("shows the question linked to an article with its sentence, chart and the way to its table", () => {
    const section = sectionOf("art-1");
    expect(section).toContain("公契約条例は必要だと思いますか。");
    expect(section).toContain('<span class="tag strong">根拠</span>　条例の必要性についての考え');
    expect(section).toMatch(/最も多かったのは|数を示している答えの中では/);
    expect(section).toContain('<svg class="chart-drawing" role="img"');
    expect(section).toMatch(/href="\/surveys\/r8-jigyosha\/releases\/[0-9]+#q18"/);
  });

  it("shows the questions that named an article when they were asked, but none twice", async () => {
    const found = await figuresByArticle(site.db, member.viewer);
    const bearing = found?.articles.filter(({ figures }) =>
      figures.some(({ ties }) => ties === "bears"),
    );
    expect(bearing?.length).toBeGreaterThan(0);
    for (const { path, figures } of found?.articles ?? []) {
      const names = figures.map(({ survey, question }) => `${survey.slug} ${question.name}`);
      expect(new Set(names).size, path).toBe(names.length);
      for (const { question } of figures) expect(sectionOf(path)).toContain(question.title);
    }
  });

  it("names the articles that no figure bears on", () => {
    expect(html).toContain("関わる調査結果のない条");
  });
});
