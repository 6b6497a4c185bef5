import { type Answers, isEmptyAnswer } from "../answers.ts";
import { compilePages } from "../form/compiled.ts";
import { compileForm } from "../form/index.ts";
import { isEntry, settleEntry } from "../form/panels.ts";
import type { Questionnaire } from "../questionnaire.ts";

/**
 * Compiles what takes away, of keyed answers, those to questions that were not to be asked, also
 * inside dynamic panels, and panels that were left empty.
 */
export function compilePaperSettling(questionnaire: Questionnaire): (keyed: Answers) => Answers {
  const { fitting } = compileForm(questionnaire);
  const panels = compilePages(questionnaire.pages)
    .flatMap(({ questions }) => questions)
    .filter(({ question }) => question.type === "paneldynamic");
  return (keyed) => {
    const answers = { ...fitting(keyed) };
    for (const { question, inner } of panels) {
      const value = answers[question.name];
      if (!Array.isArray(value)) continue;
      const entries = value
        .filter(isEntry)
        .map((entry) => settleEntry(inner, entry, answers))
        .filter((entry) => !isEmptyAnswer(entry));
      if (entries.length > 0) answers[question.name] = entries;
      else delete answers[question.name];
    }
    return fitting(answers);
  };
}
