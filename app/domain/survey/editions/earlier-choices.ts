import type { Choice, PanelQuestion, Question, Questionnaire } from "../questionnaire.ts";

/**
 * The newest questionnaire with the choices, rows and columns that earlier editions offered and it
 * does not, marked as such at the end of each list: what answers of all editions are tabulated
 * by, so that no answer is left out of its table.
 *
 * @param earlier the questionnaires of the editions before, the newest first
 */
export function withEarlierChoices(
  newest: Questionnaire,
  earlier: readonly Questionnaire[],
): Questionnaire {
  if (earlier.length === 0) return newest;
  const before = earlier.flatMap(({ pages }) =>
    pages.flatMap((page): Question[] => page.questions),
  );
  const pages = newest.pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) =>
      before
        .filter(({ name, type }) => name === question.name && type === question.type)
        .reduce(withChoicesOf, question),
    ),
  }));
  return { ...newest, pages };
}

function withChoicesOf(question: Question, earlier: Question): Question {
  if ("choices" in question && "choices" in earlier) {
    return { ...question, choices: joined(question.choices, earlier.choices) };
  }
  if (question.type === "matrix" && earlier.type === "matrix") {
    const rows = joined(question.rows, earlier.rows);
    return { ...question, rows, columns: joined(question.columns, earlier.columns) };
  }
  if (question.type === "paneldynamic" && earlier.type === "paneldynamic") {
    const questions = question.questions.map((inner): PanelQuestion => {
      const before = earlier.questions.filter(
        ({ name, type }) => name === inner.name && type === inner.type,
      );
      const kept = before.reduce<Question>(withChoicesOf, inner);
      return kept.type === "paneldynamic" ? inner : kept;
    });
    return { ...question, questions, maxPanels: Math.max(question.maxPanels, earlier.maxPanels) };
  }
  return question;
}

function joined(choices: readonly Choice[], earlier: readonly Choice[]): Choice[] {
  const gone = earlier.filter(({ value }) => !choices.some((choice) => choice.value === value));
  return [
    ...choices,
    ...gone.map((choice) => ({ ...choice, text: `${choice.text}（前の版の選択肢）` })),
  ];
}
