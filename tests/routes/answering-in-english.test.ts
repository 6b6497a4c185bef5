import { afterAll, beforeAll, expect, it } from "vitest";
import { keyedHashes } from "#app/http/keys.ts";
import { href } from "#app/routes.ts";
import { enter } from "#tests/support/contractor.ts";
import { wordsIn } from "#tests/support/html-form.ts";
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
  const again = wordsIn(await (await contractor.person.get(href("receipt"))).text());
  expect(again).toContain("回答を受け付けました");
});
