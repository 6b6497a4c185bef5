import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { keyedHashes } from "#app/http/keys.ts";
import {
  closeSurvey,
  conductOf,
  invitationByCode,
  receiveAnswers,
  rosterCounts,
} from "#db/queries/surveys/index.ts";
import { paperKeyings, responses, surveys } from "#db/schema/index.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";
import { environment, type Person, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let anna: Person;
let bert: Person;
let carl: Person;
let member: Person;
beforeAll(async () => {
  site = await testSite();
  anna = await site.signIn("secretariat", "事務局1");
  bert = await site.signIn("secretariat", "事務局2");
  carl = await site.signIn("secretariat", "事務局3");
  member = await site.signIn("member");
});
afterAll(() => site.stop());

const hashCode = (code: string) => keyedHashes(environment.secrets)("survey-code", code)[0];
const make = (slug: string, options?: { open?: boolean }) =>
  makeSurvey(site.db, slug, hashCode, options);
const desk = (slug: string) => `/secretariat/surveys/${slug}/paper`;
const keying = (slug: string) => `${desk(slug)}/keying`;
const htmlOf = async (response: Response) => (await response.text()).replaceAll("<!-- -->", "");
const show = async (person: Person, path: string) => htmlOf(await person.get(path));

/** What a form of the paper below holds when it was keyed in rightly. */
const right = { "q.raised": "yes", "q.employees": "12", "q.wishes": "書類を減らしてください。" };

const enter = (person: Person, slug: string, code = "") => person.post(desk(slug), { code });
const save = (person: Person, slug: string, fields: Record<string, string>) =>
  person.post(keying(slug), { intent: "save", edition: "1", ...fields });
async function keyIn(person: Person, slug: string, code: string, fields: Record<string, string>) {
  expect((await enter(person, slug, code)).headers.get("Location")).toBe(keying(slug));
  return save(person, slug, fields);
}

const answersOf = async (surveyId: string) =>
  (await site.db.select().from(responses).where(eq(responses.surveyId, surveyId))).map(
    ({ answers }) => answers,
  );

describe("typing the code of a paper", () => {
  test("leads to its form without the code in any address, and shows every question", async () => {
    const { codes } = await make("paper-code");
    const [code = ""] = codes;
    const typed = code.replaceAll("-", "").toLowerCase();
    const entered = await enter(anna, "paper-code", typed);
    expect(entered.status).toBe(303);
    expect(entered.headers.get("Location")).toBe(keying("paper-code"));
    expect(JSON.stringify([...entered.headers])).not.toContain(code);
    const html = await show(anna, keying("paper-code"));
    expect(html).toContain("問1で「変えていない」を選んだときだけ答える問です。");
    expect(html).not.toContain(code);
    expect(html).not.toContain("サンプル建設");
    expect(html).not.toContain("<script");
    await anna.post(keying("paper-code"), { intent: "leave" });
    expect((await anna.get(keying("paper-code"))).headers.get("Location")).toBe(desk("paper-code"));
  });

  test("is refused for what is no code, an unknown one, another survey's", async () => {
    await make("paper-refused");
    const { codes } = await make("paper-other");
    for (const code of ["", "abc", "ABCD-EFGH-JKLM-NPQR", codes[0] ?? ""]) {
      const response = await enter(carl, "paper-refused", code);
      expect(response.status, code).toBe(400);
      const html = await htmlOf(response);
      expect(html).toContain('class="problems"');
      if (code) expect(html).not.toContain(`value="${code}"`);
    }
  });

  test("is refused before the opening and after the close, taken after the deadline", async () => {
    const early = await make("paper-early", { open: false });
    expect(await htmlOf(await enter(anna, "paper-early", early.codes[0]))).toContain(
      "受付はまだ始まっていません",
    );
    const { surveyId, codes } = await make("paper-late");
    await site.db.update(surveys).set({ closesOn: "2026-11-02" }).where(eq(surveys.id, surveyId));
    expect((await enter(anna, "paper-late", codes[0])).status).toBe(303);
    await closeSurvey(site.db, anyone, surveyId);
    expect(await htmlOf(await enter(anna, "paper-late", codes[0]))).toContain("締め切りました");
    expect(await htmlOf(await save(anna, "paper-late", right))).toContain("受付中ではありません");
  });

  test("is the secretariat's alone", async () => {
    const { codes } = await make("paper-rights");
    expect((await enter(member, "paper-rights", codes[0])).status).toBe(403);
    expect((await save(member, "paper-rights", right)).status).toBe(403);
    const stranger = await enter(site.visitor(), "paper-rights", codes[0]);
    expect(stranger.headers.get("Location")).toContain("/sign-in");
    const without = await save(carl, "paper-rights", right);
    expect(without.headers.get("Location")).toBe(desk("paper-rights"));
  });
});

describe("a paper keyed in by two people", () => {
  test("counts when they agree, though they type differently", async () => {
    const { surveyId, codes } = await make("paper-agree");
    const [code = ""] = codes;
    const first = await keyIn(anna, "paper-agree", code, right);
    expect(first.headers.get("Location")).toBe(desk("paper-agree"));
    expect(await show(anna, desk("paper-agree"))).toContain("別の職員が");
    expect(await answersOf(surveyId)).toEqual([]);

    await enter(bert, "paper-agree", code);
    const form = await show(bert, keying("paper-agree"));
    expect(form).not.toContain("書類を減らして");
    expect(form).not.toContain('checked=""');
    const typed = { ...right, "q.employees": "１２", "q.wishes": "書類を減らしてください。 " };
    const second = await save(bert, "paper-agree", typed);
    expect(second.headers.get("Location")).toBe(desk("paper-agree"));
    expect(await show(bert, desk("paper-agree"))).toContain("2人の入力が一致しました");
    expect(await answersOf(surveyId)).toMatchObject([{ raised: "yes", employees: 12 }]);
    expect(await rosterCounts(site.db, surveyId)).toMatchObject({ answered: 1 });
    await enter(anna, "paper-agree", code);
    expect(await show(anna, keying("paper-agree"))).toContain("受付が終わっています");
  });

  test("is not counted for one person twice, nor shown to a third", async () => {
    const { surveyId, codes } = await make("paper-third");
    const [code = ""] = codes;
    await keyIn(anna, "paper-third", code, right);
    await keyIn(anna, "paper-third", code, right);
    expect(await answersOf(surveyId)).toEqual([]);
    await keyIn(bert, "paper-third", code, { ...right, "q.employees": "21" });
    await enter(carl, "paper-third", code);
    const html = await show(carl, keying("paper-third"));
    expect(html).toContain("ほかの2人がこの紙を入力しました");
    expect(html).not.toContain("書類を減らして");
    expect((await save(carl, "paper-third", right)).status).toBe(409);
  });

  test("shows the differences to both, and counts what one of them chooses", async () => {
    const { surveyId, codes } = await make("paper-differ");
    const [code = ""] = codes;
    await keyIn(anna, "paper-differ", code, right);
    const wrong = { ...right, "q.employees": "21", "q.wishes": "" };
    const second = await keyIn(bert, "paper-differ", code, wrong);
    expect(second.headers.get("Location")).toBe(keying("paper-differ"));
    const html = await show(bert, keying("paper-differ"));
    expect(html).toContain("2人の入力が違う問（2問）");
    expect(html).toContain("自分の入力：21");
    expect(html).toContain("もう1人（事務局1）の入力：12");
    expect(html).toContain("（無回答）");

    const settle = (fields: Record<string, string>) =>
      bert.post(keying("paper-differ"), { intent: "settle", ...fields });
    const half = await settle({ "take.employees": "other" });
    expect(half.status).toBe(400);
    const shown = await htmlOf(half);
    expect(shown).toContain("どちらの入力が正しいかを選んでください");
    expect(shown).toMatch(/<input[^>]*checked=""[^>]*value="other"/);
    expect(await answersOf(surveyId)).toEqual([]);
    const whole = await settle({ "take.employees": "other", "take.wishes": "own" });
    expect(whole.headers.get("Location")).toBe(desk("paper-differ"));
    expect(await answersOf(surveyId)).toEqual([{ raised: "yes", employees: 12 }]);
    expect(
      await conductOf(site.db, { kind: "secretariat", accountId: "", name: "" }, surveyId),
    ).toMatchObject({ onPaper: 1, keyedTwice: 0 });
  });

  test("can be mended by who keyed it in; the mended keying is compared again", async () => {
    const { surveyId, codes } = await make("paper-mend");
    const [code = ""] = codes;
    await keyIn(anna, "paper-mend", code, { ...right, "q.employees": "13" });
    await keyIn(bert, "paper-mend", code, right);
    await enter(anna, "paper-mend", code);
    const form = await show(anna, `${keying("paper-mend")}?edit=1`);
    expect(form).toContain('value="13"');
    await save(anna, "paper-mend", right);
    expect(await answersOf(surveyId)).toMatchObject([{ employees: 12 }]);
  });

  test("is sealed: the database alone does not tell what was keyed", async () => {
    const { surveyId, codes } = await make("paper-sealed");
    await keyIn(anna, "paper-sealed", codes[0] ?? "", right);
    const [row] = await site.db
      .select()
      .from(paperKeyings)
      .where(eq(paperKeyings.surveyId, surveyId));
    const kept = Buffer.from(row?.sealed ?? []).toString("utf8");
    expect(kept.length).toBeGreaterThan(0);
    expect(kept).not.toContain("書類");
    expect(kept).not.toContain("raised");
  });
});

describe("a keyed form", () => {
  test("with what cannot be an answer is refused, and stays as typed", async () => {
    const { surveyId, codes } = await make("paper-bad");
    const fields = { ...right, "q.employees": "十二人", "q.raised": "maybe" };
    const response = await keyIn(anna, "paper-bad", codes[0] ?? "", fields);
    expect(response.status).toBe(400);
    const html = await htmlOf(response);
    expect(html).toContain("まだ保存していません");
    expect(html).toContain('value="十二人"');
    expect(html).toContain("書類を減らしてください。");
    const rows = await site.db
      .select()
      .from(paperKeyings)
      .where(eq(paperKeyings.surveyId, surveyId));
    expect(rows).toEqual([]);
  });

  test("that is empty is no answer; one with questions left out is, with a remark", async () => {
    const { surveyId, codes } = await make("paper-partly");
    const [code = ""] = codes;
    const blank = await keyIn(anna, "paper-partly", code, {});
    expect(blank.status).toBe(400);
    expect(await htmlOf(blank)).toContain("白紙の回答は");
    await save(anna, "paper-partly", { "q.employees": "3" });
    await enter(anna, "paper-partly", code);
    expect(await show(anna, keying("paper-partly"))).toContain("調査票と合わない所が1件あります");
    await keyIn(bert, "paper-partly", code, { "q.employees": "3" });
    expect(await answersOf(surveyId)).toEqual([{ employees: 3 }]);
  });

  test("of another edition is asked to be looked at again", async () => {
    const { codes } = await make("paper-edition");
    await enter(anna, "paper-edition", codes[0]);
    const response = await save(anna, "paper-edition", { ...right, edition: "2" });
    expect(response.status).toBe(409);
    expect(await htmlOf(response)).toContain("新しい版になりました");
  });
});

describe("a firm that has answered on the web", () => {
  test("is told to the clerk, who notes the paper; it does not count", async () => {
    const { surveyId, codes } = await make("paper-web");
    const [code = ""] = codes;
    await keyIn(anna, "paper-web", code, right);
    const invitation = await invitationByCode(site.db, [hashCode(code)]);
    await receiveAnswers(site.db, {
      invitationId: invitation?.id ?? "",
      edition: 1,
      answers: { raised: "no" },
      receiptNumber: "R-1",
    });
    await enter(bert, "paper-web", code);
    expect(await show(bert, keying("paper-web"))).toContain("ウェブの回答が、先に届いています");
    expect((await save(bert, "paper-web", right)).status).toBe(409);
    const noted = await bert.post(keying("paper-web"), { intent: "double" });
    expect(noted.headers.get("Location")).toBe(desk("paper-web"));
    expect(await show(bert, desk("paper-web"))).toContain("1件（同じ事業者から後に届きました）");
    expect(await answersOf(surveyId)).toEqual([{ raised: "no" }]);
  });
});
