import {
  type AnswerValue,
  type Choice,
  commentKey,
  type HtmlQuestion,
  otherChoice,
  type PanelQuestion,
  partOf,
} from "#app/domain/survey/index.ts";
import type { RawAnswer } from "#app/domain/survey/raw-answer.ts";
import type { RawCell, RawColumn } from "./raw-column.ts";

type Answerable = Exclude<PanelQuestion, HtmlQuestion>;

/** Makes the column of a part of a question's answer; `named` is the part's text. */
type ColumnOfPart = (
  suffix: string,
  named: string,
  meaning: string,
  cell: (value: AnswerValue | undefined) => RawCell,
  codes?: RawColumn["codes"],
) => RawColumn;

/**
 * The columns of a question, or of one in an entry of a panel: `name` heads them, `within` gives
 * the answers or the entry that the question's own answer stands in.
 */
export function valueColumns(
  question: Answerable,
  name: string,
  place: string,
  title: string,
  within: (row: RawAnswer) => AnswerValue | undefined,
): RawColumn[] {
  const value = (row: RawAnswer) => partOf(within(row), question.name);
  const column: ColumnOfPart = (suffix, named, meaning, cell, codes = []) => ({
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
  const takesComment = question.commentArea || otherChoice(question) !== undefined;
  return [...columnsOfType(question, column), ...(takesComment ? [comment] : [])];
}

function columnsOfType(question: Answerable, column: ColumnOfPart): RawColumn[] {
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

function codesOf(choices: readonly Choice[]): RawColumn["codes"] {
  return choices.map(({ value, text }) => ({ code: String(value), text }));
}

/** A single value as a cell. */
function plain(value: AnswerValue | undefined): RawCell {
  if (value === undefined) return null;
  if (typeof value === "string" || typeof value === "number") return value;
  return typeof value === "boolean" ? String(value) : JSON.stringify(value);
}
