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
    for (const row of Object.keys(value)) {
      if (!rowKeys.has(row)) return "表にない行の答えが入っています。選び直してください。";
      if (!offered.has(value[row])) return "表にない列の答えが入っています。選び直してください。";
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
  if (!question.eachRowUnique) return null;
  const chosen = Object.values(cells);
  return new Set(chosen).size < chosen.length ? "行ごとに別の答えを選んでください。" : null;
}
