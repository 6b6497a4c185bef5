import { describe, expect, it } from "vitest";
import { checkDefinition, compileQuestionnaire } from "#app/domain/survey/index.ts";
import { everyTypeAnswers, everyTypeDefinition, sparseAnswers } from "./every-type.ts";

describe("the questionnaire of every type", () => {
  it("can be loaded, and takes both of its answers", () => {
    const checked = checkDefinition(everyTypeDefinition);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const check = compileQuestionnaire(checked.value);
    for (const answers of [everyTypeAnswers, sparseAnswers]) {
      expect(check(answers)).toEqual({ ok: true, value: answers });
    }
  });
});
