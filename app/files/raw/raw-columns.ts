import { civilDate, clock } from "#app/domain/japan/index.ts";
import { withEarlierChoices } from "#app/domain/survey/editions/index.ts";
import {
  type Answers,
  type AnswerValue,
  answerableQuestions,
  type Choice,
  commentKey,
  type HtmlQuestion,
  type PanelQuestion,
  type Question,
  type Questionnaire,
  type SurveyMode,
  stratumAxes,
} from "#app/domain/survey/index.ts";
import type { RawAnswerRow } from "./raw-answer.ts";

export type RawCell = string | number | null;

/** One column of the files of raw answers. */
export interface RawColumn {
  /** Unique: q5, q7/r1, q10/costs, q12[1]/kind. */
  name: string;
  /** 問5; "" for what is no question. */
  place: string;
  title: string;
  /** What a cell holds. */
  meaning: string;
  /** Codes and what they stand for. */
  codes: { code: string; text: string }[];
  cell: (row: RawAnswerRow) => RawCell;
}

type Answerable = Exclude<PanelQuestion, HtmlQuestion>;
type Reads = (row: RawAnswerRow) => AnswerValue | undefined;

/** Columns that the entries of one panel may have; beyond that they stand in one cell as JSON. */
const mostPanelColumns = 1_000;

/**
 * The columns of a survey's raw answers: one for each variable, with the questions that only
 * earlier editions had at the end. `earlier`: their questionnaires, the newest first.
 */
export function rawColumns(
  mode: SurveyMode,
  newest: Questionnaire,
  earlier: readonly Questionnaire[],
): RawColumn[] {
  const names = new Set(answerableQuestions(newest).map(({ name }) => name));
  const gone = earlier.flatMap(answerableQuestions).filter(({ name }) => {
    const isNew = !names.has(name);
    names.add(name);
    return isNew;
  });
  return [
    ...rowColumns(mode),
    ...answerableQuestions(withEarlierChoices(newest, earlier)).flatMap((question) =>
      columnsOf(question, `問${question.number}`),
    ),
    ...gone.flatMap((question) => columnsOf(question, `前の版の問${question.number}`)),
  ];
}

function rowColumns(mode: SurveyMode): RawColumn[] {
  const column = (name: string, meaning: string, cell: RawColumn["cell"]): RawColumn => ({
    name,
    place: "",
    title: name,
    meaning,
    codes: [],
    cell,
  });
  const firm = [
    column("事業者番号", "名簿の事業者番号です。", ({ firm }) => firm?.number ?? null),
    column("事業者名", "名簿の事業者名です。", ({ firm }) => firm?.name ?? null),
    column("受付", "回答を受け付けた日と時刻です。", ({ answeredAt }) =>
      answeredAt ? `${civilDate(answeredAt)} ${clock(answeredAt)}` : null,
    ),
    column("方法", "ウェブか紙かです。", ({ channel }) =>
      channel === null ? null : channel === "web" ? "ウェブ" : "紙",
    ),
  ];
  const order =
    mode === "anonymous" ? "無作為に並べ替えた順の番号です。" : "受け付けた順の番号です。";
  return [
    column("番号", order, ({ place }) => place + 1),
    column("調査票の版", "回答した調査票の版です。", ({ edition }) => edition),
    ...stratumAxes.map(({ axis, label }) =>
      column(
        label,
        "名簿の区分です。匿名の調査では、まとめた区分です。",
        ({ strata }) => strata[axis],
      ),
    ),
    ...(mode === "named" ? firm : []),
  ];
}

function columnsOf(question: Exclude<Question, HtmlQuestion>, place: string): RawColumn[] {
  if (question.type === "paneldynamic") return panelColumns(question, place);
  return valueColumns(question, question.name, place, question.title, ({ answers }) => answers);
}

/** `within` gives the answers, or the entry of a panel, that the question's answer stands in. */
function valueColumns(
  question: Answerable,
  name: string,
  place: string,
  title: string,
  within: Reads,
): RawColumn[] {
  const value: Reads = (row) => partOf(within(row), question.name);
  const column = (
    suffix: string,
    named: string,
    meaning: string,
    cell: (value: AnswerValue | undefined) => RawCell,
    codes: RawColumn["codes"] = [],
  ): RawColumn => ({
    name: `${name}${suffix}`,
    place,
    title: named === "" ? title : `${title}（${named}）`,
    meaning,
    codes,
    cell: (row) => cell(value(row)),
  });
  const comment: RawColumn = {
    name: commentKey(name),
    place,
    title,
    meaning: "「その他」の内容、又は添え書きです。",
    codes: [],
    cell: (row) => plain(partOf(within(row), commentKey(question.name))),
  };
  return [...columnsOfType(question, column), ...(takesComment(question) ? [comment] : [])];
}

function columnsOfType(
  question: Answerable,
  column: (
    suffix: string,
    named: string,
    meaning: string,
    cell: (value: AnswerValue | undefined) => RawCell,
    codes?: RawColumn["codes"],
  ) => RawColumn,
): RawColumn[] {
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
    case "rating":
      return [column("", "", "選んだ答えの値です。", plain, codesOf(question.choices))];
    case "boolean": {
      const codes = [question.whenTrue, question.whenFalse].map(({ value, text }) => ({
        code: String(value),
        text,
      }));
      return [column("", "", "選んだ答えの値です。", plain, codes)];
    }
    case "checkbox":
      return question.choices.map(({ value, text }) =>
        column(
          `/${value}`,
          text,
          "選んだら1、選ばなかったら0です。問に答えていなければ空です。",
          (answer) => (Array.isArray(answer) ? (answer.includes(value) ? 1 : 0) : null),
        ),
      );
    case "ranking":
      return question.choices.map(({ value, text }) =>
        column(`/${value}`, text, "付けた順位です。", (answer) => {
          const at = Array.isArray(answer) ? answer.indexOf(value) : -1;
          return at === -1 ? null : at + 1;
        }),
      );
    case "matrix":
      return question.rows.map(({ value, text }) =>
        column(
          `/${value}`,
          text,
          "選んだ答えの値です。",
          (answer) => plain(partOf(answer, String(value))),
          codesOf(question.columns),
        ),
      );
    case "multipletext":
      return question.items.map((item) =>
        column(`/${item.name}`, item.title || item.name, "記入です。", (answer) =>
          plain(partOf(answer, item.name)),
        ),
      );
    case "number":
      return [column("", "", "記入した数です。", plain)];
    case "date":
      return [column("", "", "記入した日付（年-月-日）です。", plain)];
    case "text":
    case "comment":
      return [column("", "", "記入した文です。", plain)];
  }
}

function panelColumns(
  question: Extract<Question, { type: "paneldynamic" }>,
  place: string,
): RawColumn[] {
  const { name, title } = question;
  const entries = ({ answers }: RawAnswerRow) => {
    const value = answers[name];
    return Array.isArray(value) ? value : undefined;
  };
  const count: RawColumn = {
    name,
    place,
    title,
    meaning: "書いた件数です。",
    codes: [],
    cell: (row) => entries(row)?.length ?? null,
  };
  const inner = question.questions.filter((one) => one.type !== "html");
  const entryColumns = (index: number) =>
    inner.flatMap((one) =>
      valueColumns(
        one,
        `${name}[${index + 1}]/${one.name}`,
        place,
        `${title}　${index + 1}件目　${one.title}`,
        (row) => entries(row)?.[index],
      ),
    );
  const each = Array.from({ length: question.maxPanels }, (_, index) => index);
  if (entryColumns(0).length * each.length > mostPanelColumns) {
    const json = (row: RawAnswerRow) => {
      const value = entries(row);
      return value ? JSON.stringify(value) : null;
    };
    return [
      count,
      { ...count, name: `${name}[]`, meaning: "書いた内容（JSON）です。", cell: json },
    ];
  }
  return [count, ...each.flatMap(entryColumns)];
}

function takesComment(question: Answerable): boolean {
  if (question.commentArea) return true;
  return "choices" in question && question.choices.some(({ kind }) => kind === "other");
}

function codesOf(choices: readonly Choice[]): RawColumn["codes"] {
  return choices.map(({ value, text }) => ({ code: String(value), text }));
}

/** A single value as a cell. */
function plain(value: AnswerValue | undefined): RawCell {
  if (value === undefined) return null;
  if (typeof value === "string" || typeof value === "number") return value;
  return typeof value === "boolean" ? String(value) : JSON.stringify(value);
}

function partOf(value: AnswerValue | Answers | undefined, key: string): AnswerValue | undefined {
  if (typeof value !== "object" || value === null || isList(value)) return undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function isList(value: AnswerValue | Answers): value is AnswerValue[] {
  return Array.isArray(value);
}
