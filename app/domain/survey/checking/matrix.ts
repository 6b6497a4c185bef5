import { isEmptyAnswer } from "../answers.ts";
import type { MatrixQuestion } from "../questionnaire.ts";
import { valuesOf } from "./choice.ts";
import { type Fault, isRecord } from "./fault.ts";

/** An object from row to column; rows and columns only those of the matrix, none empty. */
export function faultOfMatrix({ rows, columns }: MatrixQuestion) {
  const rowKeys = new Set(rows.map(({ value }) => String(value)));
  const offered = valuesOf(columns);
  return (value: unknown): Fault => {
    if (!isRecord(value) || isEmptyAnswer(value)) return "行ごとに1つ選んでください。";
    for (const [row, column] of Object.entries(value)) {
      if (!rowKeys.has(row)) return "表にない行の答えが入っています。選び直してください。";
      if (!offered.has(column)) return "表にない列の答えが入っています。選び直してください。";
    }
    return null;
  };
}

/** Rows left out, and columns chosen twice where each row must differ. */
export function faultOfMatrixRows(question: MatrixQuestion, value: unknown): Fault {
  const cells = isRecord(value) ? value : {};
  if (question.eachRowRequired) {
    const missing = question.rows.filter(({ value: row }) => !Object.hasOwn(cells, String(row)));
    if (missing.length > 0) {
      return `${missing.map(({ text }) => `「${text}」`).join("")}の行にも答えてください。`;
    }
  }
  const chosen = Object.values(cells);
  if (question.eachRowUnique && new Set(chosen).size < chosen.length) {
    return "行ごとに別の答えを選んでください。";
  }
  return null;
}
