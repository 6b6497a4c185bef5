import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileForm } from "#app/domain/survey/form/index.ts";
import {
  type Answers,
  answerableQuestions,
  answersInWords,
  commentKey,
  compileQuestionnaire,
} from "#app/domain/survey/index.ts";
import { everyType } from "../every-type.ts";
import { questionnaireOf } from "../sample.ts";

const questionnaire = questionnaireOf(everyType);
const form = compileForm(questionnaire);
const check = compileQuestionnaire(questionnaire);
const names = answerableQuestions(questionnaire).map(({ name }) => name);
const keys = [...names, ...names.map(commentKey), "nobody", "constructor", "__proto__"];

/** What a script could have put into a draft under its own code: any JSON. */
const anything = fc
  .dictionary(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 }))
  .map((drawn): Answers => JSON.parse(JSON.stringify(drawn)));

/** Any fields that could be posted, among them those that the pages have. */
const posted = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(...keys.flatMap((key) => [`q.${key}`, `q.${key}.other`, `q.${key}.r1`])),
        fc.constantFrom("q.subs.0.trade", "q.subs.1.count", "q.subs.99.trade", "q.wishes.手引"),
      ),
      fc.oneof(fc.string(), fc.constantFrom("true", "1", "2", "other", "yes", "99999", "c1")),
    ),
    { maxLength: 30 },
  )
  .map((pairs) => new URLSearchParams(pairs));

describe("whatever a draft holds and a form posts", () => {
  it("pages and review can be shown, and only what the checker accepts is complete", () => {
    fc.assert(
      fc.property(anything, posted, fc.constantFrom("one", "two"), (draft, fields, page) => {
        const fitting = form.fitting(draft);
        expect(form.pages(fitting).length).toBeGreaterThan(0);
        const reading = form.read(page, fitting, fields);
        const answers = reading?.answers ?? {};
        const pages = form.pages(answers);
        answersInWords(questionnaire, answers);
        const checked = check(answers);
        if (checked.ok) return;
        // What the checker refuses is reported by the page that shows it.
        for (const { field = "" } of checked.problems) {
          const at = pages.find(({ fields }) => fields.some(({ name }) => name === field));
          expect(at?.name, `${field}: no page shows it`).toBeDefined();
          if (at?.name !== page || reading === undefined) continue;
          const told = [...reading.problems.map((each) => each.field), ...reading.added];
          expect(told).toContain(field);
        }
      }),
      { numRuns: 150 },
    );
  });
});
