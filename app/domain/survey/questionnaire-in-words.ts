import { conditionInWords } from "./conditions-in-words.ts";
import type { Choice, PanelQuestion, Question, Questionnaire } from "./questionnaire.ts";

/** A page of a questionnaire as plain text, for those who cannot or need not fill it in. */
export interface PageInWords {
  name: string;
  title: string;
  description: string;
  questions: QuestionInWords[];
}

/** One question as plain text. */
export interface QuestionInWords {
  name: string;
  /** 問5; 0 for a text between questions and inside a repeated panel. */
  number: number;
  title: string;
  description: string;
  /** How it is answered: 「1つ選ぶ（必須）」. */
  manner: string;
  choices: string[];
  /** Rows of a matrix. */
  rows: string[];
  /** When it is shown, becomes required or can be answered, where not always. */
  conditions: string[];
  /** 第8条 */
  articles: string[];
  /** Fields of a question of several fields, questions of a repeated panel. */
  parts: QuestionInWords[];
}

/** Every question of a questionnaire with its choices, conditions and articles, in order. */
export function questionnaireInWords({ pages }: Questionnaire): PageInWords[] {
  const questions = new Map(
    pages.flatMap((page) => page.questions).map((question) => [question.name, question]),
  );
  return pages.map(({ name, title, description, questions: own }) => ({
    name,
    title,
    description,
    questions: own.map((question) => inWords(question, questions)),
  }));
}

function inWords(question: Question, questions: ReadonlyMap<string, Question>): QuestionInWords {
  const { name, number, description, articles, visibleIf, enableIf, requiredIf } = question;
  const when = (expressions: readonly string[], what: string) =>
    expressions.map((expression) => `${conditionInWords(expression, questions)}${what}`);
  const optional = question.required ? "（必須）" : "（任意）";
  return {
    name,
    number,
    title: question.type === "html" ? textOf(question.html) : question.title,
    description,
    manner: question.type === "html" ? "説明" : mannerOf(question) + optional,
    choices: choicesOf(question),
    rows: question.type === "matrix" ? question.rows.map(({ text }) => text) : [],
    conditions: [
      ...when(visibleIf, "に表示します。"),
      ...when(enableIf, "に答えられます。"),
      ...when(requiredIf === null ? [] : [requiredIf], "は必ず答えます。"),
    ],
    articles,
    parts: partsOf(question).map((part) => inWords(part, questions)),
  };
}

function mannerOf(question: Exclude<Question, { type: "html" }>): string {
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
      return "1つ選ぶ";
    case "checkbox":
      return selectionOf(question, "いくつでも選ぶ");
    case "ranking":
      return question.selectToRank
        ? `選んで順位を付ける。${selectionOf(question, "いくつでもよい")}`
        : "すべてに順位を付ける";
    case "rating":
      return `段階から1つ選ぶ${endsOf(question)}`;
    case "boolean":
      return "どちらかを選ぶ";
    case "matrix":
      return question.eachRowUnique ? "行ごとに違うものを1つ選ぶ" : "行ごとに1つ選ぶ";
    case "number":
      return `数を入力する${rangeOf(question.min, question.max)}`;
    case "date":
      return `日付を入力する${rangeOf(question.min, question.max)}`;
    case "text":
      return `1行で記入する（${question.maxLength.toLocaleString("ja-JP")}字まで）`;
    case "comment":
      return `文章で記入する（${question.maxLength.toLocaleString("ja-JP")}字まで）`;
    case "multipletext":
      return "それぞれの欄に記入する";
    case "paneldynamic":
      return `1件ごとに記入する（${question.minPanels > 0 ? `${question.minPanels}件から` : ""}${question.maxPanels}件まで）`;
  }
}

function selectionOf(
  { minSelected, maxSelected }: { minSelected: number; maxSelected: number | null },
  otherwise: string,
): string {
  if (minSelected > 0 && maxSelected !== null) return `${minSelected}つから${maxSelected}つ選ぶ`;
  if (maxSelected !== null) return `${maxSelected}つまで選ぶ`;
  return minSelected > 0 ? `${minSelected}つ以上選ぶ` : otherwise;
}

const endsOf = ({ minText, maxText }: { minText: string; maxText: string }) =>
  minText || maxText ? `（${[minText, maxText].filter(Boolean).join("から")}）` : "";

function rangeOf(min: number | string | null, max: number | string | null): string {
  if (min === null && max === null) return "";
  return `（${min === null ? "" : `${min}から`}${max === null ? "" : `${max}まで`}）`;
}

function choicesOf(question: Question): string[] {
  if (question.type === "matrix") return question.columns.map(({ text }) => text);
  if (question.type === "boolean") return [question.whenTrue.text, question.whenFalse.text];
  return "choices" in question ? question.choices.map(choiceText) : [];
}

const choiceText = ({ text, kind }: Choice) => (kind === "other" ? `${text}（内容を記入）` : text);

function partsOf(question: Question): PanelQuestion[] {
  if (question.type === "multipletext") return question.items;
  return question.type === "paneldynamic" ? question.questions : [];
}

/** The words of an HTML text; tags go, a line stays a line. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
