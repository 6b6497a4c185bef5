import { readFile } from "node:fs/promises";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { href } from "#app/routes.ts";
import { versionByNumber } from "#db/queries/versions.ts";
import { seedOrdinance } from "#db/seed/ordinance.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let secretariat: Person;
let member: Person;
let third: string;

const page = async (person: Person, path: string) => {
  const response = await person.get(path);
  return { status: response.status, html: (await response.text()).replaceAll("<!-- -->", "") };
};
const text = (html: string) => html.replace(/<[^>]*>/g, "");

/** The text of the newest sample with an article put in after 第5条, so that the rest moves on. */
function withArticleAdded(source: string): string {
  const [before = "", after = ""] = source.split("（適用範囲）\n第6条");
  const moved = `（適用範囲）\n第6条${after}`.replace(
    /^第(\d+)条/gm,
    (_, n) => `第${Number(n) + 1}条`,
  );
  return `${before}（市民への説明）\n第6条　市は、公契約の状況を市民に分かりやすく説明するものとする。\n\n${moved}`;
}

const newVersion = { label: "第3次案", note: "第8回会議に示す案です。" };

function upload(bytes: Uint8Array<ArrayBuffer>, fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", new File([bytes], "案.txt", { type: "text/plain" }));
  return form;
}

beforeAll(async () => {
  site = await testSite();
  await seedOrdinance(site.db);
  secretariat = await site.signIn("secretariat");
  member = await site.signIn("member");
  third = await readFile("content/ordinance/v3.txt", "utf8");
});
afterAll(() => site.stop());

describe("the public pages of the ordinance", () => {
  test("show the newest published version with contents, anchors and tables", async () => {
    const { status, html } = await page(site.anyone, href("ordinance"));
    expect(status).toBe(200);
    expect(html).toContain("<h1>伊賀市公契約条例（案）</h1>");
    expect(html).toContain('href="#art-8"');
    expect(html).toContain('id="art-8"');
    expect(html).toContain('id="art-14-p2-i6"');
    expect(text(html)).toContain("第8条　市は、公契約の締結後に賃金又は物価の水準に著しい変動が");
    expect(html).toMatch(/<th scope="col">勘案する額<\/th>/);
    expect(html).toContain("サンプル");
    expect(html).not.toContain("<script");
  });

  test("list every version and show each of them", async () => {
    const { html } = await page(site.anyone, href("ordinanceVersions"));
    for (const label of ["たたき台（第1版）", "第1次案（第2版）", "第2次案（第3版）"]) {
      expect(html).toContain(label);
    }
    const first = await page(site.anyone, href("ordinanceVersion", { version: 1 }));
    expect(text(first.html)).toContain("労働報酬下限額");
    expect((await page(site.anyone, href("ordinanceVersion", { version: 9 }))).status).toBe(404);
    expect((await page(site.anyone, "/ordinance/versions/abc")).status).toBe(404);
  });

  test("follow an article through its versions by its identity", async () => {
    const { html } = await page(site.anyone, href("ordinance"));
    const [, path = ""] = /<a href="([^"]*)">第11条の経緯<\/a>/.exec(html) ?? [];
    const history = await page(site.anyone, path);
    expect(history.html).toContain("第11条（小規模事業者への配慮）の経緯</h1>");
    const rows = text(history.html.replaceAll("</tr>", "\n"));
    expect(rows).toMatch(/第2次案（第3版） 第11条（小規模事業者への配慮）番号が変わりました/);
    expect(rows).toMatch(/第1次案（第2版） 第12条（小規模事業者への配慮）この版で設けられました/);
    expect(rows).not.toContain("たたき台");
    expect((await page(site.anyone, href("provision", { provision: 99_999 }))).status).toBe(404);
  });
});

describe("the comparison", () => {
  const compare = (query: string) => page(site.anyone, `${href("comparison")}?${query}`);

  test("is a table by the conventions, with the new side where it is wanted", async () => {
    const { html } = await compare("from=2&to=3");
    const heads = /<thead><tr>(.*?)<\/tr>/s.exec(html)?.[1] ?? "";
    expect(text(heads)).toBe("修正前案（第1次案）修正後案（第2次案）");
    const left = /<thead><tr>(.*?)<\/tr>/s.exec((await compare("from=2&to=3&new=left")).html)?.[1];
    expect(text(left ?? "")).toBe("修正後案（第2次案）修正前案（第1次案）");
    expect(html).toContain('<ins class="numeral">第15条</ins>');
    expect(html).toContain('<del class="numeral">第23条</del>');
    expect(html).toContain('<span class="note">（新設）</span>');
    expect(html).toContain('<span class="note">（削る）</span>');
    expect(text(html)).toContain("第2条～第5条　（略）");
    expect(text(html)).toContain("追加2条、削る1条");
    expect(html).toContain(
      "<ins>並びに労働者</ins><span>及び</span><ins>事業者が豊かさを実感することのできる</ins>",
    );
  });

  test("leaves out what did not change when asked to", async () => {
    const { html } = await compare("from=2&to=3&only=changed");
    expect(text(html)).not.toContain("第2条～第5条");
    const all = await compare("from=2&to=3&only=all");
    expect(text(all.html)).toContain("受注者等及び労働者の意見を聴くよう努めるものとする");
  });

  test("is one text with insertions and deletions", async () => {
    const { html } = await compare("from=1&to=2&view=text");
    expect(html).not.toContain("<table");
    expect(text(html)).toContain("［第11条から移動］");
    expect(html).toContain("<del>第11条</del><ins>第6条</ins>");
  });

  test("compares versions that do not follow each other by their identities", async () => {
    const { html } = await compare("from=1&to=3");
    expect(html).toContain('<del class="numeral">第11条</del>');
    expect(text(html)).toContain("（適用範囲）");
  });

  test("answers 404 for versions that are not there", async () => {
    expect((await compare("from=1&to=9")).status).toBe(404);
    expect((await compare("from=x&to=2")).status).toBe(404);
    expect(text((await compare("from=2&to=2")).html)).toContain("同じ版を選んでいます");
  });
});

describe("a new version", () => {
  test("is the secretariat's business", async () => {
    expect((await site.anyone.get(href("deskVersionNew"))).status).toBe(302);
    const refused = await page(member, href("deskVersionNew"));
    expect(refused.status).toBe(403);
    expect(refused.html).toContain("このページを見る権限がありません。");
    const posted = await member.post(href("deskVersionNew"), { ...newVersion, source: third });
    expect(posted.status).toBe(403);
  });

  test("that does not parse is told line by line, kept in the form and not stored", async () => {
    const source =
      "公契約条例\n（目的）\n第1条　この条例は、公契約に関し必要な事項を定める。\n第一 目的とする。\n(2)　号です。\n";
    const response = await secretariat.post(href("deskVersionNew"), { ...newVersion, source });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(text(html)).toMatch(/[45]行目 \d+文字目：/);
    expect(html).toContain("第一 目的とする。");
    expect(html).toContain('value="第3次案"');
    expect(
      await versionByNumber(site.db, { kind: "secretariat", accountId: "", name: "" }, 4),
    ).toBe(undefined);
  });

  test("needs a label, a note and a text", async () => {
    const response = await secretariat.post(href("deskVersionNew"), {
      label: " ",
      note: "",
      source: "",
    });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toContain("案の名前を入力してください。");
    expect(html).toContain("説明を入力してください。");
    const empty = await secretariat.post(href("deskVersionNew"), { ...newVersion, source: "" });
    expect(await empty.text()).toContain("条例の本文を貼り付けるか、ファイルを選んで");
  });

  test("may not be a Word document that is damaged", async () => {
    const word = upload(new Uint8Array([0x50, 0x4b, 3, 4, 20]), { ...newVersion, source: "" });
    const response = await secretariat.post(href("deskVersionNew"), word);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Wordの文書（.docx）として読めません。");
  });

  test("is read from a CP932 file, aligned, corrected, shown to members, then to all", async () => {
    const bytes = new Uint8Array(iconv.encode(withArticleAdded(third), "cp932"));
    const stored = await secretariat.post(
      href("deskVersionNew"),
      upload(bytes, { ...newVersion, source: "" }),
    );
    const desk = href("deskVersion", { version: 4 });
    expect([stored.status, stored.headers.get("Location")]).toEqual([303, desk]);
    const { html } = await page(secretariat, desk);
    const row = html.split("<tr>").find((each) => each.includes("第7条（適用範囲）</th>")) ?? "";
    expect(row).toContain("<td>第6条（適用範囲）</td>");

    // Nobody else sees it, and no second draft begins.
    for (const person of [site.anyone, member]) {
      expect((await person.get(href("ordinanceVersion", { version: 4 }))).status).toBe(404);
      expect((await page(person, `${href("comparison")}?from=3&to=4`)).status).toBe(404);
    }
    const second = await secretariat.post(href("deskVersionNew"), { ...newVersion, source: third });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain("第4版がまだ公開されていません。");

    // By hand: the new article is what 第6条 was.
    const twice = { intent: "match", "match:art-6": "same:art-6", "match:art-7": "same:art-6" };
    const refused = await secretariat.post(desk, twice);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("前の版の第6条（適用範囲）は、ほかの条でも選ばれて");
    const unknown = await secretariat.post(desk, { intent: "match", "match:art-6": "same:art-99" });
    expect(unknown.status).toBe(400);
    const decided = await secretariat.post(desk, { intent: "match", "match:art-6": "added" });
    expect(decided.status).toBe(303);
    expect((await page(secretariat, desk)).html).toContain("手で決めました");

    expect((await secretariat.post(desk, { intent: "members" })).status).toBe(303);
    expect((await member.get(href("ordinanceVersion", { version: 4 }))).status).toBe(200);
    expect((await site.anyone.get(href("ordinanceVersion", { version: 4 }))).status).toBe(404);
    const again = await secretariat.post(desk, { intent: "members" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("すでに委員に公開されています。");
    const rewritten = await secretariat.post(desk, {
      intent: "text",
      ...newVersion,
      source: third,
    });
    expect(rewritten.status).toBe(409);
    expect(await rewritten.text()).toContain("公開した案は変えられません。");

    expect((await secretariat.post(desk, { intent: "public" })).status).toBe(303);
    const twiceOut = await secretariat.post(desk, { intent: "public" });
    expect(twiceOut.status).toBe(409);
    expect(await twiceOut.text()).toContain("すでに公表されています。");
    expect(text((await page(site.anyone, href("ordinance"))).html)).toContain(
      "第6条　市は、公契約の状況を市民に分かりやすく説明するものとする。",
    );
  });
});
