import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import { listThreads } from "#db/queries/comments.ts";
import { provisionsIn } from "#db/queries/provisions.ts";
import { versionByNumber } from "#db/queries/versions.ts";
import { seedOrdinance } from "#db/seed/ordinance.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let member: Person & { viewer: Viewer };
let other: Person & { viewer: Viewer };
let secretariat: Person & { viewer: Viewer };

const second = href("councilVersion", { version: 2 });
const third = href("councilVersion", { version: 3 });
const text = (html: string) => html.replace(/<[^>]*>/g, "");

/** The identity of what a version calls so. */
async function provision(version: number, name: string, kind = "article") {
  const found = await versionByNumber(site.db, secretariat.viewer, version);
  const rows = found ? await provisionsIn(site.db, found) : [];
  const row = rows.find((each) => each.fullLabel === name && each.kind === kind);
  if (!row) throw new Error(`no ${name}`);
  return row;
}

const stored = () => listThreads(site.db, member.viewer);

beforeAll(async () => {
  site = await testSite();
  await seedOrdinance(site.db);
  member = await site.signIn("member", "委員A");
  other = await site.signIn("member", "委員B");
  secretariat = await site.signIn("secretariat");
});
afterAll(() => site.stop());

describe("comments on the draft", () => {
  test("are for those who have signed in", async () => {
    for (const path of [href("council"), second, href("councilComments")]) {
      const response = await site.anyone.get(path);
      expect([response.status, response.headers.get("Location")]).toEqual([
        302,
        `/sign-in?${new URLSearchParams({ back: path })}`,
      ]);
    }
    const { id } = await provision(2, "第16条");
    const fields = { id: randomUUID(), suffix: "1", provision: id, body: "事務局の意見" };
    expect((await secretariat.post(second, fields)).status).toBe(403);
    expect(await stored()).toEqual([]);
  });

  test("are written below the article, sent once, and stay with it when it is renumbered", async () => {
    const { id, number } = await provision(2, "第16条");
    const page = await (await member.get(second)).text();
    expect(page).toContain(`id="discussion-${number}"`);
    expect(page).not.toContain("<script");
    const fields = {
      intent: "comment",
      id: randomUUID(),
      suffix: String(number),
      provision: id,
      body: "掲示だけでなく、画面でも\r\n見られるようにしてください。",
    };
    const posted = await member.post(second, fields);
    expect(posted.status).toBe(303);
    const place = posted.headers.get("Location") ?? "";
    expect(place).toMatch(/^\/council\/versions\/2\?open=\d+#comment-\d+$/);
    const again = await member.post(second, fields);
    expect(again.headers.get("Location")).toBe(place);
    expect((await stored()).map(({ body }) => body)).toEqual([
      "掲示だけでなく、画面でも\n見られるようにしてください。",
    ]);

    // 第1次案の第16条 is 第17条 in 第2次案.
    const next = await (await other.get(third)).text();
    const [, article = ""] =
      new RegExp(`id="discussion-${number}"(.*?)</details>`, "s").exec(next) ?? [];
    expect(text(article)).toContain("第17条への意見 1件");
    expect(text(article)).toContain("第1次案の第16条への意見");
    expect(text(article)).toContain("未対応");
  });

  test("may be on a paragraph or an item", async () => {
    const { number } = await provision(3, "第14条");
    const item = await provision(3, "第14条第2項第6号", "item");
    const form = await (await member.get(third)).text();
    expect(form).toContain(`<option value="${item.id}">第14条第2項第6号</option>`);
    const posted = await member.post(third, {
      intent: "comment",
      id: randomUUID(),
      suffix: String(number),
      provision: item.id,
      body: "直接の契約の相手方に限ってください。",
    });
    expect(posted.status).toBe(303);
    const [thread] = await stored();
    expect(thread?.place).toBe("第14条第2項第6号");
  });

  test("that are empty, too long, or on nothing are refused and keep what was typed", async () => {
    const before = (await stored()).length;
    const { id: known, number } = await provision(3, "第8条");
    const send = async (fields: Record<string, string>) => {
      const response = await member.post(third, {
        intent: "comment",
        id: randomUUID(),
        suffix: String(number),
        provision: known,
        ...fields,
      });
      return { status: response.status, html: await response.text() };
    };
    const empty = await send({ body: " 　\n" });
    expect(empty.status).toBe(400);
    expect(empty.html).toContain(`<a href="#body-${number}">意見を入力してください。</a>`);

    const long = await send({ body: "長".repeat(4_001) });
    expect(long.status).toBe(400);
    expect(long.html).toContain("意見は4,000文字までです。今は4,001文字あります。");
    expect(long.html).toContain("長".repeat(4_001));
    expect((await send({ body: "長".repeat(100_000) })).status).toBe(400);

    const nowhere = await send({ provision: randomUUID(), body: "どこかへの意見" });
    expect(nowhere.status).toBe(400);
    expect(nowhere.html).toContain("この版に、その条項はありません。");
    expect(nowhere.html).toContain("どこかへの意見</textarea>");
    expect((await send({ provision: "x", body: "意見" })).status).toBe(400);
    expect((await send({ id: "x", body: "意見" })).status).toBe(400);
    const zero = await send({ body: "\u0000" });
    expect(zero.status).toBe(400);
    const gone = await member.post(href("councilVersion", { version: 9 }), { body: "意見" });
    expect(gone.status).toBe(404);
    expect(await stored()).toHaveLength(before);
  });

  test("are answered in a thread", async () => {
    const [thread] = await stored();
    const path = href("councilComment", { comment: thread?.number ?? 0 });
    const fields = { intent: "reply", id: randomUUID(), suffix: "reply", body: "賛成です。" };
    expect((await other.post(path, fields)).status).toBe(303);
    expect((await other.post(path, fields)).status).toBe(303);
    const empty = await other.post(path, { ...fields, id: randomUUID(), body: "" });
    expect(empty.status).toBe(400);
    expect(await empty.text()).toContain("返信を入力してください。");
    const page = text(await (await member.get(path)).text());
    expect(page.split("賛成です。")).toHaveLength(2);
    expect(page).toContain("委員B");
    expect((await member.get(href("councilComment", { comment: 99_999 }))).status).toBe(404);
    // The author finds it on the desk.
    expect(text(await (await member.get(href("council"))).text())).toContain("返信1件");
  });

  test("are found by state, author and article", async () => {
    const find = async (query: string) =>
      text(await (await member.get(`${href("councilComments")}?${query}`)).text());
    expect(await find("")).toContain("2件のうち2件");
    expect(await find("mine=1")).toContain("2件のうち2件");
    expect(await find("state=反映")).toContain("当てはまる意見はありません。");
    const { number } = await provision(3, "第14条");
    const on = await find(`article=${number}`);
    expect(on).toContain("2件のうち1件");
    expect(on).toContain("第2次案の第14条第2項第6号への意見");
  });
});
