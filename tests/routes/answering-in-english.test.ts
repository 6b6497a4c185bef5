import { afterAll, beforeAll, expect, it } from "vitest";
import { anyone } from "#app/domain/viewer.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { closeSurvey } from "#db/queries/surveys/index.ts";
import { enter } from "#tests/support/contractor.ts";
import { wordsIn } from "#tests/support/html-form.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";
import { environment, type TestSite, testSite } from "#tests/support/site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
});
afterAll(() => site.stop());

const hashCode = (code: string) => keyedHashes(environment.secrets)("survey-code", code)[0];

const definition = {
  title: { default: "働き方のアンケート", en: "Survey on working conditions" },
  pages: [
    {
      name: "p1",
      elements: [
        {
          type: "radiogroup",
          name: "raised",
          title: { default: "賃金を引き上げましたか。", en: "Did you raise wages?" },
          choices: [
            { value: "yes", text: { default: "はい", en: "Yes" } },
            { value: "no", text: { default: "いいえ", en: "No" } },
          ],
        },
      ],
    },
  ],
};

it("tells how answers are handled in English, before the first question and with the receipt", async () => {
  const { codes } = await makeSurvey(site.db, "eigo", hashCode, { definition });
  const contractor = await enter(site.visitor(), codes[0]);
  const japanese = await contractor.look();
  expect(japanese.words).toContain("この調査は匿名です");
  const english = await contractor.look(`${href("answer")}?lang=en`);
  expect(english.words).toContain("This survey is anonymous.");
  expect(english.words).toContain("Please answer by");
  expect(english.words).not.toContain("この調査は匿名です");
  const reviewed = await contractor.post(english, { "q.raised": "yes" });
  expect(reviewed.status).toBe(303);
  const sent = await contractor.send();
  expect(sent.location).toBe(`${href("receipt")}?lang=en`);
  const receipt = wordsIn(await (await contractor.person.get(sent.location ?? "")).text());
  expect(receipt).toContain("Your answer has been received");
  expect(receipt).toContain("Thank you for taking part in “Survey on working conditions”.");
  expect(receipt).toContain("Question 1");
  expect(receipt).toContain("Did you raise wages?");
  expect(receipt).not.toContain("回答の取扱い");
  const pdfAddress = `${href("receiptPdf")}?lang=en`;
  const held = await (await contractor.person.get(sent.location ?? "")).text();
  expect(held).toContain(`href="${pdfAddress}"`);
  const file = await contractor.person.get(pdfAddress);
  const pdf = await readPdf(new Uint8Array(await file.arrayBuffer()));
  expect(pdf.title).toBe("Copy of your answers　Survey on working conditions");
  expect(pdf.language).toBe("en");
  for (const words of [
    "Receipt number",
    "How your answer is handled",
    "This survey is anonymous.",
    "Question 1　Did you raise wages?",
    "Yes",
  ]) {
    expect(pdf.text).toContain(squeezed(words));
  }
  expect(pdf.text).not.toMatch(/[ぁ-んァ-ヶ一-龠]/u);
  const again = wordsIn(await (await contractor.person.get(href("receipt"))).text());
  expect(again).toContain("回答を受け付けました");
});

it("tells what has happened in the language of the form: elsewhere, before, and after the close", async () => {
  const { codes, surveyId } = await makeSurvey(site.db, "eigo-shirase", hashCode, { definition });
  const contractor = await enter(site.visitor(), codes[0]);
  const first = await contractor.look(`${href("answer")}?lang=en`);
  const second = await contractor.look(`${href("answer")}?lang=en`);
  expect((await contractor.post(first, { "q.raised": "yes" })).status).toBe(303);
  const conflict = await contractor.post(second, { "q.raised": "no" });
  expect(conflict.status).toBe(409);
  const told = conflict.words;
  expect(told).toContain("The answers on this page were changed in another window");
  expect(told).toContain("Please choose which answers to keep");
  expect(told).not.toContain("ほかの画面");
  const back = await enter(site.visitor(), codes[0]);
  expect(wordsIn(await (await back.person.get(href("answer"))).text())).toContain(
    "What you entered before has been kept.",
  );
  await closeSurvey(site.db, anyone, surveyId);
  const shut = await contractor.post(second, { "q.raised": "no" });
  expect(shut.status).toBe(409);
  const closed = shut.words;
  expect(closed).toContain("This survey no longer takes answers.");
  expect(closed).toContain("What you entered on this page has not been saved.");
  expect(closed).not.toContain("受付は終わりました");
});
