import { answerableQuestions, type Questionnaire } from "#app/domain/survey/index.ts";

/** A category whose answers the peers count, in SQL over their columns. */
export interface Category {
  question: string;
  key: string;
  /** What is true of an answer in it. */
  condition: string;
}

/** The columns of the record that PostgreSQL makes of an answer. */
export function columnsOf(questionnaire: Questionnaire): { name: string; type: string }[] {
  return answerableQuestions(questionnaire).map(({ name, type }) => {
    if (type === "checkbox") return { name, type: "jsonb" };
    if (type === "rating" || type === "number") return { name, type: "integer" };
    return { name, type: type === "boolean" ? "boolean" : "text" };
  });
}

/** The categories of the single tables; numbers and texts have none here. */
export function categoriesOf(
  questionnaire: Questionnaire,
  contains: (column: string, key: string) => string,
): Category[] {
  return answerableQuestions(questionnaire).flatMap((question): Category[] => {
    const { name } = question;
    switch (question.type) {
      case "radiogroup":
      case "dropdown":
        return question.choices.map(({ value }) => ({
          question: name,
          key: String(value),
          condition: `${name} = '${value}'`,
        }));
      case "rating":
        return question.choices.map(({ value }) => ({
          question: name,
          key: String(value),
          condition: `${name} = ${value}`,
        }));
      case "checkbox":
        return question.choices.map(({ value }) => ({
          question: name,
          key: String(value),
          condition: contains(name, String(value)),
        }));
      case "boolean":
        return [
          { question: name, key: "true", condition: name },
          { question: name, key: "false", condition: `not ${name}` },
        ];
      default:
        return [];
    }
  });
}
