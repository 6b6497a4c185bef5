import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answers } from "#app/domain/survey/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import {
  closeSurvey,
  findRelease,
  invitationByCode,
  receiveAnswers,
  releaseResults,
} from "#db/queries/surveys/index.ts";
import { seedSurveys } from "#db/seed/surveys.ts";
import { makeSurvey, notRaised } from "#tests/support/sample-survey.ts";
import { type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
let released: { surveyId: string; slug: string };
const hashCode = (code: string) => `hash of ${code}`;

async function answer(code: string | undefined, answers: Answers): Promise<void> {
  const invitation = await invitationByCode(site.db, [hashCode(code ?? "")]);
  await receiveAnswers(site.db, {
    invitationId: invitation?.id ?? "",
    edition: 1,
    answers,
    receiptNumber: randomUUID(),
  });
}

beforeAll(async () => {
  site = await testSite();
  const { db } = site;
  await makeSurvey(db, "junbi", hashCode, { open: false });
  const { codes: open } = await makeSurvey(db, "uketsuke", hashCode);
  await answer(open[0], notRaised);
  const { surveyId: counting } = await makeSurvey(db, "shukei-chu", hashCode);
  await closeSurvey(db, anyone, counting);
  const { surveyId, slug, codes } = await makeSurvey(db, "kekka", hashCode);
  // Of other numbers some would be hidden: they are fewer than three.
  for (const code of codes.slice(0, 3)) await answer(code, notRaised);
  await closeSurvey(db, anyone, surveyId);
  await releaseResults(db, anyone, surveyId, "速報");
  await releaseResults(db, anyone, surveyId, "確報");
  released = { surveyId, slug };
});
afterAll(() => site.stop());

const visit = async (path: string) => {
  const response = await site.visitor().get(path);
  // React parts neighbouring texts by empty comments.
  const html = (await response.text()).replaceAll("<!-- -->", "");
  return { status: response.status, html, headers: response.headers };
};

describe("the list of surveys", () => {
  it("sorts them into open, released and counting, and names none in preparation", async () => {
    const { html } = await visit(href("surveys"));
    expect(html).not.toContain("/surveys/junbi");
    expect(html).not.toContain("<script");
    const at = (words: string) => {
      const place = html.indexOf(words);
      expect(place, words).toBeGreaterThan(0);
      return place;
    };
    expect(at("回答を受け付けている調査")).toBeLessThan(at("/surveys/uketsuke"));
    expect(at("/surveys/uketsuke")).toBeLessThan(at("結果を公表した調査"));
    expect(at("結果を公表した調査")).toBeLessThan(at("/surveys/kekka"));
    expect(at("/surveys/kekka")).toBeLessThan(at("集計中の調査"));
    expect(at("集計中の調査")).toBeLessThan(at("/surveys/shukei-chu"));
    expect(html).toContain("令和12年12月18日");
  });
});

describe("the page of a survey", () => {
  it("is there from its opening on", async () => {
    expect((await visit(href("survey", { survey: "junbi" }))).status).toBe(404);
    expect((await visit(href("survey", { survey: "naimono" }))).status).toBe(404);
  });

  it("shows the wording of the questions, and of an open survey no numbers at all", async () => {
    const { html } = await visit(href("survey", { survey: "uketsuke" }));
    expect(html).toContain("引き上げなかった理由は何ですか。");
    expect(html).toContain("回答受付中");
    expect(html).not.toContain("回収率");
    expect(html).not.toContain("先が見通せない");
    const release = href("release", { survey: "uketsuke", release: 1 });
    expect((await visit(release)).status).toBe(404);
  });

  it("says 集計中 until something is released, then lists every release", async () => {
    const counting = await visit(href("survey", { survey: "shukei-chu" }));
    expect(counting.html).toContain("集計中です");
    const { html } = await visit(href("survey", { survey: "kekka" }));
    for (const number of [1, 2]) {
      expect(html).toContain(href("release", { survey: "kekka", release: number }));
    }
    expect(html).toContain("集計版2（確報）を見る");
  });
});

describe("a release", () => {
  const path = (release: number) => href("release", { survey: "kekka", release });

  it("tells each question in a sentence, a chart and a table with n and 無回答", async () => {
    const { html, headers } = await visit(path(2));
    expect(html).not.toContain("<script");
    expect(html).not.toContain(" style=");
    expect(headers.get("Content-Security-Policy")).toContain("script-src 'none'");
    expect(html).toContain(
      "答えた3者のうち、最も多かったのは「変えていない」の3者（100.0%）です。",
    );
    expect(html).toContain('id="raised"');
    expect(html).toContain('<svg class="chart-drawing" role="img"');
    expect(html).toContain("非該当（問を示していない）");
    expect(html).toContain("回収率（AAPOR RR1）");
    expect(html).toContain("75.0%");
    expect(html).toContain("第12条");
    const release = await findRelease(site.db, anyone, released.surveyId, 2);
    expect(html).toContain(release?.sha256 ?? "-");
  });

  it("publishes no free text", async () => {
    const { html } = await visit(path(2));
    expect(html).not.toContain("先が見通せない");
    expect(html).not.toContain("書類を減らしてください");
    expect(html).toContain("3者が記入しました。");
  });

  it("leads from an older release to the newest", async () => {
    const { html } = await visit(path(1));
    expect(html).toContain("これより新しい集計版があります");
    expect((await visit(path(2))).html).not.toContain("これより新しい集計版があります");
    expect((await visit(path(3))).status).toBe(404);
    expect((await visit("/surveys/kekka/releases/nisen")).status).toBe(404);
  });
});

describe("the samples", () => {
  it("say on every page that they are samples, and simulated where figures show", async () => {
    await site.db.transaction((tx) => seedSurveys(tx, hashCode));
    const survey = "r8-jigyosha";
    const { html } = await visit(href("release", { survey, release: 1 }));
    expect(html).toContain("市の記録ではありません");
    expect(html).toContain("計算機で作った模擬の回答");
    expect(html).toContain("模擬回答");
    expect(html).toContain("57.0%");
    expect((await visit(href("survey", { survey }))).html).toContain("模擬の回答");
    const open = await visit(href("survey", { survey: "r8-tsuika" }));
    expect(open.html).toContain("市の記録ではありません");
    expect(open.html).not.toContain("模擬");
  });
});
