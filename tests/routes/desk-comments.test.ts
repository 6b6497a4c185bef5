import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { addComment } from "#db/queries/comment-writing.ts";
import { threadByNumber } from "#db/queries/comments.ts";
import { provisionsIn } from "#db/queries/provisions.ts";
import { listRecord } from "#db/queries/record.ts";
import { newestVersion, versionByNumber } from "#db/queries/versions.ts";
import { type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let clerk: Person;
let member: Awaited<ReturnType<TestSite["signIn"]>>;
beforeAll(async () => {
  site = await testSite("samples");
  clerk = await site.signIn("secretariat", "事務局");
  member = await site.signIn("member", "委員D");
});
afterAll(() => site.stop());

/** The HTML of an answer without the comments by which React parts texts. */
const htmlOf = async (response: Response) => (await response.text()).replaceAll("<!-- -->", "");
const page = async (path: string) => htmlOf(await clerk.get(path));

/** Comments on a provision of a version as 委員D; returns its number. */
async function comment(version: number, place: string, body: string): Promise<number> {
  const found = await versionByNumber(site.db, anyone, version);
  const rows = found ? await provisionsIn(site.db, found) : [];
  const row = rows.find(({ fullLabel }) => fullLabel === place);
  if (!row) throw new Error(`version ${version} has no ${place}`);
  const posted = await addComment(site.db, member.viewer, {
    id: randomUUID(),
    version,
    provisionId: row.id,
    body,
  });
  if (posted.kind !== "stored") throw new Error(posted.kind);
  return posted.number;
}

const body = "対象を下請負人まで広げる時期を、規則ではなく条例に書いてください。";

describe("the comments desk", () => {
  test("is the secretariat's: a member is refused, a visitor asked to sign in", async () => {
    const number = await comment(3, "第8条", body);
    for (const path of ["/secretariat/comments", `/secretariat/comments/${number}`]) {
      expect((await member.get(path)).status).toBe(403);
      const sent = await site.visitor().get(path);
      expect(sent.status).toBe(302);
      expect(sent.headers.get("Location")).toContain("/sign-in");
    }
    const fields = { intent: "disposition", kind: "反映", reason: "そうします。" };
    expect((await member.post(`/secretariat/comments/${number}`, fields)).status).toBe(403);
    expect((await threadByNumber(site.db, member.viewer, number))?.disposition).toBeUndefined();
  });

  test("lists comments with the places they have now, narrowed by state and by article", async () => {
    // 第1次案の第16条（労働者への周知）is 第17条 in the version after.
    const number = await comment(2, "第16条", "周知の方法に、外国語での掲示を加えてください。");
    const link = `href="/secretariat/comments/${number}"`;
    const all = await page("/secretariat/comments");
    expect(all).toContain(link);
    expect(all).toContain("第1次案の第16条");
    expect(all).toContain("第2次案では第17条");
    expect(all).not.toContain("<script");
    // What waits for an answer stands above what has one.
    const states = [...all.matchAll(/<span class="tag [a-z]+">([^<]+)<\/span>/g)].map(([, s]) => s);
    expect(states.lastIndexOf("未対応")).toBeLessThan(states.indexOf("一部反映"));

    const waiting = await page(`/secretariat/comments?state=${encodeURIComponent("未対応")}`);
    expect(waiting).toContain(link);
    const tagsOf = (html: string) => [...html.matchAll(/<span class="tag [a-z]+">([^<]+)</g)];
    expect(new Set(tagsOf(waiting).map(([, state]) => state))).toEqual(new Set(["未対応"]));
    const refused = await page(`/secretariat/comments?state=${encodeURIComponent("不採用")}`);
    expect(refused).not.toContain(link);
    expect(new Set(tagsOf(refused).map(([, state]) => state))).toEqual(new Set(["不採用"]));

    const newest = await newestVersion(site.db, anyone);
    const rows = newest ? await provisionsIn(site.db, newest) : [];
    const numberOf = (label: string) =>
      rows.find(({ fullLabel, kind }) => fullLabel === label && kind === "article")?.number;
    expect(await page(`/secretariat/comments?article=${numberOf("第17条")}`)).toContain(link);
    expect(await page(`/secretariat/comments?article=${numberOf("第8条")}`)).not.toContain(link);
    // What the address cannot mean is left out.
    expect(await page("/secretariat/comments?state=x&article=99999")).toContain(link);
  });

  test("shows the text a comment is on, and what became of it", async () => {
    const number = await comment(2, "第16条", "掲示の場所を具体的に書いてください。");
    const html = await page(`/secretariat/comments/${number}`);
    expect(html).toContain("第1次案の第16条　（第2次案では第17条）");
    expect(html).toContain("掲示の場所を具体的に書いてください。");
    expect(html).toContain("<del>第16条</del>");
    expect(html).toContain("<ins>第17条</ins>");
    expect(html).toContain("まだ対応していません");
    expect((await clerk.get("/secretariat/comments/9999")).status).toBe(404);
    expect((await clerk.get("/secretariat/comments/x")).status).toBe(404);
  });
});

describe("a disposition", () => {
  test("needs a kind and a reason; a refused form keeps what was typed", async () => {
    const number = await comment(3, "第8条", body);
    const path = `/secretariat/comments/${number}`;
    const empty = await clerk.post(path, {
      intent: "disposition",
      kind: "不採用",
      reason: " \r\n ",
    });
    expect(empty.status).toBe(400);
    const html = await htmlOf(empty);
    expect(html).toContain("理由を入力してください。");
    expect(html).toMatch(/<input type="radio"[^>]*checked=""[^>]*value="不採用"/);

    const reason = "規則に委ねる範囲を広げすぎないよう、次の版で検討します。";
    for (const kind of ["", "却下"]) {
      const answer = await clerk.post(path, { intent: "disposition", kind, reason });
      expect(answer.status).toBe(400);
      const again = await htmlOf(answer);
      expect(again).toContain("対応の種類を選んでください。");
      expect(again).toContain(reason);
    }
    const long = "あ".repeat(2001);
    const tooLong = await clerk.post(path, { intent: "disposition", kind: "反映", reason: long });
    expect(tooLong.status).toBe(400);
    expect(await htmlOf(tooLong)).toContain("2,000文字まで");
    expect((await threadByNumber(site.db, member.viewer, number))?.dispositions).toEqual([]);
  });

  test("shows with its reason, and earlier ones stay below it", async () => {
    const number = await comment(3, "第8条", body);
    const path = `/secretariat/comments/${number}`;
    const first = {
      intent: "disposition",
      kind: "検討中",
      reason: "第7回会議で御議論いただきます。",
    };
    const done = await clerk.post(path, first);
    expect(done.status).toBe(303);
    expect(done.headers.get("Location")).toBe(path);
    const once = await page(path);
    expect(once).toContain(`意見${number}の対応を「検討中」と登録しました。`);
    expect(once).toContain("第7回会議で御議論いただきます。");

    const second = { ...first, kind: "一部反映", reason: "附則に検討の規定を置きました。" };
    await clerk.post(path, second);
    const twice = await page(path);
    const history = twice.slice(twice.indexOf('id="history"'));
    expect(history.indexOf("附則に検討の規定を置きました。")).toBeGreaterThan(0);
    expect(history.indexOf("附則に検討の規定を置きました。")).toBeLessThan(
      history.indexOf("第7回会議で御議論いただきます。"),
    );
    // The same form again adds nothing.
    expect((await clerk.post(path, second)).status).toBe(303);
    expect(await page(path)).toContain("同じ対応が、すでに登録されています。");
    const thread = await threadByNumber(site.db, member.viewer, number);
    expect(thread?.dispositions.map(({ kind }) => kind)).toEqual(["検討中", "一部反映"]);
    const [entry] = await listRecord(site.db, 1);
    expect(entry).toMatchObject({ action: "意見への対応", subject: `意見${number}：一部反映` });
    const list = await page(`/secretariat/comments?state=${encodeURIComponent("一部反映")}`);
    expect(list).toContain(`href="${path}"`);
  });
});

describe("a reply of the secretariat", () => {
  test("is stored once, however often its form is sent", async () => {
    const number = await comment(3, "第8条", body);
    const path = `/secretariat/comments/${number}`;
    const html = await page(path);
    const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const fields = {
      intent: "reply",
      id,
      suffix: "reply",
      body: "御意見の趣旨を確かめさせてください。",
    };
    expect((await clerk.post(path, fields)).status).toBe(303);
    expect((await clerk.post(path, fields)).status).toBe(303);
    const thread = await threadByNumber(site.db, member.viewer, number);
    expect(thread?.replies.map((reply) => [reply.author, reply.body])).toEqual([
      ["事務局", "御意見の趣旨を確かめさせてください。"],
    ]);
    // The number of a reply leads to its thread.
    const reply = thread?.replies[0]?.number;
    const led = await clerk.get(`/secretariat/comments/${reply}`);
    expect(led.headers.get("Location")).toBe(`${path}#comment-${reply}`);
  });

  test("may not be empty or too long, and keeps what was typed", async () => {
    const number = await comment(3, "第8条", body);
    const path = `/secretariat/comments/${number}`;
    const fields = { intent: "reply", id: randomUUID(), suffix: "reply" };
    expect((await clerk.post(path, { ...fields, body: "　" })).status).toBe(400);
    const long = `${"あ".repeat(4000)}終わり`;
    const refused = await clerk.post(path, { ...fields, body: long });
    expect(refused.status).toBe(400);
    const html = await htmlOf(refused);
    expect(html).toContain("4,000文字まで");
    expect(html).toContain("終わり</textarea>");
    expect(html).toContain('href="#body-reply"');
    expect((await threadByNumber(site.db, member.viewer, number))?.replies).toEqual([]);
  });
});
