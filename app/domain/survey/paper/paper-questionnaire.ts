import { conditionInWords } from "../conditions-in-words.ts";
import type { PanelQuestion, Question, Questionnaire, Validator } from "../questionnaire.ts";

/**
 * A questionnaire as paper keeps it: nothing has to be answered, because nobody could keep a firm
 * from sending a question back empty (無回答), and no check joins two answers. What one answer can
 * say (offered choices, numbers, lengths) and what leads to which question stay as they are.
 */
export function lenientQuestionnaire(questionnaire: Questionnaire): Questionnaire {
  return withQuestions(questionnaire, (changes) => changes);
}

/**
 * The form into which a paper answer is keyed: lenient, and every question open, each told with
 * what it hangs on, because the paper shows them all and may have answers where none belongs.
 */
export function keyingQuestionnaire(questionnaire: Questionnaire): Questionnaire {
  const byName = new Map(
    questionnaire.pages.flatMap(({ questions }) => questions).map((each) => [each.name, each]),
  );
  return withQuestions(questionnaire, (changes, { visibleIf, enableIf, description }) => {
    const conditions = [...visibleIf, ...enableIf].map(
      (condition) => `${conditionInWords(condition, byName)}だけ答える問です。`,
    );
    return {
      ...changes,
      description: [description, ...conditions].filter(Boolean).join("\n"),
      visibleIf: [],
      enableIf: [],
    };
  });
}

/** What is changed of a question whatever its type. */
type Changes = Partial<
  Pick<
    Question,
    "required" | "requiredIf" | "validators" | "description" | "visibleIf" | "enableIf"
  >
>;

function withQuestions(
  questionnaire: Questionnaire,
  also: (changes: Changes, question: Question) => Changes,
): Questionnaire {
  const changesOf = (question: Question): Changes =>
    also(
      { required: false, requiredIf: null, validators: lenientValidators(question.validators) },
      question,
    );
  const pages = questionnaire.pages.map((page) => ({
    ...page,
    questions: page.questions.map((question): Question => {
      if (question.type !== "paneldynamic") return lenient(question, changesOf(question));
      const questions = question.questions.map((inner) => lenient(inner, changesOf(inner)));
      return { ...question, ...changesOf(question), minPanels: 0, questions };
    }),
  }));
  return { ...questionnaire, pages };
}

function lenient(question: PanelQuestion, changes: Changes): PanelQuestion {
  switch (question.type) {
    case "checkbox":
    case "ranking":
      return { ...question, ...changes, minSelected: 0 };
    case "matrix":
      return { ...question, ...changes, eachRowRequired: false };
    case "multipletext": {
      const items = question.items.map((item) => ({ ...item, required: false, requiredIf: null }));
      return { ...question, ...changes, items };
    }
    default:
      return { ...question, ...changes };
  }
}

function lenientValidators(validators: readonly Validator[]): Validator[] {
  return validators
    .filter(({ type }) => type !== "expression")
    .map((each) => (each.type === "answercount" ? { ...each, min: 0 } : each));
}
