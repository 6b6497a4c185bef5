import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { href } from "#app/routes.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let clerk: Person;
let member: Person;
beforeAll(async () => {
  site = await testSite("samples");
  clerk = await site.signIn("secretariat");
  member = await site.signIn("member");
});
afterAll(() => site.stop());

/** The HTML of an answer without the comments by which React parts texts. */
const htmlOf = async (response: Response) => (await response.text()).replaceAll("<!-- -->", "");
const see = async (path: string, person: Person = site.visitor()) => {
  const response = await person.get(path);
  return { status: response.status, html: await htmlOf(response) };
};
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const first = href("interimDraft", { number: 1 });
const desk = href("deskInterimDrafts");
const entry = {
  title: "公契約条例　中間案",
  statusText: "審議の途中の案です。",
  introduction: "これまでの**審議**をまとめました。",
  version: "3",
};

/** What stands between two headings of a page. */
const between = (html: string, from: string, to: string) =>
  html.slice(html.indexOf(`id="${from}"`), html.indexOf(`id="${to}"`));

/** The fields of a form as a browser would send them. */
function fieldsOf(html: string): Record<string, string> {
  const plain = (text: string) =>
    text
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&#x27;/g, "'")
      .replace(/&amp;/g, "&");
  const fields: Record<string, string> = {};
  const main = html.slice(html.indexOf("<main"));
  for (const [tag] of main.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name) fields[name] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  for (const [, tag = "", text = ""] of main.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name) fields[name] = plain(text).replace(/^\n/, "");
  }
  const [, option = ""] = /<option[^>]*value="([^"]*)"[^>]*selected/.exec(main) ?? [];
  return { ...fields, version: option };
}

describe("a published interim draft", () => {
  test("shows the figure beside its clause, with n, release and what it is worth", async () => {
    const { status, html } = await see(first);
    expect(status).toBe(200);
    const article = between(html, "art-6", "art-7");
    expect(article).toContain("第6条");
    expect(article).toContain("当該契約が特定公契約である旨を明示しなければならない");
    expect(article).toMatch(
      /「賃金の下限額を定めるとした場合、[^」]+」の結果：答えた228者のうち、最も多かったのは/,
    );
    expect(article).toContain("n＝228");
    expect(article).toContain("模擬回答");
    expect(article).toContain('href="/surveys/r8-jigyosha/releases/2#q20"');
    expect(article).toMatch(/href="\/meetings\/2\/utterances\/\d+"/);
    expect(article).toContain("一部反映");
    expect(article).toMatch(/<ins>[^<]*第12条を除く/);
  });

  test("is marked as a sample, dated in the Japanese calendar, and loads no script", async () => {
    const { html } = await see(first);
    expect(html).toContain("サンプル");
    expect(html).toContain("令和8年11月20日");
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<form");
  });

  test("names nobody who commented", async () => {
    const { html } = await see(first);
    for (const [table] of html.matchAll(/<table class="comment-table">[\s\S]*?<\/table>/g)) {
      expect(table).not.toMatch(/委員[A-ZＡ-Ｚ]|会長/);
    }
  });

  test("can be checked by anyone: the files have the SHA-256 that the page tells", async () => {
    const { html } = await see(first);
    const [own = ""] = /<dl class="draft-hashes">[\s\S]*?<\/dl>/.exec(html) ?? [];
    const [whole, text] = [...own.matchAll(/<code>([0-9a-f]{64})<\/code>/g)].map(([, sha]) => sha);
    const files = [
      { address: href("interimDraftJson", { number: 1 }), sha: whole, type: "application/json" },
      { address: href("interimDraftText", { number: 1 }), sha: text, type: "text/plain" },
    ];
    for (const { address, sha, type } of files) {
      expect(html).toContain(`href="${address}"`);
      const response = await site.visitor().get(address);
      expect(response.headers.get("Content-Type")).toContain(type);
      expect(sha256(new Uint8Array(await response.arrayBuffer()))).toBe(sha);
    }
  });

  test("has a PDF that carries the same figures, utterances and hashes", async () => {
    const response = await site.visitor().get(href("interimDraftPdf", { number: 1 }));
    expect(response.headers.get("Content-Type")).toBe("application/pdf");
    expect(response.headers.get("Content-Disposition")).toMatch(/^inline; filename=".+\.pdf"$/);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get("ETag")).toBe(`"${sha256(bytes)}"`);
    const { text, links } = await readPdf(bytes);
    const { html } = await see(first);
    for (const [, sha = ""] of html.matchAll(/<code>([0-9a-f]{64})<\/code>/g)) {
      expect(text).toContain(sha);
    }
    const sentences = [...html.matchAll(/<p>(「[^<]*」の結果：[^<]*模擬回答）。)<\/p>/g)];
    expect(sentences.length).toBeGreaterThan(5);
    for (const [, sentence = ""] of sentences) expect(text).toContain(squeezed(sentence));
    const json = await (await site.visitor().get(href("interimDraftJson", { number: 1 }))).text();
    const digests = [...json.matchAll(/"(?:releaseSha256|sha256)":"([0-9a-f]{64})"/g)];
    expect(digests.length).toBeGreaterThan(10);
    for (const [, sha = ""] of digests) expect(text).toContain(sha);
    expect(links).toContain("http://127.0.0.1/surveys/r8-jigyosha/releases/2#q20");
  });

  test("is not sent again to whom has it", async () => {
    for (const name of ["interimDraftPdf", "interimDraftJson", "interimDraftText"] as const) {
      const address = href(name, { number: 1 });
      const etag = (await site.visitor().get(address)).headers.get("ETag") ?? "";
      const again = await site.visitor().get(address, { "If-None-Match": etag });
      expect(again.status).toBe(304);
    }
  });

  test("is listed; where there is none, the list says when one is expected", async () => {
    expect((await see(href("interimDrafts"))).html).toContain(`href="${first}"`);
    const empty = await testSite();
    const html = await htmlOf(await empty.visitor().get(href("interimDrafts")));
    expect(html).toContain("令和9年2月（R9.2）に公表する予定です");
    await empty.stop();
  });

  test("is not found under another number", async () => {
    for (const number of [2, 0, 100_000, "abc"]) {
      for (const name of ["interimDraft", "interimDraftPdf", "interimDraftJson"] as const) {
        expect((await see(href(name, { number }))).status).toBe(404);
      }
    }
  });
});

describe("the secretariat's pages of interim drafts", () => {
  const pages = [
    desk,
    href("deskInterimDraft", { number: 1 }),
    href("deskInterimDraftPreview", { number: 1 }),
    href("deskInterimDraftPdf", { number: 1 }),
  ];

  test("are for the secretariat alone", async () => {
    for (const page of pages) {
      const sent = await site.visitor().get(page);
      expect([sent.status, sent.headers.get("Location")?.split("?")[0]]).toEqual([302, "/sign-in"]);
      expect((await member.get(page)).status).toBe(403);
      if (page === pages[3]) continue;
      expect((await member.post(page, entry)).status).toBe(403);
    }
  });

  test("refuse what does not fit with its place, keep what was typed, and store nothing", async () => {
    const bad = {
      ...entry,
      title: "",
      introduction: "一行目\n<script>alert(1)</script>",
    };
    const response = await clerk.post(desk, bad);
    expect(response.status).toBe(400);
    const html = await htmlOf(response);
    expect(html).toContain("題名を入力してください。");
    expect(html).toContain("審議の途中の案です。");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    const scripted = await clerk.post(desk, { ...bad, title: "題名" });
    expect(await htmlOf(scripted)).toMatch(/はじめにの2行目 1文字目：/);
    const missing = await clerk.post(desk, { ...entry, version: "99" });
    expect(missing.status).toBe(400);
    expect(await htmlOf(missing)).toContain("その版は公表されていません");
    expect((await see(href("deskInterimDraft", { number: 2 }), clerk)).status).toBe(404);
  });

  test("begin a draft that nobody else sees", async () => {
    const begun = await clerk.post(desk, entry);
    expect(begun.headers.get("Location")).toBe(href("deskInterimDraft", { number: 2 }));
    expect((await see(href("interimDraft", { number: 2 }))).status).toBe(404);
    const second = await clerk.post(desk, entry);
    expect(second.status).toBe(409);
    expect(await htmlOf(second)).toContain("第2号を準備しています");
  });

  test("show what stands at each article and keep commentaries as typed", async () => {
    const page = href("deskInterimDraft", { number: 2 });
    const { html } = await see(page, clerk);
    expect(html).toMatch(/第6条の根拠　数値2件・発言2件/);
    expect(html).toMatch(/第6条への意見　2件/);
    const fields = fieldsOf(html);
    const [name = ""] = Object.keys(fields).filter((field) => field.startsWith("commentary-"));
    const bad = { ...fields, [name]: "よい文。\n\n<img src=x onerror=alert(1)>" };
    const refused = await clerk.post(page, bad);
    expect(refused.status).toBe(400);
    const told = await htmlOf(refused);
    expect(told).toMatch(/の解説の3行目 12文字目：onerror/);
    expect(fieldsOf(told)[name]).toBe(bad[name]);
    expect(fieldsOf((await see(page, clerk)).html)).toEqual(fields);
    const good = { ...fields, [name]: "「<」は小なりです。\n二行目" };
    expect((await clerk.post(page, good)).status).toBe(303);
    expect(fieldsOf((await see(page, clerk)).html)[name]).toBe(good[name]);
    const late = await clerk.post(page, good);
    expect(late.status).toBe(409);
    expect(await htmlOf(late)).toContain("ほかの人が先に保存しました");
  });

  test("preview exactly what will be public, page and PDF", async () => {
    const preview = href("deskInterimDraftPreview", { number: 2 });
    const before = await see(preview, clerk);
    expect(before.html).toContain("公表前の確認用");
    expect(before.html).not.toContain("<script");
    const pdf = await clerk.get(href("deskInterimDraftPdf", { number: 2 }));
    const previewed = sha256(new Uint8Array(await pdf.arrayBuffer()));

    const changed = await clerk.post(preview, { sha256: "0".repeat(64) });
    expect(changed.status).toBe(409);
    expect(await htmlOf(changed)).toContain("確認していた間に内容が変わった");
    expect((await see(href("interimDraft", { number: 2 }))).status).toBe(404);

    const published = await clerk.post(preview, fieldsOf(before.html));
    expect(published.headers.get("Location")).toBe(href("interimDraft", { number: 2 }));
    const after = await see(href("interimDraft", { number: 2 }));
    expect(after.status).toBe(200);
    const body = (html: string) => between(html, "introduction", "verification");
    expect(body(after.html).length).toBeGreaterThan(50_000);
    expect(body(after.html)).toBe(body(before.html));
    const file = await site.visitor().get(href("interimDraftPdf", { number: 2 }));
    expect(sha256(new Uint8Array(await file.arrayBuffer()))).toBe(previewed);
  });

  test("do not publish twice, and change nothing that is published", async () => {
    const again = await clerk.post(href("deskInterimDraftPreview", { number: 2 }), { sha256: "" });
    expect(again.status).toBe(409);
    expect(await htmlOf(again)).toContain("すでに公表されています");
    const shown = await clerk.get(href("deskInterimDraftPreview", { number: 2 }));
    expect(shown.headers.get("Location")).toBe(href("interimDraft", { number: 2 }));
    const { html } = await see(href("deskInterimDraft", { number: 2 }), clerk);
    expect(html).toContain("公表した内容は変わりません");
    expect(html).not.toContain("保存する");
    const list = (await see(href("interimDrafts"))).html;
    expect(list.indexOf("第2号")).toBeLessThan(list.indexOf("第1号"));
  });
});
