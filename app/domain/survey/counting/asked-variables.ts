import { answerableQuestions, type Question, type Questionnaire } from "../questionnaire.ts";
import { countedPanels } from "./panels.ts";
import { type CountedVariable, countedVariables } from "./variables.ts";

/**
 * The names of the variables, those of panels' entries included, that an edition asked as the
 * questionnaire they are counted by does. A question that went and came back under its name as one
 * of another type is another question; so is an item that was a number and is none.
 *
 * @param questionnaire what is counted by: the newest edition, with what earlier ones offered
 * @param edition the questionnaire as it was answered
 */
export function askedVariables(
  questionnaire: Questionnaire,
  edition: Questionnaire,
): ReadonlySet<string> {
  const before = new Set(signaturesOf(edition).map(({ signature }) => signature));
  return new Set(
    signaturesOf(questionnaire)
      .filter(({ signature }) => before.has(signature))
      .map(({ id }) => id),
  );
}

/** Each variable with all by which it is known again in another edition. */
function signaturesOf(questionnaire: Questionnaire): { id: string; signature: string }[] {
  const signed = (questions: readonly Question[], variables: readonly CountedVariable[]) => {
    const types = new Map(questions.map(({ name, type }) => [name, type]));
    return variables.map(({ id, question, kind }) => ({
      id,
      signature: JSON.stringify([id, types.get(question), kind]),
    }));
  };
  return [
    ...signed(answerableQuestions(questionnaire), countedVariables(questionnaire, {})),
    ...countedPanels(questionnaire, {}).flatMap(({ questions, variables }) =>
      signed(questions, variables),
    ),
  ];
}
