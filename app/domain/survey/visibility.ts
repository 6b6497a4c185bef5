import { type Answers, commentKey } from "./answers.ts";
import { compileConditions } from "./conditions.ts";
import { answerableQuestions, type Questionnaire } from "./questionnaire.ts";

/** Compiles which questions are shown, given the answers so far; names in order. */
export function compileVisibility(questionnaire: Questionnaire): (answers: Answers) => Set<string> {
  const questions = answerableQuestions(questionnaire).map(({ name, visibleIf }) => ({
    name,
    shown: compileConditions(visibleIf),
  }));
  return (answers) =>
    new Set(questions.filter(({ shown }) => shown(answers)).map(({ name }) => name));
}

/**
 * Compiles what takes away the answers of questions that are not shown, again and again until
 * nothing changes: SurveyJS on completion clears only one link of a chain of conditions. For
 * drafts and the client; the checker refuses hidden answers and drops none.
 */
export function compileSettling(questionnaire: Questionnaire): (answers: Answers) => Answers {
  const shownIn = compileVisibility(questionnaire);
  const names = answerableQuestions(questionnaire).map(({ name }) => name);
  return (answers) => {
    let settled = answers;
    for (let round = 0; round <= names.length; round++) {
      const shown = shownIn(settled);
      const hidden = new Set(
        names.filter((name) => !shown.has(name)).flatMap((name) => [name, commentKey(name)]),
      );
      const kept = Object.entries(settled).filter(([key]) => !hidden.has(key));
      if (kept.length === Object.keys(settled).length) return settled;
      settled = Object.fromEntries(kept);
    }
    return settled;
  };
}
