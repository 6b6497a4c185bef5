import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { href } from "#app/routes.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let secretariat: Person;
let third: string;

const desk = href("deskVersion", { version: 4 });
const fields = { intent: "text", label: "第3次案", note: "第8回会議に示す案です。" };

const get = async (path: string) => {
  const response = await secretariat.get(path);
  expect(response.status).toBe(200);
  return (await response.text()).replaceAll("<!-- -->", "");
};
const text = (html: string) =>
  html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]*>/g, "");

/** The rows of the list to be confirmed, as text. */
async function items(): Promise<string[]> {
  const [table = ""] =
    /<section[^>]*aria-label="確かめる意見と根拠"[\s\S]*?<\/section>/.exec(await get(desk)) ?? [];
  return (table.match(/<tr>[\s\S]*?<\/tr>/g) ?? []).slice(1).map(text);
}

/** What the button 「確かめた」 of the first unconfirmed item on the provision sends. */
async function form(provision: string): Promise<Record<string, string>> {
  const rows = (await get(desk)).match(/<tr>[\s\S]*?<\/tr>/g) ?? [];
  const row = rows.find(
    (each) => each.includes('value="confirm"') && text(each).includes(provision),
  );
  const value = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(row ?? "")?.[1] ?? "";
  return { intent: "confirm", item: value("item"), kind: value("kind"), wording: value("wording") };
}

async function replace(source: string): Promise<void> {
  const response = await secretariat.post(desk, { ...fields, source });
  expect(response.status).toBe(303);
}

const reworded = () =>
  third.replace("誠実にこれに応じなければならない", "速やかにこれに応じなければならない");

beforeAll(async () => {
  site = await testSite("samples");
  secretariat = await site.signIn("secretariat");
  third = await readFile("content/ordinance/v3.txt", "utf8");
  const added = await secretariat.post(href("deskVersionNew"), { ...fields, source: reworded() });
  expect(added.headers.get("Location")).toBe(desk);
});
afterAll(() => site.stop());

describe("what hangs on a changed provision", () => {
  test("comes up with what became of it, and the desk counts it", async () => {
    const rows = await items();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some((row) => /根拠：第5回会議の委員Bの発言/.test(row))).toBe(true);
    for (const row of rows) expect(row).toMatch(/第8条.*文が変わった/);
    expect(text(await get(href("secretariat")))).toContain(
      `条例案「第3次案」で引き継ぐ意見・根拠のうち、${rows.length}件を確かめていません。`,
    );
  });

  test("is confirmed once, by whom and when, and comes up again when the text changes", async () => {
    const before = await items();
    const sent = await form("第8条");
    expect(sent.item).not.toBe("");
    for (const _ of [1, 2]) {
      const done = await secretariat.post(desk, sent);
      expect([done.status, done.headers.get("Location")]).toEqual([303, `${desk}#impact`]);
    }
    const rows = await items();
    expect(rows).toHaveLength(before.length);
    expect(rows.filter((row) => /事務局が確かめました（/.test(row))).toHaveLength(1);
    const stored = await site.database.sql`select kind, confirmed_by from confirmations`;
    expect(stored).toHaveLength(1);
    expect(stored[0]?.kind).toBe("reworded");

    await replace(reworded().replace("速やかにこれに", "遅滞なくこれに"));
    expect((await items()).some((row) => row.includes("確かめました"))).toBe(false);
    const late = await secretariat.post(desk, sent);
    expect(late.status).toBe(409);
    expect(text(await late.text())).toContain("案の本文が変わりました。");
  });

  test("stays in the list when its provision is gone", async () => {
    const before = await items();
    const [first = "", rest = ""] = third.split("（賃金等の変動への対応）");
    const after = rest.slice(rest.indexOf("（地域経済への配慮）"));
    await replace(
      `${first}${after.replace("第9条", "第8条　削除\n\n（地域経済への配慮）\n第9条").replace("（地域経済への配慮）\n第8条　削除", "第8条　削除")}`,
    );
    const rows = await items();
    expect(rows.length).toBeGreaterThanOrEqual(before.length);
    expect(rows.some((row) => /第5回会議.*なくなった/.test(row))).toBe(true);
  });

  test("is nothing to a member", async () => {
    const member = await site.signIn("member");
    expect((await member.post(desk, await form("第8条"))).status).toBe(403);
  });
});

test("references that renumbering left behind are listed with what they point at now", async () => {
  const [before = "", after = ""] = third.split("（適用範囲）\n第6条");
  const moved = `（適用範囲）\n第6条${after}`.replace(
    /^第(\d+)条/gm,
    (_, number) => `第${Number(number) + 1}条`,
  );
  await replace(
    `${before}（市民への説明）\n第6条　市は、公契約の状況を市民に分かりやすく説明するものとする。\n\n${moved}`,
  );
  const html = await get(desk);
  const [table = ""] =
    /<section[^>]*aria-label="指す先が変わった言葉"[\s\S]*?<\/section>/.exec(html) ?? [];
  expect(text(table)).toMatch(
    /誤り 「第12条第1項」は前の版の第12条第1項を指していましたが、その規定は第13条第1項になりました。/,
  );
  expect(text(html)).toContain("内容はそのまま（番号だけが変わった）");
});
