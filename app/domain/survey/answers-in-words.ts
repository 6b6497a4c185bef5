import { type Answers, type AnswerValue, commentKey, partOf } from "./answers.ts";
import { compilePiping } from "./form/piping.ts";
import {
  answerableQuestions,
  type Choice,
  type HtmlQuestion,
  type PanelQuestion,
  type Question,
  type Questionnaire,
} from "./questionnaire.ts";
import { compileVisibility } from "./visibility.ts";

/** One question and its answer as people read them; without lines it was left unanswered. */
export interface AnswerInWords {
  name: string;
  /** 問5. */
  number: number;
  title: string;
  lines: string[];
}

/** The answers of every question that was shown, in order: the copy that a contractor keeps. */
export function answersInWords(questionnaire: Questionnaire, answers: Answers): AnswerInWords[] {
  const shown = compileVisibility(questionnaire)(answers);
  const pipe = compilePiping(questionnaire.pages.flatMap((page) => page.questions))(answers);
  return answerableQuestions(questionnaire)
    .filter(({ name }) => shown.has(name))
    .map((question) => ({
      name: question.name,
      number: question.number,
      title: pipe(question.title),
      lines: linesOf(question, answers[question.name], answers[commentKey(question.name)]),
    }));
}

function linesOf(
  question: Exclude<Question, HtmlQuestion>,
  value: AnswerValue | undefined,
  comment: AnswerValue | undefined,
): string[] {
  const besides = typeof comment === "string" && comment !== "" ? [comment] : [];
  if (value === undefined) return besides;
  return question.type === "paneldynamic"
    ? [...list(value).flatMap((entry, index) => entryLines(question.questions, entry, index + 1))]
    : [...valueLines(question, value, besides)];
}

function valueLines(
  question: Exclude<PanelQuestion, HtmlQuestion>,
  value: AnswerValue,
  besides: string[],
): string[] {
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
    case "rating":
      return withComment([textOf(question.choices, value)], besides);
    case "checkbox":
      return withComment(
        list(value).map((item) => textOf(question.choices, item)),
        besides,
      );
    case "ranking":
      return list(value).map((item, index) => `${index + 1}位　${textOf(question.choices, item)}`);
    case "boolean":
      return [value === question.whenTrue.value ? question.whenTrue.text : question.whenFalse.text];
    case "matrix":
      return question.rows.flatMap((row) => {
        const column = partOf(value, String(row.value));
        return column === undefined ? [] : [`${row.text}：${textOf(question.columns, column)}`];
      });
    case "multipletext":
      return question.items.flatMap((item) => {
        const part = partOf(value, item.name);
        return part === undefined ? [] : [`${item.title || item.name}：${String(part)}`];
      });
    case "text":
    case "number":
    case "date":
    case "comment":
      return withComment([String(value)], besides);
  }
}

function entryLines(questions: readonly PanelQuestion[], entry: AnswerValue, place: number) {
  const lines = questions.flatMap((question) => {
    const value = question.type === "html" ? undefined : partOf(entry, question.name);
    if (question.type === "html" || value === undefined) return [];
    const comment = partOf(entry, commentKey(question.name));
    return [`${question.title}：${linesOf(question, value, comment).join("、")}`];
  });
  return [`${place}件目`, ...lines];
}

/** The text to "other" stands behind it; a comment of another kind below. */
function withComment(lines: string[], besides: string[]): string[] {
  return [...lines, ...besides.map((text) => `（記入）${text}`)];
}

function textOf(choices: readonly Choice[], value: AnswerValue): string {
  return choices.find((choice) => choice.value === value)?.text ?? String(value);
}

function list(value: AnswerValue): AnswerValue[] {
  return Array.isArray(value) ? value : [];
}
