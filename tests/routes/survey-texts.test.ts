import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import {
  closeSurvey,
  invitationByCode,
  receiveAnswers,
  textsForRelease,
} from "#db/queries/surveys/index.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";
import { environment, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let clerk: Awaited<ReturnType<TestSite["signIn"]>>;
let surveyId: string;
const slug = "texts-desk";
const path = href("deskTexts", { survey: slug });
const hashCode = (code: string) => keyedHashes(environment.secrets)("survey-code", code)[0];
const identifying = "サンプル建設3の田中社長は<b>下請</b>に\u202E払いません。";

beforeAll(async () => {
  site = await testSite();
  clerk = await site.signIn("secretariat");
  const made = await makeSurvey(site.db, slug, hashCode, { firms: 5 });
  surveyId = made.surveyId;
  const wishes = [
    "市に出す書類の種類と枚数を減らしてください。",
    "市に出す書類の種類と枚数を減らして下さい",
    "市に出す書類の種類と枚数を減らしてください",
    identifying,
  ];
  for (const [index, text] of wishes.entries()) {
    const invitation = await invitationByCode(site.db, [hashCode(made.codes[index] ?? "")]);
    await receiveAnswers(site.db, {
      invitationId: invitation?.id ?? "",
      edition: 1,
      answers: { raised: "yes", wishes: text },
      receiptNumber: randomUUID(),
    });
  }
});
afterAll(() => site.stop());

/** A page without the marks that React puts between texts. */
const read = async (response: Promise<Response>) =>
  (await (await response).text()).replaceAll("<!-- -->", "");

const groupOf = (html: string, words: string) => {
  const at = html.indexOf(words);
  return /name="group" value="([0-9a-f]{64})"/.exec(html.slice(at))?.[1] ?? "";
};

describe("the desk of free texts", () => {
  it("shows nothing while answers come in, and nothing to others", async () => {
    const page = await clerk.get(`${path}?question=wishes`);
    const html = await page.text();
    expect(html).toContain("受付の間は、文章の回答を読めません。");
    expect(html).not.toContain("書類の種類");
    const member = await site.signIn("member");
    expect((await member.get(path)).status).toBe(403);
    expect((await site.visitor().get(path)).status).toBe(302);
  });

  it("groups texts, marks what may identify somebody, and loads no script", async () => {
    await closeSurvey(site.db, anyone, surveyId);
    const list = await read(clerk.get(path));
    expect(list).toContain("問2");
    expect(list).toContain("問4");
    expect(list).not.toContain("問3");
    const html = await read(clerk.get(`${path}?question=wishes`));
    expect(html).not.toContain("<script");
    expect(html).toContain("4者が書きました。");
    expect(html).toContain("3者が書いた文章");
    expect(html).toContain("<mark>サンプル建設3");
    expect(html).toContain("<mark>田中");
    expect(html).toContain("&lt;b&gt;下請");
    expect(html).not.toContain("\u202E");
    expect((await clerk.get(`${path}?question=employees`)).status).toBe(404);
  });

  it("keeps decisions for every text of a group, and shows what is black", async () => {
    const html = await read(clerk.get(`${path}?question=wishes`));
    const form = { question: "wishes", back: "question=wishes", wording: "" };
    const same = groupOf(html, "市に出す書類の種類と枚数を減らしてください。");
    const published = await clerk.post(path, { ...form, group: same, verdict: "publish" });
    expect(published.status).toBe(303);
    expect(published.headers.get("Location")).toBe(`${path}?question=wishes`);
    const group = groupOf(html, "<mark>サンプル建設3");
    for (const [wording, words] of [
      ["別の言葉です。", "書いた人の言葉は変えられません。"],
      ["サンプル建設3の田中社長は<b>下請</b>に払いません。", "伏せた所がありません。"],
      ["●●", "残る言葉がありません。"],
    ] as const) {
      const refused = await clerk.post(path, { ...form, group, verdict: "redact", wording });
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain(words);
    }
    const wording = "●の●●社長は<b>下請</b>に払いません。";
    const redacted = await clerk.post(path, { ...form, group, verdict: "redact", wording });
    expect(redacted.status).toBe(303);
    const after = await read(clerk.get(`${path}?question=wishes`));
    expect(after).toContain("<del>サンプル建設3</del>");
    expect(after).toContain("公表すると決めています");
    const open = await read(clerk.get(`${path}?question=wishes&show=open`));
    expect(open).toContain("すべて決めました。");
    expect((await textsForRelease(site.db, surveyId, 3)).wishes?.published).toEqual([
      { text: "●●の●●社長は<b>下請</b>に払いません。", firms: null },
      { text: "市に出す書類の種類と枚数を減らしてください。", firms: 3 },
    ]);
  });

  it("leads back nowhere else, and asks for a choice", async () => {
    const html = await read(clerk.get(`${path}?question=wishes`));
    const group = groupOf(html, "市に出す書類の種類と枚数を減らしてください。");
    const form = { question: "wishes", group, wording: "", back: "//evil.example" };
    const answer = await clerk.post(path, { ...form, verdict: "withhold" });
    expect(answer.headers.get("Location")).toBe(path);
    const none = await clerk.post(path, form);
    expect(none.status).toBe(400);
    expect(await none.text()).toContain("公表するかどうかを選んでください。");
  });
});

describe("texts of emoji, of right-to-left marks and of 50,000 characters", () => {
  it("are shown, decided on and published without harm", async () => {
    const made = await makeSurvey(site.db, "odd-texts", hashCode, { firms: 5 });
    const long = "市の発注する工事の労務費について述べます。".repeat(2_500).slice(0, 50_000);
    const wishes = ["😀👨‍👩‍👧🇯🇵", "\u202Eתודה\u2066 رأي", long, `${long}。`];
    for (const [index, text] of wishes.entries()) {
      const invitation = await invitationByCode(site.db, [hashCode(made.codes[index] ?? "")]);
      await receiveAnswers(site.db, {
        invitationId: invitation?.id ?? "",
        edition: 1,
        answers: { raised: "yes", wishes: text },
        receiptNumber: randomUUID(),
      });
    }
    await closeSurvey(site.db, anyone, made.surveyId);
    const desk = href("deskTexts", { survey: "odd-texts" });
    const html = await read(clerk.get(`${desk}?question=wishes`));
    expect(html).toContain("😀👨‍👩‍👧🇯🇵");
    expect(html).toContain('<bdi class="lines">תודה رأي</bdi>');
    expect(html).toContain("（50,001字、開いて全部を読む）");
    expect(html).toContain("まとめて3個です");
    for (const words of ["😀👨‍👩‍👧🇯🇵", "תודה رأي", "市の発注する工事"]) {
      const group = groupOf(html, words);
      const form = { question: "wishes", group, wording: "", back: "", verdict: "publish" };
      expect((await clerk.post(desk, form)).status).toBe(303);
    }
    const texts = await textsForRelease(site.db, made.surveyId, 2);
    expect(texts.wishes?.published.map(({ text, firms }) => [text.length, firms])).toEqual([
      [8, null],
      [50_001, 2],
      ["😀👨‍👩‍👧🇯🇵".length, null],
    ]);
  });
});

describe("the paper questionnaire", () => {
  it("is linked from the survey and its letters, and is for the secretariat alone", async () => {
    const file = href("deskPaperForm", { survey: slug });
    for (const page of ["deskSurvey", "deskLetters"] as const) {
      const { slug: survey } = await makeSurvey(site.db, `paper-${page.toLowerCase()}`, hashCode);
      const html = await read(clerk.get(href(page, { survey })));
      expect(html).toContain(href("deskPaperForm", { survey }));
    }
    const response = await clerk.get(`${file}?locale=xx`);
    expect(response.headers.get("Content-Type")).toBe("application/pdf");
    const { text } = await readPdf(new Uint8Array(await response.arrayBuffer()));
    expect(text).toContain(squeezed("問1　賃金を引き上げましたか。"));
    expect((await site.visitor().get(file)).status).toBe(302);
  });
});
