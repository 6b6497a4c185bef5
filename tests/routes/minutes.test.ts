import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { createMeeting } from "#db/queries/meetings.ts";
import { findMeetingPage } from "#db/queries/minutes.ts";
import { findMinutesDesk } from "#db/queries/minutes-desk.ts";
import { addPaper } from "#db/queries/papers.ts";
import { listPublications } from "#db/queries/publications.ts";
import { listRecord } from "#db/queries/record.ts";
import { minutesSource, partlyClosed, publishSample } from "#tests/support/sample-minutes.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let clerk: Person;
let member: Person;
beforeAll(async () => {
  site = await testSite();
  clerk = await site.signIn("secretariat");
  member = await site.signIn("member");
});
afterAll(() => site.stop());

const record = `### 1 議事
**会長**　ただいまから会議を始めます。

**委員A**　対象は1億円以上の工事とすべきだと考えます。`;

const makeMeeting = (number: number) =>
  createMeeting(site.db, anyone, { number, title: `第${number}回`, heldOn: "2026-05-20" });

/** The hidden field that names the state which the editor's form was filled from. */
async function baseOf(number: number): Promise<string> {
  const html = await (await clerk.get(`/secretariat/meetings/${number}/minutes`)).text();
  return /name="base" value="([^"]*)"/.exec(html)?.[1] ?? "";
}

/** The text that stands in the editor's text area. */
const typedIn = (html: string) =>
  (/<textarea[^>]*name="source"[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");

async function send(number: number, fields: Record<string, string>) {
  const base = fields.base ?? (await baseOf(number));
  return clerk.post(`/secretariat/meetings/${number}/minutes`, { ...fields, base });
}

/** The HTML of an answer without the comments by which React parts texts. */
const htmlOf = async (response: Response) => (await response.text()).replaceAll("<!-- -->", "");

const visible = async (path: string, person: Person = site.visitor()) => {
  const response = await person.get(path);
  return { status: response.status, html: await htmlOf(response) };
};

describe("writing and publishing minutes", () => {
  test("goes from draft to the public page, with record and announcement", async () => {
    await makeMeeting(1);
    const source = minutesSource({ number: 1, record });
    const saved = await send(1, { intent: "save", source: source.replace(/\n/g, "\r\n") });
    expect(saved.status).toBe(303);
    expect((await findMinutesDesk(site.db, 1))?.draft?.source).toBe(source);
    expect((await visible("/meetings/1")).html).not.toContain("1億円");
    expect((await visible("/meetings/1/utterances/2")).status).toBe(404);

    const published = await send(1, { intent: "publish", audience: "public", source });
    expect(published.status).toBe(303);
    expect(published.headers.get("Location")).toBe("/secretariat/meetings/1");
    const { status, html } = await visible("/meetings/1");
    expect(status).toBe(200);
    expect(html).toContain('id="u-2"');
    expect(html).toContain('href="/meetings/1/utterances/2"');
    expect(html).toContain("令和8年5月20日");
    expect(html).not.toContain("<script");
    expect(html).not.toContain("\0");
    const utterance = await visible("/meetings/1/utterances/2");
    expect(utterance.html).toContain("委員A");
    expect(utterance.html).toContain("1億円以上");
    expect(utterance.html).not.toContain("<script");
    expect((await visible("/meetings")).html).toContain("第1回公共調達のあり方審議会");

    expect((await listPublications(site.db, anyone, 1))[0]?.subject).toEqual({
      kind: "minutes",
      meeting: 1,
      version: 1,
    });
    const actions = (await listRecord(site.db, 10)).map(({ action, actorName }) => [
      action,
      actorName,
    ]);
    expect(actions).toContainEqual(["会議録の公表", "事務局"]);
    expect(actions).toContainEqual(["会議録の保存", "事務局"]);
  });

  test("works from an uploaded Markdown file, and refuses one that is not UTF-8", async () => {
    await makeMeeting(2);
    const base = await baseOf(2);
    const form = (bytes: BlobPart) => {
      const data = new FormData();
      data.set("intent", "preview");
      data.set("base", base);
      data.set("source", "打ちかけの文");
      data.set("file", new File([bytes], "minutes.md"));
      return data;
    };
    const path = "/secretariat/meetings/2/minutes";
    const previewed = await clerk.post(path, form(minutesSource({ number: 2, record })));
    expect(previewed.status).toBe(200);
    const html = await htmlOf(previewed);
    expect(typedIn(html)).toContain("第2回公共調達のあり方審議会");
    expect(html).toContain("直す所はありません");
    expect(html).toContain("午後2時");

    const cp932 = new Uint8Array([0x89, 0xef, 0x8b, 0x63]);
    const refused = await clerk.post(path, form(cp932));
    expect(refused.status).toBe(400);
    const page = await htmlOf(refused);
    expect(page).toContain("UTF-8 の文章として読み取れません");
    expect(typedIn(page)).toContain("打ちかけの文");
    expect((await findMinutesDesk(site.db, 2))?.draft).toBeUndefined();
  });

  test("refuses scripts with their place, keeps the text, and stores nothing", async () => {
    await makeMeeting(3);
    const source = minutesSource({
      number: 3,
      record: `${record}\n\n**委員B**　<img src=x onerror="alert(1)">見てください。\n\n**委員A**　[資料](javascript:alert(1))です。`,
    });
    const faulty = source.split("\n").findIndex((line) => line.includes("onerror")) + 1;
    for (const intent of ["save", "publish"]) {
      const response = await send(3, { intent, audience: "public", source });
      expect(response.status).toBe(400);
      const html = await htmlOf(response);
      expect(html).toContain(`${faulty}行目`);
      expect(html).toContain(`${faulty + 2}行目`);
      expect(typedIn(html)).toContain('onerror="alert(1)"');
      expect(html).not.toMatch(/<img[^>]*onerror/);
      expect(html).not.toContain('href="javascript:');
    }
    const desk = await findMinutesDesk(site.db, 3);
    expect(desk?.draft).toBeUndefined();
    expect(desk?.published).toBeUndefined();
  });

  test("refuses the minutes of another meeting, and text without audience", async () => {
    await makeMeeting(4);
    const foreign = await send(4, { intent: "save", source: minutesSource({ number: 5, record }) });
    expect(foreign.status).toBe(400);
    expect(await htmlOf(foreign)).toMatch(/2行目[\s\S]*第5回のものです/);
    const source = minutesSource({ number: 4, record });
    const nobody = await send(4, { intent: "publish", source });
    expect(nobody.status).toBe(400);
    expect(await htmlOf(nobody)).toContain("だれに見せるかを選んでください");
  });

  test("answers a second publication with 409 and keeps the text", async () => {
    await makeMeeting(5);
    const source = minutesSource({ number: 5, record });
    const base = await baseOf(5);
    const fields = { intent: "publish", audience: "public", source, base };
    expect((await send(5, fields)).status).toBe(303);
    const late = source.replace("1億円", "9億円");
    const again = await send(5, { ...fields, source: late });
    expect(again.status).toBe(409);
    const html = await htmlOf(again);
    expect(html).toContain("すでに公表されています");
    expect(typedIn(html)).toContain("9億円");
    expect((await findMeetingPage(site.db, anyone, 5))?.versions).toHaveLength(1);
    expect((await visible("/meetings/5")).html).not.toContain("9億円");
  });

  test("shows the other clerk's draft instead of overwriting it", async () => {
    await makeMeeting(6);
    const base = await baseOf(6);
    const one = minutesSource({ number: 6, record });
    const two = one.replace("1億円", "2億円");
    expect((await send(6, { intent: "save", source: one, base })).status).toBe(303);
    const refused = await send(6, { intent: "save", source: two, base });
    expect(refused.status).toBe(409);
    const html = await htmlOf(refused);
    expect(html).toContain("ほかの人が先に下書きを保存しました");
    expect(typedIn(html)).toContain("2億円");
    expect(html).toContain("先に保存された下書きの文");
    // A preview on the way does not make the stale form fresh.
    const previewed = await send(6, { intent: "preview", source: two, base });
    expect(await htmlOf(previewed)).toContain(`name="base" value="${base}"`);
    expect((await findMinutesDesk(site.db, 6))?.draft?.source).toBe(one);
  });
});

describe("corrections", () => {
  const number = 11;
  const source = minutesSource({ number, record });
  const corrected = source.replace("1億円", "5千万円");

  test("need a reason and a change", async () => {
    await makeMeeting(number);
    await send(number, { intent: "publish", audience: "public", source });
    const base = await baseOf(number);
    const fields = { intent: "publish", audience: "public", base };
    const noReason = await send(number, { ...fields, source: corrected });
    expect(noReason.status).toBe(400);
    expect(await htmlOf(noReason)).toContain("訂正の理由を書いてください");
    const noChange = await send(number, { ...fields, source, reason: "念のため" });
    expect(noChange.status).toBe(400);
    expect(await htmlOf(noChange)).toContain("変わった所がありません");
  });

  test("are previewed, published, and leave the old text readable", async () => {
    const preview = await send(number, { intent: "preview", source: corrected });
    expect(await htmlOf(preview)).toMatch(/<ins>[^<]*5千万[^<]*<\/ins>/);

    const reason = "委員Aの発言の額に誤りがあったため";
    const fields = { intent: "publish", audience: "public", source: corrected, reason };
    expect((await send(number, fields)).status).toBe(303);
    const { html } = await visible(`/meetings/${number}`);
    expect(html).toContain("5千万円");
    expect(html).toContain("訂正があります");
    expect(html).toContain(reason);
    expect(html).toContain(`href="/meetings/${number}/versions/1"`);

    const old = await visible(`/meetings/${number}/versions/1`);
    expect(old.html).toContain("1億円以上の工事");
    expect(old.html).toContain("この版は訂正されています");
    expect(old.html).toContain(reason);
    expect(old.html).toMatch(/<del>[^<]*1億[^<]*<\/del>/);
    const utterance = await visible(`/meetings/${number}/utterances/2`);
    expect(utterance.html).toContain("5千万円");
    expect(utterance.html).toContain(reason);
    expect((await visible(`/meetings/${number}/versions/3`)).status).toBe(404);
  });

  test("that remove an utterance leave its page with the last text", async () => {
    const record12 = `${record}\n\n**委員B**　取り違えた発言です。`;
    await publishSample(site.db, { number: 12, record: record12 });
    await publishSample(site.db, { number: 12, record }, { reason: "別の会議の発言だったため" });
    const { status, html } = await visible("/meetings/12/utterances/3");
    expect(status).toBe(200);
    expect(html).toContain("取り違えた発言です");
    expect(html).toContain("削られました");
    expect(html).toContain("別の会議の発言だったため");
    expect(html).toContain('href="/meetings/12/versions/1#u-3"');
  });
});

describe("what visitors never see", () => {
  test("closed passages, on no page of the meeting", async () => {
    const number = 21;
    await publishSample(site.db, { number, ...partlyClosed });
    await publishSample(
      site.db,
      { number, ...partlyClosed, record: partlyClosed.record.replace("6割", "7割") },
      { reason: "非公開の部分の額を改めたため" },
    );
    const paths = [
      `/meetings/${number}`,
      `/meetings/${number}/versions/1`,
      `/meetings/${number}/versions/2`,
      "/meetings",
      "/feed.xml",
      "/",
      ...[1, 2, 3, 4, 5, 6].map((utterance) => `/meetings/${number}/utterances/${utterance}`),
    ];
    for (const path of paths) {
      const { html } = await visible(path);
      for (const secret of ["6割", "7割", "下請単価", "予定価格の内訳"]) {
        expect(html, path).not.toContain(secret);
      }
    }
    const page = await visible(`/meetings/${number}`);
    expect(page.html).toContain("個別の事業者の取引に関する情報を含むため");
    const closed = await visible(`/meetings/${number}/utterances/3`);
    expect(closed.status).toBe(200);
    expect(closed.html).toContain("非公開");
    expect(closed.html).not.toContain("委員B");

    const forMembers = await visible(`/council/meetings/${number}`, member);
    expect(forMembers.html).toContain("7割");
    expect((await visible(`/meetings/${number}/utterances/3`, member)).html).toContain("7割");
    expect((await visible(`/meetings/${number}`, member)).html).not.toContain("7割");
  });

  test("minutes that only members may read", async () => {
    const number = 22;
    await publishSample(site.db, { number, record }, { audience: "members" });
    expect((await visible(`/meetings/${number}`)).html).not.toContain("1億円");
    expect((await visible(`/meetings/${number}/versions/1`)).status).toBe(404);
    expect((await visible(`/meetings/${number}/utterances/1`)).status).toBe(404);
    expect((await visible(`/council/meetings/${number}`, member)).html).toContain("1億円");

    const path = `/secretariat/meetings/${number}`;
    const widen = { intent: "publish-minutes", version: "1" };
    expect((await clerk.post(path, widen)).status).toBe(303);
    expect((await visible(`/meetings/${number}`)).html).toContain("1億円");
    const again = await clerk.post(path, widen);
    expect(again.status).toBe(409);
    expect(await htmlOf(again)).toContain("すでに公表されています");
  });

  test("pages of the secretariat and the council", async () => {
    await makeMeeting(23);
    const paths = ["", "/new", "/23", "/23/minutes"].map((rest) => `/secretariat/meetings${rest}`);
    for (const path of paths) {
      const away = await site.visitor().get(path);
      expect(away.status, path).toBe(302);
      expect(away.headers.get("Location")).toContain("/sign-in");
      expect((await member.get(path)).status, path).toBe(403);
    }
    for (const path of paths.slice(1)) {
      expect((await site.visitor().post(path, { intent: "save" })).status, path).toBe(302);
      expect((await member.post(path, { intent: "publish" })).status, path).toBe(403);
    }
    expect((await site.visitor().get("/council/meetings/23")).status).toBe(302);
  });
});

describe("meetings", () => {
  test("are entered once, with a title made from their number", async () => {
    const path = "/secretariat/meetings/new";
    const made = await clerk.post(path, { number: "31", title: "", heldOn: "2026-12-16" });
    expect(made.status).toBe(303);
    expect((await visible("/meetings")).html).toContain("第31回公共調達のあり方審議会");
    const again = await clerk.post(path, { number: "31", title: "別名", heldOn: "2026-12-17" });
    expect(again.status).toBe(409);
    const html = await htmlOf(again);
    expect(html).toContain("第31回はすでに登録されています");
    expect(html).toContain('value="別名"');
    const wrong = await clerk.post(path, { number: "x", title: "第9回", heldOn: "2026-02-30" });
    expect(wrong.status).toBe(400);
    expect(await htmlOf(wrong)).toContain("開催日を選んでください");
  });

  test("change their day until their minutes are published", async () => {
    const path = "/secretariat/meetings/31";
    const change = { intent: "change", title: "", heldOn: "2026-12-23" };
    expect((await clerk.post(path, change)).status).toBe(303);
    expect((await visible("/meetings/31")).html).toContain("令和8年12月23日");
    await publishSample(site.db, { number: 31, record });
    expect((await clerk.post(path, change)).status).toBe(409);
    expect((await visible("/meetings")).html).not.toContain("令和8年12月23日");
  });

  test("that do not exist are not found", async () => {
    for (const path of ["/meetings/999", "/meetings/x", "/meetings/1/utterances/0"]) {
      expect((await visible(path)).status).toBe(404);
    }
    expect((await clerk.get("/secretariat/meetings/999/minutes")).status).toBe(404);
  });
});

describe("papers", () => {
  const number = 41;
  const path = `/secretariat/meetings/${number}`;
  const paperForm = (name: string, bytes: BlobPart, fields: Record<string, string> = {}) => {
    const data = new FormData();
    const all = {
      intent: "paper",
      number: "資料 １",
      paperTitle: "調査票（案）",
      audience: "members",
      ...fields,
    };
    for (const [field, value] of Object.entries(all)) data.set(field, value);
    data.set("file", new File([bytes], name));
    return data;
  };
  const pdf = "%PDF-1.7\n%サンプル";
  const idOf = async () => {
    const { html } = await visible(path, clerk);
    return /href="\/papers\/([0-9a-f-]{36})"/.exec(html)?.[1] ?? "";
  };
  beforeAll(() => makeMeeting(number));

  test("are downloaded by those who may, under their own name", async () => {
    expect((await clerk.post(path, paperForm("調査票（案）.pdf", pdf))).status).toBe(303);
    const id = await idOf();
    expect((await visible(`/papers/${id}`)).status).toBe(404);
    expect((await visible(`/meetings/${number}`)).html).not.toContain("調査票");
    const council = await visible(`/council/meetings/${number}`, member);
    expect(council.html).toMatch(/資料1　調査票（案）（PDF・\d+ B）/);

    const response = await member.get(`/papers/${id}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/pdf");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("Content-Disposition")).toContain(
      `attachment; filename="_.pdf"; filename*=UTF-8''${encodeURIComponent("調査票（案）.pdf")}`,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString()).toBe(pdf);
    const etag = `"${createHash("sha256").update(bytes).digest("hex")}"`;
    expect(response.headers.get("ETag")).toBe(etag);
    expect((await member.get(`/papers/${id}`, { "If-None-Match": etag })).status).toBe(304);

    const publish = { intent: "publish-paper", paper: id };
    expect((await clerk.post(path, publish)).status).toBe(303);
    expect((await visible(`/papers/${id}`)).status).toBe(200);
    expect((await clerk.post(path, publish)).status).toBe(409);
  });

  test("are refused when they are not what their name says, too large, or taken", async () => {
    const refused = async (data: FormData, status: number, message: string) => {
      const response = await clerk.post(path, data);
      expect(response.status).toBe(status);
      const html = await htmlOf(response);
      expect(html).toContain(message);
      return html;
    };
    const fields = { number: "資料9", paperTitle: "打ち込んだ名称" };
    const html = await refused(
      paperForm("a.pdf", "<html><script>alert(1)</script>", fields),
      400,
      "中身がPDFではありません",
    );
    expect(html).toContain('value="打ち込んだ名称"');
    await refused(paperForm("a.html", "<p>", fields), 400, "使えるファイルは");
    await refused(paperForm("a.docx", "PK\u0003\u0004 word/vbaProject.bin", fields), 400, "マクロ");
    const large = new Uint8Array(20 * 1024 * 1024 + 1).fill(0x20);
    const tooLarge = await refused(paperForm("a.txt", large, fields), 400, "20 MB まで");
    expect(tooLarge).toContain('value="打ち込んだ名称"');
    const larger = new Uint8Array(22 * 1024 * 1024).fill(0x20);
    await refused(paperForm("a.txt", larger, fields), 413, "大きすぎます");
    await refused(paperForm("b.pdf", pdf), 409, "資料1はすでに登録されています");
    const { html: after } = await visible(path, clerk);
    expect(after).not.toContain("資料9");
  });

  test("with unknown or broken addresses are not found", async () => {
    for (const id of [crypto.randomUUID(), "1", "x%00"]) {
      expect((await site.visitor().get(`/papers/${id}`)).status).toBe(404);
    }
  });

  test("laid before a meeting by the seed or the clerk cannot be removed", async () => {
    const { sql } = site.database;
    await addPaper(site.db, anyone, number, {
      number: "次第",
      title: "次第",
      fileName: "shidai.txt",
      mediaType: "text/plain",
      content: new TextEncoder().encode("次第"),
      audience: "public",
    });
    await expect(sql`delete from papers`).rejects.toMatchObject({ code: "JK001" });
    await expect(sql`update papers set title = '別'`).rejects.toMatchObject({ code: "JK001" });
  });
});
