import {
  answerableQuestions,
  type Choice,
  type HtmlQuestion,
  type Question,
  type Questionnaire,
} from "../questionnaire.ts";

/** "class": numbers, counted by classes; "written": only that something was. */
export type VariableKind = "choice" | "rating" | "place" | "class" | "written";

/**
 * What tables count of a question: the categories an answer falls into. "one": exactly one of
 * them; "several": any number (複数回答). A matrix gives one for each row (`q7/r1`), a ranking one
 * for each item (`q9/a`, whose categories are its places), a multipletext one for each field. Of a
 * dynamic panel: that entries were made; what stands in them see `countedPanels`.
 */
export interface CountedVariable {
  id: string;
  question: string;
  /** Row of a matrix, item of a ranking, item of a multipletext. */
  part: string | null;
  /** What people call the part. */
  partText: string | null;
  kind: VariableKind;
  answers: "one" | "several";
  categories: readonly { key: string; text: string }[];
  /** Lower edges of the classes that a number falls into, none yet: []; null when it is no number. */
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

/** The variables of one question. */
export function variablesOf(
  question: Exclude<Question, HtmlQuestion>,
  edgesOf: Readonly<Record<string, readonly number[]>>,
): CountedVariable[] {
  const { name } = question;
  const whole = { id: name, question: name, part: null, partText: null, edges: null };
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
    case "rating": {
      const kind = question.type === "rating" ? "rating" : "choice";
      return [{ ...whole, kind, answers: "one", categories: categoriesOf(question.choices) }];
    }
    case "checkbox": {
      const categories = categoriesOf(question.choices);
      return [{ ...whole, kind: "choice", answers: "several", categories }];
    }
    case "boolean": {
      const { whenTrue, whenFalse } = question;
      const categories = [whenTrue, whenFalse].map(({ value, text }) => ({
        key: String(value),
        text,
      }));
      return [{ ...whole, kind: "choice", answers: "one", categories }];
    }
    case "matrix":
      return question.rows.map(({ value, text }) => ({
        ...whole,
        id: `${name}/${value}`,
        part: String(value),
        partText: text,
        kind: "choice" as const,
        answers: "one" as const,
        categories: categoriesOf(question.columns),
      }));
    case "ranking": {
      const places = question.choices.map((_, place) => ({
        key: String(place + 1),
        text: `${place + 1}位`,
      }));
      const unranked = question.selectToRank ? [{ key: "unranked", text: "順位なし" }] : [];
      return question.choices.map(({ value, text }) => ({
        ...whole,
        id: `${name}/${value}`,
        part: String(value),
        partText: text,
        kind: "place" as const,
        answers: "one" as const,
        categories: [...places, ...unranked],
      }));
    }
    case "number":
      return [{ ...whole, ...classesBy(edgesOf[name]) }];
    case "multipletext":
      return question.items.map((item) => {
        const id = `${name}/${item.name}`;
        const part = { id, part: item.name, partText: item.title };
        const counted = item.type === "number" ? classesBy(edgesOf[id]) : onlyWritten;
        return { ...whole, ...part, ...counted };
      });
    case "text":
    case "comment":
    case "date":
    case "paneldynamic":
      return [{ ...whole, ...onlyWritten }];
  }
}

const onlyWritten = { kind: "written", answers: "one", categories: written } as const;

/** Numbers by classes; without edges only that there is a number. */
function classesBy(edges: readonly number[] = []) {
  const categories = edges.length < 2 ? written : classesOf(edges);
  return { kind: "class", answers: "one", categories, edges } as const;
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
