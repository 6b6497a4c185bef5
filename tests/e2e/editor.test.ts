import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answers, checkDefinition, type Questionnaire } from "#app/domain/survey/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import {
  closeSurvey,
  createSurvey,
  currentSource,
  findSurvey,
  issueCodes,
  openSurvey,
  releaseResults,
  replaceRoster,
} from "#db/queries/surveys/index.ts";
import { answerAll } from "#tests/support/answering/hand.ts";
import { plainHand } from "#tests/support/answering/plain-hand.ts";
import { scriptHand, takenOver } from "#tests/support/answering/script-hand.ts";
import { arrive, expectNoAxeViolations, launchBrowser } from "#tests/support/browser.ts";
import { type EditorHand, editorHand } from "#tests/support/editor-hand.ts";
import { type RunningSite, signIn, startSite } from "#tests/support/running-site.ts";
import { madeUpFirms, makeSurvey } from "#tests/support/sample-survey.ts";

/** Clerks who cannot write JSON make and mend questionnaires in the editor. */
let site: RunningSite;
let browser: Browser;
let clerk: Page;
let hand: EditorHand;
const secretariat = { kind: "secretariat", accountId: "", name: "事務局" } as const;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite("accounts"), launchBrowser()]);
  clerk = await clerkAt("jimukyoku");
  hand = editorHand(clerk);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function clerkAt(login: "jimukyoku" | "jimukyoku-2"): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await signIn(page, site, login);
  return page;
}

const sample = readFileSync("content/survey/questionnaire.json", "utf8");
const editor = (survey: string) => site.url + href("deskEditor", { survey });
const sourceOf = async (slug: string) =>
  (await currentSource(site.database.db, secretariat, slug)) ?? "";

/** A survey in preparation that asks what the sample asks. */
async function prepare(slug: string): Promise<void> {
  const checked = checkDefinition(sample);
  if (!checked.ok) throw new Error("the sample is not sound");
  const entry = { slug, title: `調査 ${slug}`, closesOn: "2030-12-18" };
  const questionnaire = checked.value;
  await createSurvey(site.database.db, anyone, { ...entry, questionnaire, source: sample });
}

/** Answers to the questionnaire made here. */
const answers: Answers = {
  q1: "a1",
  q2: true,
  q3: ["a3", "b9"],
  q4: "a2",
  q5: 12,
  q6: "2001-04-01",
  q7: "総務係",
  q8: 4,
  q9: ["a2", "a3", "a1"],
  q10: { r1: "c2", r2: "c1" },
  q11: { i1: 1200, i2: "1500" },
  q12: [{ t1: "サンプル建設" }],
  q13: "特にありません。",
};

/** Opens the survey with two firms and gives their codes. */
async function opened(surveyId: string): Promise<string[]> {
  const { db } = site.database;
  const [secret = ""] = site.environment.secrets;
  const hash = (code: string) => keyedHashes([secret])("survey-code", code)[0];
  await replaceRoster(db, anyone, surveyId, madeUpFirms(4));
  const issuing = await issueCodes(db, anyone, surveyId, "missing", hash);
  if (!issuing.issued) throw new Error(issuing.why);
  await openSurvey(db, anyone, surveyId);
  return issuing.codes.map(({ code }) => code);
}

/** Answers the questionnaire as a firm, with script or without; what was stored. */
async function answered(code: string, questionnaire: Questionnaire, script: boolean) {
  const context = await browser.newContext({ javaScriptEnabled: script });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(site.url + href("codeEntry"));
  await page.getByLabel("回答コード").fill(code);
  await arrive(page, () => page.getByRole("button", { name: "回答に進む" }).click());
  if (script) await takenOver(page);
  await answerAll(
    script ? scriptHand(page, questionnaire) : plainHand(page),
    questionnaire,
    answers,
  );
  await Promise.all([
    page.waitForURL((url) => url.pathname === href("receipt")),
    page.getByRole("button", { name: "送信する" }).click(),
  ]);
  const number = await page.locator(".receipt-number strong").textContent();
  await context.close();
  const [row] = await site.database
    .sql`select answers from responses where receipt_number = ${number}`;
  return row?.answers;
}

/** Pictures to look at, where SCREENSHOTS names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/editor-${name}.png` });
}

describe.sequential("a questionnaire made in the editor alone", () => {
  it("begins with one question, from the page of a new survey", async () => {
    await clerk.goto(site.url + href("deskSurveyNew"));
    await clerk.getByLabel("調査の記号").fill("tsukuru");
    await clerk.getByLabel("調査の名称").fill("編集画面で作る調査");
    await clerk.getByLabel("締切日").fill("2030-12-20");
    await clerk.getByLabel("調査票の作り方").selectOption("empty");
    await arrive(clerk, () => clerk.getByRole("button", { name: "登録する", exact: true }).click());
    expect(clerk.url()).toBe(editor("tsukuru"));
    await hand.heading("問1").waitFor();
  });

  it("is given every type of question, by keys and buttons", async () => {
    await hand.title("仕事の種類はどれですか。");
    await hand.choices(["工事", "委託", "物品"]);
    await hand.add("はい・いいえで答える", "問2", "下請に出しましたか。");
    await hand.add("いくつでも選ぶ", "問3", "下請に出した理由は何ですか。");
    await hand.paste("人手が足りない\n技術がない\nb9\t費用が安い");
    await hand.tick("「その他」を置く（内容を書いてもらう）");
    await hand.tick("「なし」を置く");
    await hand.fill("いくつまで選べるか", "2");
    await hand.condition("問2　下請に出しましたか。", "はい");
    await hand.add("一覧から1つ選ぶ", "問4", "地域はどこですか。");
    await hand.add("数を入力する", "問5", "従業員は何人ですか。");
    await hand.fill("最も小さい数", "０");
    await hand.fill("刻み", "1");
    await hand.add("日付を入力する", "問6", "設立はいつですか。");
    await hand.add("短い文を入力する", "問7", "担当の係はどこですか。");
    await clerk.getByRole("button", { name: "ページを足す" }).click();
    await hand.heading("ページ2").waitFor();
    await hand.fill("ページの題", "2　考え");
    await hand.add(
      "段階で答える",
      "問8",
      "負担はどのくらいですか。",
      "このページの終わりに問を足す",
    );
    await hand.add("順位を付ける", "問9", "大切な順に並べてください。");
    await hand.add("表で答える", "問10", "次のことをしていますか。");
    await hand.add("いくつかの欄に入力する", "問11", "賃金はいくらですか。");
    await hand.add("同じ問を何件か繰り返す", "問12", "下請の事業者を書いてください。");
    await hand.add("長い文を入力する", "問13", "意見を書いてください。");
    await hand.condition("問1　仕事の種類はどれですか。", "工事");
    await hand.add("説明の文（答えのない文）", "説明の文");
    await clerk.getByText("直す所はありません。").waitFor();
  });

  it("warns of what a removal breaks, and takes it back", async () => {
    await hand.choose("問1");
    await hand.tick("必ず答えてもらう（必須）");
    await hand.press("消す");
    await clerk.getByText("問1の答えは、問13の表示する条件で使っています。").waitFor();
    await hand.press("それでも消す");
    await clerk.getByText("直す所が1件あります。").waitFor();
    await hand.press("直す所へ");
    await clerk.getByText("「q1」という問がありません").waitFor();
    await hand.press("元に戻す");
    await clerk.getByText("直す所はありません。").waitFor();
    expect(await clerk.locator(".editor-said").textContent()).toBe("1つ前に戻しました。");
  });

  it("keeps the focus where a question is moved, and says where it went", async () => {
    await hand.choose("問7");
    const up = clerk.getByRole("button", { name: "上へ", exact: true });
    await up.focus();
    await clerk.keyboard.press("Enter");
    await hand.heading("問6").waitFor();
    expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await clerk.locator(".editor-said").textContent()).toBe("問7を6番目に動かしました。");
  });

  it("outlives a reload before it is saved", async () => {
    await hand.title("担当の課はどこですか。");
    await clerk.reload();
    await clerk.getByText("保存していない内容を、この画面に戻しました。").waitFor();
    await clerk.getByText("保存していない変更があります。").waitFor();
    expect(await clerk.getByLabel("問の文", { exact: true }).inputValue()).toBe(
      "担当の課はどこですか。",
    );
  });

  it("outlives a closed tab, says so, and can be thrown away and taken back", async () => {
    const context = clerk.context();
    await clerk.close();
    clerk = await context.newPage();
    hand = editorHand(clerk);
    await clerk.goto(editor("tsukuru"));
    const note = clerk.getByRole("region", { name: "保存していない編集があります" });
    await note.getByText(/このブラウザーで\d+月\d+日午[前後]\d+時.*に直したもの/u).waitFor();
    await hand.choose("問6");
    const title = clerk.getByLabel("問の文", { exact: true });
    expect(await title.inputValue()).toBe("担当の課はどこですか。");
    await expectNoAxeViolations(clerk);
    await picture(clerk, "restored");
    await hand.press("保存していない編集を捨てる");
    await clerk.getByText("変更はありません。").waitFor();
    expect(await note.count()).toBe(0);
    const other = await context.newPage();
    await other.goto(editor("tsukuru"));
    await other.getByText("変更はありません。").waitFor();
    expect(await other.getByText("保存していない編集があります").count()).toBe(0);
    await other.close();
    await hand.press("元に戻す");
    await clerk.getByText("保存していない変更があります。").waitFor();
  });

  it("is given checks of answers, limits of fields and values to store", async () => {
    await hand.choose("問13");
    await hand.press("検査を足す");
    await clerk.getByText("検査1：字数").waitFor();
    await hand.fill("検査1：何字以上", "３");
    await hand.choose("問6");
    await hand.select("足す検査", "文字の形");
    await hand.press("検査を足す");
    await hand.select("検査1：答えの形", "そのほか（正規表現で書く）");
    await clerk.getByText("直す所が1件あります。").waitFor();
    await hand.fill("検査1：正規表現", "^.+係$");
    await hand.fill("検査1：合わないときに出す言葉", "「係」で終わる名前を書いてください。");
    await hand.choose("問11");
    await hand.select("欄1に入力するもの", "数");
    await hand.press("欄1の検査を足す");
    await hand.fill("欄1の検査1：いくつ以上", "1,000");
    await hand.fill("欄2の字数の上限", "10");
    await picture(clerk, "checks");
    await hand.choose("問2");
    await clerk.getByText("そのほかの設定").click();
    await hand.fill("「はい」を記録する値", "ok");
    expect(await clerk.getByLabel("「いいえ」を記録する値").getAttribute("placeholder")).toBe(
      "false",
    );
    await hand.press("元に戻す");
    await hand.choose("問6");
    await expectNoAxeViolations(clerk);
    await clerk.getByText("直す所はありません。").waitFor();
  });

  it("is saved, sound, and answered in both renderings", async () => {
    await hand.press("調査票を保存する");
    await clerk.getByText("調査票を保存しました。").waitFor();
    await clerk.getByText("変更はありません。").waitFor();
    const checked = checkDefinition(await sourceOf("tsukuru"));
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const { pages } = checked.value;
    expect(pages.map(({ questions }) => questions.map(({ type }) => type))).toEqual([
      ["radiogroup", "boolean", "checkbox", "dropdown", "number", "text", "date"],
      ["rating", "ranking", "matrix", "multipletext", "paneldynamic", "comment", "html"],
    ]);
    const [first, second] = pages;
    expect(first?.questions[2]).toMatchObject({ visibleIf: ["{q2} = true"], maxSelected: 2 });
    expect(second?.questions[5]).toMatchObject({ visibleIf: ["{q1} = 'a1'"] });
    expect(first?.questions[5]?.validators).toEqual([
      expect.objectContaining({ type: "regex", regex: "^.+係$" }),
    ]);
    expect(second?.questions[5]?.validators).toMatchObject([{ type: "text", minLength: 3 }]);
    expect(second?.questions[3]).toMatchObject({
      items: [
        { type: "number", validators: [{ type: "numeric", min: 1000 }] },
        { type: "text", maxLength: 10 },
      ],
    });
    const stored = await findSurvey(site.database.db, secretariat, "tsukuru");
    expect(stored?.questionnaire.definition).toEqual(checked.value.definition);
    const [one = "", other = "", third = ""] = await opened(stored?.id ?? "");
    const plain = await answered(one, checked.value, false);
    const script = await answered(other, checked.value, true);
    expect(plain).toEqual(answers);
    expect(script).toEqual(answers);
    expect(await answered(third, checked.value, false)).toEqual(answers);
  });

  it("is closed, released and tabulated, every type of question", async () => {
    const { db } = site.database;
    const stored = await findSurvey(db, secretariat, "tsukuru");
    await closeSurvey(db, anyone, stored?.id ?? "");
    const released = await releaseResults(db, anyone, stored?.id ?? "", "確報");
    expect(released).toEqual({ released: true, number: 1 });
    await clerk.goto(site.url + href("release", { survey: "tsukuru", release: 1 }));
    expect(await clerk.locator("section.question-result").count()).toBe(13);
    const rows = async (question: string) =>
      clerk
        .locator(`#${question} table tr:has(th[scope=row])`)
        .evaluateAll((found) =>
          found.map((row) => [
            row.querySelector("th")?.textContent ?? "",
            row.querySelector("td")?.textContent?.replace(/者$/u, "") ?? "",
          ]),
        );
    expect(await rows("q1")).toEqual(
      expect.arrayContaining([
        ["工事", "3"],
        ["委託", "0"],
        ["n（回答した事業者）", "3"],
      ]),
    );
    expect(await rows("q2")).toContainEqual(["はい", "3"]);
    expect(await rows("q3")).toContainEqual(["費用が安い", "3"]);
    expect(await rows("q5")).toContainEqual(["平均", "12"]);
    expect(await rows("q8")).toContainEqual(["平均", "4"]);
    expect(await rows("q9")).toContainEqual(["選択肢2", "3（100.0%）"]);
    for (const question of ["q10", "q11", "q12"]) {
      const cells = await clerk.locator(`#${question} table td`).allTextContents();
      expect(cells.join(" "), question).toMatch(/\b3\b/u);
    }
    for (const question of ["q4", "q6", "q7", "q13"]) {
      expect(await rows(question), question).toContainEqual(["n（回答した事業者）", "3"]);
    }
  });
});

describe.sequential("the sample in the editor", () => {
  it("differs in the one title that was edited, and in nothing else", async () => {
    await prepare("mihon");
    await clerk.goto(editor("mihon"));
    await hand.choose("問1");
    await hand.title("市との契約で、主なものはどれですか。");
    await hand.press("調査票を保存する");
    await clerk.getByText("調査票を保存しました。").waitFor();
    expect(await sourceOf("mihon")).toBe(
      sample.replace("市との契約で主なものはどれですか。", "市との契約で、主なものはどれですか。"),
    );
  });

  it("gets a language, and texts in it", async () => {
    await clerk.goto(editor("mihon"));
    await hand.choose("調査票の題と言語");
    await hand.select("足す言語", "English（英語）");
    await hand.press("この言語を足す");
    await hand.fill("調査票の題（English）", "Survey (sample)");
    await hand.choose("問1");
    await hand.fill("問の文（English）", "Which contracts do you have with the city?");
    await hand.fill("選択肢1（English）", "Construction");
    const preview = clerk.locator(".editor-preview");
    await preview.getByRole("button", { name: "English" }).click();
    await preview.getByText("Which contracts do you have with the city?").waitFor();
    await preview.getByText("Construction", { exact: true }).waitFor();
    await picture(clerk, "language");
    await hand.press("元に戻す");
    await hand.press("元に戻す");
    await hand.press("元に戻す");
    await clerk.getByText("変更はありません。").waitFor();
    expect(JSON.parse(await sourceOf("mihon")).title).toBe(
      "公契約に関する事業者アンケート（サンプル）",
    );
  });

  it("is not lost where the line is, and says so", async () => {
    await hand.choose("問1");
    await hand.fill("説明（問の文の下に出ます）", "主なものを1つ選んでください。");
    await clerk.context().setOffline(true);
    await hand.press("調査票を保存する");
    await clerk.getByText("つながらなかったため、保存していません。").waitFor();
    await clerk.context().setOffline(false);
    await hand.press("調査票を保存する");
    await clerk.getByText("調査票を保存しました。").waitFor();
    expect(await sourceOf("mihon")).toContain("主なものを1つ選んでください。");
  });

  it("is not overwritten by one who came later: they are told and choose", async () => {
    const colleague = await clerkAt("jimukyoku-2");
    const other = editorHand(colleague);
    await colleague.goto(editor("mihon"));
    await other.choose("問2");
    await other.title("従業員は何人ですか。");
    await clerk.goto(editor("mihon"));
    await hand.choose("問3");
    await hand.title("立場はどちらですか。");
    await hand.press("調査票を保存する");
    await clerk.getByText("調査票を保存しました。").waitFor();
    await other.press("調査票を保存する");
    await colleague.getByText("先に調査票を保存しました").waitFor();
    await colleague.getByText("問3（q3）の文が「立場はどちらですか。」から").waitFor();
    expect(await sourceOf("mihon")).toContain("立場はどちらですか。");
    await expectNoAxeViolations(colleague);
    await other.press("保存されている調査票を使う（この画面の変更は捨てる）");
    await other.choose("問3");
    expect(await colleague.getByLabel("問の文", { exact: true }).inputValue()).toBe(
      "立場はどちらですか。",
    );
    await colleague.context().close();
  });

  it("breaks no rule of axe and fits a phone, in both previews", async () => {
    for (const width of [360, 1280]) {
      await clerk.setViewportSize({ width, height: 900 });
      await clerk.goto(editor("mihon"));
      for (const question of ["問5", "問7", "問11"]) {
        await hand.choose(question);
        await picture(clerk, `${width}-${question}`);
        await hand.press("JavaScriptありの画面");
        await clerk.locator(".editor-preview .sd-root-modern").waitFor();
        await expectNoAxeViolations(clerk);
        await hand.press("JavaScriptなしの画面");
        await clerk.locator(".editor-preview [data-questionnaire]").waitFor();
        await expectNoAxeViolations(clerk);
        const overflow = await clerk.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      }
    }
  });

  it("says without script what it needs, and where else to go", async () => {
    const { cookies } = await clerk.context().storageState();
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(editor("mihon"));
    await arrive(page, () =>
      page.getByRole("link", { name: "調査票のファイルを登録するページ" }).click(),
    );
    expect(page.url()).toBe(site.url + href("deskQuestionnaire", { survey: "mihon" }));
    await context.close();
  });
});

describe.sequential("surveys that have begun", () => {
  const hash = (code: string) =>
    keyedHashes([site.environment.secrets[0] ?? ""])("survey-code", code)[0];

  it("go from the editor to the effects of a new edition", async () => {
    await makeSurvey(site.database.db, "uketsuke", hash);
    await clerk.goto(editor("uketsuke"));
    await hand.choose("問1");
    await hand.title("賃金を、引き上げましたか。");
    await arrive(clerk, () => hand.press("新しい版にするとどうなるかを確かめる"));
    await clerk.getByRole("heading", { name: "第2版にすると、どうなるか" }).waitFor();
    await clerk.getByLabel("直した理由").fill("読みやすくしました。");
    await clerk.getByLabel("上のことを確かめました。").check();
    await arrive(clerk, () => clerk.getByRole("button", { name: "第2版にする" }).click());
    expect(await sourceOf("uketsuke")).toContain("賃金を、引き上げましたか。");
    await clerk.goto(editor("uketsuke"));
    await clerk.getByText("変更はありません。").waitFor();
  });

  it("do not let a name be changed, nor one edition be laid over another", async () => {
    const colleague = await clerkAt("jimukyoku-2");
    const other = editorHand(colleague);
    await colleague.goto(editor("uketsuke"));
    await other.choose("問1");
    await colleague.getByText("そのほかの設定").click();
    await colleague.getByText("名前は「raised」です。").waitFor();
    await other.title("べつの文ですか。");
    await clerk.goto(editor("uketsuke"));
    await hand.choose("問3");
    await hand.title("従業員は、何人ですか。");
    await arrive(clerk, () => hand.press("新しい版にするとどうなるかを確かめる"));
    await clerk.getByLabel("直した理由").fill("文にしました。");
    await clerk.getByLabel("上のことを確かめました。").check();
    await arrive(clerk, () => clerk.getByRole("button", { name: "第3版にする" }).click());
    await arrive(colleague, () => other.press("新しい版にするとどうなるかを確かめる"));
    await colleague.getByText("ほかの職員が先に調査票を直しました。").waitFor();
    await colleague.goto(editor("uketsuke"));
    await colleague.getByText("先に調査票を保存しました").waitFor();
    await colleague.context().close();
  });

  it("can only be looked at after the close", async () => {
    const { surveyId } = await makeSurvey(site.database.db, "shimeta", hash);
    await closeSurvey(site.database.db, anyone, surveyId);
    await clerk.goto(editor("shimeta"));
    await hand.choose("問2");
    expect(await clerk.getByLabel("問の文", { exact: true }).isDisabled()).toBe(true);
    expect(await clerk.getByRole("button", { name: "ページを足す" }).count()).toBe(0);
    expect(await clerk.getByRole("button", { name: /保存/ }).count()).toBe(0);
  });
});
