import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { closeSurvey } from "#db/queries/surveys/index.ts";
import { drafts, responses, surveyEditions, surveys } from "#db/schema/index.ts";
import { type Contractor, enter, type Seen } from "#tests/support/contractor.ts";
import { postedBy, wordsIn } from "#tests/support/html-form.ts";
import { makeSurvey, notRaised, raised, smallDefinition } from "#tests/support/sample-survey.ts";
import { environment, type TestSite, testSite } from "#tests/support/site.ts";
import { questionnaireOf } from "../domain/survey/sample.ts";

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
});
afterAll(() => site.stop());

const hashCode = (code: string) => keyedHashes(environment.secrets)("survey-code", code)[0];

const stored = (surveyId: string) =>
  site.db.select().from(responses).where(eq(responses.surveyId, surveyId));

const typedRaised = { "q.raised": "yes", "q.employees": "１２" };
const typedReasons = {
  "q.reasons": ["costs", "other"],
  "q.reasons.other": "先が見通せない",
  "q.wishes": "書類を減らしてください。",
};

/** Two pages, the second asked only of those who answer "yes". */
const twoPages = {
  title: "二つのページ",
  pages: [
    {
      name: "a",
      elements: [
        { type: "text", name: "name", title: "お名前", isRequired: true },
        { type: "boolean", name: "more", title: "続けますか。", isRequired: true },
      ],
    },
    {
      name: "b",
      visibleIf: "{more} = true",
      elements: [
        { type: "comment", name: "why", title: "{name}さんの理由" },
        { type: "text", name: "count", inputType: "number", title: "数", isRequired: true },
      ],
    },
  ],
};

async function begun(slug: string, definition?: object) {
  const { codes, surveyId } = await makeSurvey(
    site.db,
    slug,
    hashCode,
    definition && { definition },
  );
  const contractor = await enter(site.visitor(), codes[0]);
  return { codes, surveyId, contractor };
}

/** Fills the page that stands open in, without a word from the server against it. */
async function on(contractor: Contractor, page: Seen, changes: Record<string, string>) {
  const next = await contractor.post(page, changes);
  expect(next.status, next.words).toBe(303);
  return contractor.look(next.location ?? "");
}

describe("answering without script", () => {
  it("ends in a receipt with a copy, after questions that the answers brought", async () => {
    const { surveyId, contractor } = await begun("kaitou");
    const first = await contractor.look();
    expect(first.html).not.toContain("q.reasons");
    const more = await contractor.post(first, { "q.raised": "no" });
    expect(more.status).toBe(200);
    expect(more.words).toContain("答えに応じて、問2が加わりました");
    expect(more.words).not.toContain("次の点を直してから");
    const done = await contractor.post(more, typedReasons);
    expect(done.location).toBe(href("answerReview"));
    const review = await contractor.look(href("answerReview"));
    for (const words of [
      "変えていない",
      "（記入）先が見通せない",
      "（無回答）",
      "この内容で送信する",
    ]) {
      expect(review.words).toContain(words);
    }
    expect(await stored(surveyId)).toEqual([]);
    const sent = await contractor.send();
    expect(sent.location).toBe(href("receipt"));
    const [response] = await stored(surveyId);
    expect(response?.answers).toEqual(notRaised);

    const receipt = await contractor.look(href("receipt"));
    expect(receipt.html).not.toContain("<script");
    for (const words of [
      response?.receiptNumber ?? "",
      "賃金を引き上げましたか。",
      "材料費が上がった",
      "書類を減らしてください。",
      "この調査は匿名です",
    ]) {
      expect(receipt.words).toContain(words);
    }
    expect((await site.visitor().get(href("receipt"))).status).toBe(404);
    expect((await contractor.look()).location).toContain(href("codeEntry"));
    expect(await site.db.select().from(drafts).where(eq(drafts.surveyId, surveyId))).toEqual([]);
  });

  it("drops what the answers no longer ask for", async () => {
    const { surveyId, contractor } = await begun("otosu");
    const more = await contractor.post(await contractor.look(), { "q.raised": "no" });
    await contractor.post(more, typedReasons);
    const back = await contractor.look(`${href("answer")}?page=1`);
    expect(back.fields.getAll("q.reasons")).toEqual(["costs", "other"]);
    await contractor.post(back, typedRaised);
    await contractor.send();
    const [response] = await stored(surveyId);
    expect(response?.answers).toEqual({ ...raised, wishes: notRaised.wishes });
  });

  it("refuses what the questionnaire could not have produced, at the question, and keeps it", async () => {
    const { surveyId, contractor } = await begun("kyohi");
    const first = await contractor.look();
    const wrong: [changes: Record<string, string | string[]>, words: string][] = [
      [{ "q.employees": "3" }, "この問に答えてください"],
      [{ "q.raised": "maybe" }, "選択肢にない答えです"],
      [{ ...typedRaised, "q.employees": "十二" }, "数字で入力してください"],
      [{ ...typedRaised, "q.employees": "6000" }, "5000以下の数を入力してください"],
      [{ ...typedRaised, "q.employees": "1.5" }, "整数で入力してください"],
      [{ ...typedRaised, "q.wishes": "あ".repeat(201) }, "200字までにしてください"],
    ];
    for (const [changes, words] of wrong) {
      const refused = await contractor.post(await contractor.look(), changes);
      expect(refused.status, JSON.stringify(changes)).toBe(400);
      expect(refused.words).toContain(words);
      expect(refused.html).toMatch(/<a href="#q\.[a-z]+">/);
      for (const [name, value] of Object.entries(changes)) {
        if (value === "maybe") continue;
        const kept = [value].flat().map((each) => (each === "１２" ? "12" : each));
        expect(refused.fields.getAll(name)).toEqual(kept);
      }
    }
    expect(first.fields.get("q.employees")).toBe("");
    // What the answers do not ask for is not taken, whoever posts it.
    const sneaked = await contractor.post(await contractor.look(), {
      ...typedRaised,
      "q.wishes": "",
      "q.reasons": "costs",
      "q.secret": "x",
    });
    expect(sneaked.location ?? sneaked.status).toBe(href("answerReview"));
    expect((await contractor.send()).location).toBe(href("receipt"));
    expect((await stored(surveyId))[0]?.answers).toEqual(raised);
  });

  it("goes back without a word, whatever was typed, and forward only when it is right", async () => {
    const { contractor } = await begun("modoru", twoPages);
    const second = await on(contractor, await contractor.look(), {
      "q.name": "<b>伊賀</b>",
      "q.more": "true",
    });
    expect(second.words).toContain("2ページ中2ページ目");
    expect(second.words).toContain("<b>伊賀</b>さんの理由");
    expect(second.html).not.toContain("<b>伊賀");
    const back = await contractor.post(
      second,
      { "q.count": "たくさん", "q.why": "改行\r\nする" },
      "back",
    );
    expect(back.location).toBe(`${href("answer")}?page=1`);
    const again = await contractor.look(`${href("answer")}?page=2`);
    expect(again.fields.get("q.count")).toBe("たくさん");
    expect(again.fields.get("q.why")).toBe("改行\nする");
    const review = await contractor.look(href("answerReview"));
    expect(review.words).toContain("まだ送信できません");
    expect(review.html).toContain(`href="${href("answer")}?page=2#q.count"`);
    expect(review.words).not.toContain("この内容で送信する");
    expect((await contractor.send()).status).toBe(400);
  });

  it("resumes on another device by the code; the database alone cannot read the draft", async () => {
    const { codes, surveyId, contractor } = await begun("saikai", twoPages);
    await on(contractor, await contractor.look(), { "q.name": "秘密の屋号", "q.more": "true" });
    const [draft] = await site.db.select().from(drafts).where(eq(drafts.surveyId, surveyId));
    expect(Buffer.from(draft?.sealed ?? []).toString("utf8")).not.toContain("秘密");
    const elsewhere = await enter(site.visitor(), codes[0]);
    const resumed = await elsewhere.look();
    expect(resumed.words).toContain("前に入力した内容が残っています");
    expect(resumed.words).toContain("2ページ中2ページ目");
    expect(resumed.words).toContain("秘密の屋号さんの理由");
  });

  it("shows both answers when two windows change one page, and loses neither", async () => {
    const { codes, contractor } = await begun("hutatu", twoPages);
    const other = await enter(site.visitor(), codes[0]);
    const [here, there] = [await contractor.look(), await other.look()];
    await on(contractor, here, { "q.name": "こちら", "q.more": "false" });
    const conflict = await other.post(there, { "q.name": "あちら", "q.more": "true" });
    expect(conflict.status).toBe(409);
    expect(conflict.words).toContain("どちらの答えを残すか");
    expect(conflict.words).toContain("こちら");
    expect(conflict.fields.get("q.name")).toBe("あちら");
    expect(conflict.fields.get("q.more")).toBe("true");
    expect((await contractor.look(href("answerReview"))).words).toContain("こちら");
    expect((await other.post(conflict, {})).location).toBe(`${href("answer")}?page=2`);
    expect((await contractor.look(href("answerReview"))).words).toContain("あちら");
    // The same page posted again is no conflict, nor is another page.
    expect((await contractor.post(here, { "q.name": "あちら", "q.more": "true" })).status).toBe(
      303,
    );
  });

  it("stores one answer of two windows, and sends only what was reviewed", async () => {
    const { codes, surveyId, contractor } = await begun("tabu");
    const other = await enter(site.visitor(), codes[0]);
    await contractor.post(await contractor.look(), typedRaised);
    const stale = await contractor.look(href("answerReview"));
    await other.post(await other.look(`${href("answer")}?page=1`), { "q.employees": "99" });
    const old = Object.fromEntries(postedBy(stale.html, 'class="buttons"'));
    const refused = await contractor.person.post(href("answerReview"), old);
    expect(refused.status).toBe(409);
    expect(wordsIn(await refused.text())).toContain("ほかの画面");
    const both = await Promise.all([contractor.send(), other.send()]);
    expect(both.map(({ location }) => location)).toEqual([href("receipt"), href("receipt")]);
    const [response, ...others] = await stored(surveyId);
    expect(others).toEqual([]);
    expect(response?.answers).toEqual({ raised: "yes", employees: 99 });
    for (const { look } of [contractor, other]) {
      expect((await look(href("receipt"))).words).toContain(response?.receiptNumber ?? "-");
    }
    // The "back" button and once more: the code's cookie is gone, the receipt's is there.
    const again = await contractor.person.post(href("answerReview"), old);
    expect(again.headers.get("Location")).toBe(href("receipt"));
  });

  it("keeps what was typed on the page when the survey closed in between", async () => {
    const { surveyId, contractor } = await begun("aida");
    const page = await contractor.look();
    await closeSurvey(site.db, anyone, surveyId);
    const late = await contractor.post(page, { ...typedRaised, "q.wishes": "この文は残って。" });
    expect(late.status).toBe(409);
    expect(late.words).toContain("受付は終わりました");
    expect(late.fields.get("q.wishes")).toBe("この文は残って。");
    expect((await contractor.look()).location).toContain("why=closed");
    expect((await contractor.look(href("answerReview"))).location).toContain("why=closed");
    expect(await stored(surveyId)).toEqual([]);
  });

  it("takes nothing after the deadline, closed or not", async () => {
    const { surveyId, contractor } = await begun("simekiri");
    await contractor.post(await contractor.look(), typedRaised);
    const review = await contractor.look(href("answerReview"));
    await site.db.execute(
      `alter table surveys disable trigger user; update surveys set closes_on = '2020-01-01' where id = '${surveyId}'; alter table surveys enable trigger user`,
    );
    const fields = Object.fromEntries(postedBy(review.html, 'class="buttons"'));
    const late = await contractor.person.post(href("answerReview"), fields);
    expect(late.status).toBe(409);
    expect(wordsIn(await late.text())).toContain("受付は終わりました");
    expect(await stored(surveyId)).toEqual([]);
  });

  it("keeps the draft through a correction of the questionnaire, and says so", async () => {
    const { surveyId, contractor } = await begun("teisei");
    await contractor.post(await contractor.look(), typedRaised);
    const page = await contractor.look(`${href("answer")}?page=1`);
    const [survey] = await site.db.select().from(surveys).where(eq(surveys.id, surveyId));
    if (!survey) throw new Error("no survey");
    const [first] = smallDefinition.pages;
    const corrected = questionnaireOf({
      ...smallDefinition,
      pages: [{ ...first, elements: first?.elements.filter(({ name }) => name !== "employees") }],
    });
    await site.db.insert(surveyEditions).values({
      surveyId,
      number: 2,
      source: JSON.stringify(corrected.definition),
      questionnaire: corrected,
      reason: "問3を取り下げました。",
    });
    await site.db
      .update(surveys)
      .set({ questionnaire: corrected, edition: 2 })
      .where(eq(surveys.id, surveyId));
    const told = await contractor.post(page, { "q.wishes": "よろしく。" });
    expect(told.status).toBe(409);
    expect(told.words).toContain("調査票が直されました");
    expect(told.fields.get("q.wishes")).toBe("よろしく。");
    expect((await contractor.post(told, {})).location).toBe(href("answerReview"));
    await contractor.send();
    const [response] = await stored(surveyId);
    expect(response).toMatchObject({
      edition: 2,
      answers: { raised: "yes", wishes: "よろしく。" },
    });
  });

  it("does not mix two codes of one browser", async () => {
    const { codes, surveyId, contractor } = await begun("majiru");
    const page = await contractor.look();
    await enter(contractor.person, codes[1]);
    const mixed = await contractor.post(page, { ...typedRaised, "q.wishes": "一社目の答え" });
    expect(mixed.location).toContain("why=other-code");
    expect((await contractor.look()).fields.get("q.wishes")).toBe("");
    expect(await stored(surveyId)).toEqual([]);
  });

  it("speaks the languages that the questionnaire offers", async () => {
    const { contractor } = await begun("kotoba", {
      title: { ja: "言葉", en: "Words" },
      elements: [
        {
          type: "boolean",
          name: "ok",
          title: { ja: "よいですか。", en: "Is it good?" },
          isRequired: true,
        },
        { type: "text", name: "why", title: { ja: "なぜですか。", en: "Why?" } },
      ],
    });
    const page = await contractor.look();
    expect(page.words).toContain("よいですか。");
    const switched = await contractor.post(page, { "q.why": "typed" }, "lang:en");
    const english = await contractor.look(switched.location ?? "");
    expect(english.words).toContain("Is it good?");
    expect(english.words).toContain("Go to the review");
    expect(english.html).toContain('lang="en"');
    expect(english.fields.get("q.why")).toBe("typed");
    expect((await contractor.look(`${href("answer")}?lang=ja`)).words).toContain("よいですか。");
  });
});
