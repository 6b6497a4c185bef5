import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { commentsOfProvisions, listThreads } from "#db/queries/comments.ts";
import { linksOf, removedLinksOf } from "#db/queries/links.ts";
import { type ProvisionRow, provisionsIn } from "#db/queries/provisions.ts";
import { listRecord } from "#db/queries/record.ts";
import { newestVersion } from "#db/queries/versions.ts";
import { type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let clerk: Awaited<ReturnType<TestSite["signIn"]>>;
let member: Awaited<ReturnType<TestSite["signIn"]>>;
let provisions: ProvisionRow[];
beforeAll(async () => {
  site = await testSite("samples");
  clerk = await site.signIn("secretariat", "事務局");
  member = await site.signIn("member");
  const version = await newestVersion(site.db, anyone);
  provisions = version ? await provisionsIn(site.db, version) : [];
});
afterAll(() => site.stop());

/** The HTML of an answer without the comments by which React parts texts. */
const htmlOf = async (response: Response) => (await response.text()).replaceAll("<!-- -->", "");
const page = async (path: string, person = site.visitor()) => htmlOf(await person.get(path));

function article(label: string): ProvisionRow {
  const row = provisions.find(({ fullLabel, kind }) => fullLabel === label && kind === "article");
  if (!row) throw new Error(`no ${label}`);
  return row;
}
const desk = (label: string) => `/secretariat/links/${article(label).number}`;
const linksNow = async (label: string) =>
  (await linksOf(site.db, clerk.viewer, [article(label).id])).get(article(label).id) ?? [];

/** A survey with, or without, a release. */
async function survey(released: boolean): Promise<string> {
  const [row] = await site.database.sql<{ slug: string }[]>`
    select slug from surveys s
    where exists (select from releases r where r.survey_id = s.id) = ${released} limit 1`;
  if (!row) throw new Error("the samples have no such survey");
  return row.slug;
}

describe("the links desk", () => {
  test("is the secretariat's: a member is refused, a visitor asked to sign in", async () => {
    for (const path of ["/secretariat/links", desk("第8条")]) {
      expect((await member.get(path)).status).toBe(403);
      expect((await site.visitor().get(path)).headers.get("Location")).toContain("/sign-in");
    }
    const fields = { intent: "utterance", meeting: "1", utterance: "2", note: "" };
    expect((await member.post(desk("第27条"), fields)).status).toBe(403);
    expect(await linksNow("第27条")).toEqual([]);
  });

  test("counts the links of every article and names those without any", async () => {
    const html = await page("/secretariat/links", clerk);
    expect(html).not.toContain("<script");
    const bare = html.slice(html.indexOf("根拠がまだない"), html.indexOf("<table"));
    expect(bare).toContain(`href="${desk("第27条")}"`);
    expect(bare).not.toContain(`href="${desk("第8条")}"`);
    const row = html.slice(html.lastIndexOf(`href="${desk("第8条")}"`));
    const counts = [...row.matchAll(/<td class="number">(\d+)<\/td>/g)].slice(0, 3);
    const kinds = (await linksNow("第8条")).map(({ kind }) => kind);
    const expected = (["utterance", "question", "comment"] as const).map(
      (kind) => kinds.filter((each) => each === kind).length,
    );
    expect(counts.map(([, count]) => Number(count))).toEqual(expected);
  });

  test("knows no provision that does not exist", async () => {
    expect((await clerk.get("/secretariat/links/99999")).status).toBe(404);
    expect((await clerk.get("/secretariat/links/x")).status).toBe(404);
  });
});

describe("linking an utterance", () => {
  test("goes from the search to the public pages, and back off them", async () => {
    const path = `${desk("第28条")}?q=${encodeURIComponent("1億円以上から始めて")}`;
    const results = await page(path, clerk);
    const meeting = /name="meeting" value="(\d+)"/.exec(results)?.[1] ?? "";
    const utterance = /name="utterance" value="(\d+)"/.exec(results)?.[1] ?? "";
    const address = `/meetings/${meeting}/utterances/${utterance}`;
    const publicPage = `/ordinance/provisions/${article("第28条").number}`;
    expect(await page(publicPage)).not.toContain(address);

    const fields = { intent: "utterance", meeting, utterance, note: "委任の範囲の議論" };
    const done = await clerk.post(path, fields);
    expect(done.status).toBe(303);
    expect(done.headers.get("Location")).toBe(path);
    const after = await page(path, clerk);
    expect(after).toContain("第28条に関連付けました。");
    expect(after).toContain("関連付け済み");
    expect(await page(publicPage)).toContain(address);
    expect(await page(publicPage)).toContain("委任の範囲の議論");
    expect(await page("/ordinance")).toContain("第28条の根拠 1件");
    const [entry] = await listRecord(site.db, 1);
    expect(entry).toMatchObject({ action: "関連付け", actorName: "事務局" });

    const [made] = await linksNow("第28条");
    const gone = { intent: "remove", link: made?.id ?? "" };
    // Not from another article's page.
    expect((await clerk.post(desk("第27条"), gone)).status).toBe(409);
    expect((await clerk.post(desk("第28条"), gone)).status).toBe(303);
    expect(await page(publicPage)).not.toContain(address);
    expect(await page("/ordinance")).not.toContain("第28条の根拠");
    const removed = await removedLinksOf(site.db, clerk.viewer, [article("第28条").id]);
    expect(removed.map(({ note, removedAt }) => [note, removedAt instanceof Date])).toEqual([
      ["委任の範囲の議論", true],
    ]);
    expect(await page(desk("第28条"), clerk)).toContain("取り消した関連付け 1件");
    const again = await clerk.post(desk("第28条"), gone);
    expect(again.status).toBe(409);
    expect(await htmlOf(again)).toContain("すでに取り消されています");
  });

  test("twice is refused with the words typed kept", async () => {
    const fields = { intent: "utterance", meeting: "1", utterance: "2", suffix: "1-2" };
    expect((await clerk.post(desk("第26条"), { ...fields, note: "" })).status).toBe(303);
    const before = await linksNow("第26条");
    const again = await clerk.post(desk("第26条"), { ...fields, note: "もう一度" });
    expect(again.status).toBe(409);
    expect(await htmlOf(again)).toContain("すでに第26条に関連付けられています");
    expect(await linksNow("第26条")).toEqual(before);
  });

  test("of a closed passage is neither offered nor accepted", async () => {
    const [closed] = await site.database.sql<{ meeting: number; number: number; text: string }[]>`
      select m.number as meeting, u.number, u.text from utterances u
      join meetings m on m.id = u.meeting_id where u.closed limit 1`;
    if (!closed) throw new Error("the samples have no closed passage");
    const words = closed.text.slice(0, 12);
    expect(await page(`${desk("第27条")}?q=${encodeURIComponent(words)}`, clerk)).toContain(
      "を含む発言はありません",
    );
    const refused = await clerk.post(desk("第27条"), {
      intent: "utterance",
      meeting: String(closed.meeting),
      utterance: String(closed.number),
      note: "",
    });
    expect(refused.status).toBe(400);
    expect(await htmlOf(refused)).toContain(
      "公開されていないか、見つからないため、関連付けられません",
    );
    expect(await linksNow("第27条")).toEqual([]);
  });

  test("of a meeting that does not exist, with a note too long, or of no kind is refused", async () => {
    const path = `${desk("第27条")}?q=${encodeURIComponent("ただいまから")}`;
    const results = await page(path, clerk);
    const suffix = /name="suffix" value="(\d+-\d+)"/.exec(results)?.[1] ?? "";
    const [meeting = "", utterance = ""] = suffix.split("-");
    const fields = { intent: "utterance", meeting, utterance, suffix };
    const long = await clerk.post(path, { ...fields, note: `${"あ".repeat(2000)}終わり` });
    expect(long.status).toBe(400);
    const html = await htmlOf(long);
    expect(html).toContain("メモは2,000文字までです");
    expect(html).toContain(`href="#note-${suffix}"`);
    expect(html).toContain('終わり"');
    for (const wrong of [{ meeting: "99" }, { meeting: "x" }, { intent: "other" }]) {
      const answer = await clerk.post(path, { ...fields, note: "", ...wrong });
      expect(answer.status).toBe(400);
    }
    expect(await linksNow("第27条")).toEqual([]);
  });
});

describe("linking a survey question", () => {
  test("shows the released figure and puts it beside the article", async () => {
    const slug = await survey(true);
    const path = `${desk("第25条")}?survey=${slug}&question=q20`;
    const html = await page(path, clerk);
    const [, choice = "", percent = "", n = ""] =
      /name="choice" value="([^"]+)"[^>]*\/><span>[^<]*<span class="soft">　([\d.]+)%（\d+者、n=(\d+)）/.exec(
        html,
      ) ?? [];
    expect(Number(n)).toBeGreaterThan(100);
    const fields = {
      intent: "question",
      survey: slug,
      question: "q20",
      choice,
      note: "区切りの額",
    };
    expect((await clerk.post(path, fields)).status).toBe(303);
    const shown = await page(`/ordinance/provisions/${article("第25条").number}`);
    expect(shown).toContain(`${percent}%（n=${n}）`);
    expect(shown).toContain("模擬回答");
    // The question as a whole is another link than one choice of it.
    expect((await clerk.post(path, { ...fields, choice: "" })).status).toBe(303);
    expect((await clerk.post(path, fields)).status).toBe(409);
    const unknown = await clerk.post(path, { ...fields, choice: "a99" });
    expect(unknown.status).toBe(400);
    expect(await htmlOf(unknown)).toContain("関連付ける相手が見つかりません");
  });

  test("without a release says so and shows no figure to anyone", async () => {
    const slug = await survey(false);
    const path = `${desk("第24条")}?survey=${slug}&question=q1`;
    const html = await page(path, clerk);
    expect(html).toContain("この調査は集計をまだ公表していません");
    expect(html.slice(html.indexOf("<fieldset"))).not.toContain("%（");
    const fields = { intent: "question", survey: slug, question: "q1", choice: "", note: "準備" };
    expect((await clerk.post(path, fields)).status).toBe(303);
    expect(await page(desk("第24条"), clerk)).toContain("集計を公表するまで");
    const shown = await page(`/ordinance/provisions/${article("第24条").number}`);
    expect(shown).not.toContain("準備</p>");
  });
});

describe("linking a comment", () => {
  test("is for the council, and only of comments on the article", async () => {
    const on = async (label: string) => {
      const row = article(label);
      const ids = provisions.flatMap(({ id, path }) =>
        path === row.path || path.startsWith(`${row.path}/`) ? id : [],
      );
      return [...(await commentsOfProvisions(site.db, clerk.viewer, ids)).values()].flat();
    };
    const [own] = await on("第8条");
    const ownNumbers = new Set((await on("第8条")).map(({ number }) => number));
    const other = (await listThreads(site.db, clerk.viewer)).find(
      ({ number }) => !ownNumbers.has(number),
    );
    if (!own || !other) throw new Error("the samples have too few comments");
    const fields = { intent: "comment", note: "" };
    const wrong = await clerk.post(desk("第8条"), { ...fields, comment: String(other.number) });
    expect(wrong.status).toBe(400);
    expect(await htmlOf(wrong)).toContain("この条への意見ではありません");
    const done = await clerk.post(desk("第8条"), { ...fields, comment: String(own.number) });
    expect(done.status).toBe(303);
    expect(await page(desk("第8条"), clerk)).toContain("委員と事務局だけに見えます");
    const provision = `/ordinance/provisions/${article("第8条").number}`;
    expect(await page(provision)).not.toContain(`/council/comments/${own.number}`);
    expect(await page(provision, member)).toContain(`/council/comments/${own.number}`);
  });
});
