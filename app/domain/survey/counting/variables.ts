import {
  answerableQuestions,
  type Choice,
  type HtmlQuestion,
  type Question,
  type Questionnaire,
} from "../questionnaire.ts";

/**
 * What tables count of a question: the categories an answer falls into. "one": exactly one of
 * them; "several": any number (複数回答). A matrix gives one for each row (`q7/r1`), a ranking one
 * for each item (`q9/a`, whose categories are its places).
 */
export interface CountedVariable {
  id: string;
  question: string;
  /** Row of a matrix or item of a ranking. */
  part: string | null;
  answers: "one" | "several";
  categories: readonly { key: string; text: string }[];
  /** Lower edges of the classes that a number falls into; null when it is no number. */
  edges: readonly number[] | null;
}

/** Categories of texts, dates, panels: only that something was written. */
const written = [{ key: "written", text: "記入あり" }];

/**
 * The variables of a questionnaire, in its order. `edgesOf` gives the classes of the number
 * questions: they are fixed with the first release, so that later ones can be compared.
 */
export function countedVariables(
  questionnaire: Questionnaire,
  edgesOf: Readonly<Record<string, readonly number[]>>,
): CountedVariable[] {
  return answerableQuestions(questionnaire).flatMap((question) => variablesOf(question, edgesOf));
}

function variablesOf(
  question: Exclude<Question, HtmlQuestion>,
  edgesOf: Readonly<Record<string, readonly number[]>>,
): CountedVariable[] {
  const { name } = question;
  const whole = { id: name, question: name, part: null, edges: null };
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
    case "rating":
      return [{ ...whole, answers: "one", categories: categoriesOf(question.choices) }];
    case "checkbox":
      return [{ ...whole, answers: "several", categories: categoriesOf(question.choices) }];
    case "boolean": {
      const { whenTrue, whenFalse } = question;
      const categories = [whenTrue, whenFalse].map(({ value, text }) => ({
        key: String(value),
        text,
      }));
      return [{ ...whole, answers: "one", categories }];
    }
    case "matrix":
      return question.rows.map(({ value }) => ({
        ...whole,
        id: `${name}/${value}`,
        part: String(value),
        answers: "one" as const,
        categories: categoriesOf(question.columns),
      }));
    case "ranking": {
      const places = question.choices.map((_, place) => ({
        key: String(place + 1),
        text: `${place + 1}位`,
      }));
      const unranked = question.selectToRank ? [{ key: "unranked", text: "順位なし" }] : [];
      return question.choices.map(({ value }) => ({
        ...whole,
        id: `${name}/${value}`,
        part: String(value),
        answers: "one" as const,
        categories: [...places, ...unranked],
      }));
    }
    case "number": {
      const edges = edgesOf[name] ?? [];
      if (edges.length < 2) return [{ ...whole, answers: "one", categories: written }];
      return [{ ...whole, answers: "one", categories: classesOf(edges), edges }];
    }
    case "text":
    case "comment":
    case "date":
    case "multipletext":
    case "paneldynamic":
      return [{ ...whole, answers: "one", categories: written }];
  }
}

function categoriesOf(choices: readonly Choice[]) {
  return choices.map(({ value, text }) => ({ key: String(value), text }));
}

/** From each edge to below the next; the first class is open below, the last above. */
function classesOf(edges: readonly number[]) {
  return edges.map((edge, index) => {
    const next = edges[index + 1];
    const text = (number: number) => number.toLocaleString("ja-JP");
    if (next === undefined) return { key: `${edge}`, text: `${text(edge)}以上` };
    if (index === 0) return { key: `${edge}`, text: `${text(next)}未満` };
    return { key: `${edge}`, text: `${text(edge)}以上${text(next)}未満` };
  });
}
