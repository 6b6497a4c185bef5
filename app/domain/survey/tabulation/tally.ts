import type { Values } from "../conditions.ts";
import type { HtmlQuestion, MultipleTextQuestion, PanelQuestion } from "../questionnaire.ts";
import type { EntriesTable, Table, TableBase } from "./tables.ts";
import {
  tallyBoolean,
  tallyCheckbox,
  tallyMatrix,
  tallyRanking,
  tallyRating,
  tallySingle,
} from "./tally-choices.ts";
import { tallyOfField, tallyTexts } from "./tally-fields.ts";

/** A table of a question that is not a dynamic panel. */
export type SimpleTable = Exclude<Table, EntriesTable>;

/**
 * Takes answers one by one and gives their table; `values` is what conditions around the answer
 * may refer to.
 */
export interface Tally<T> {
  add(value: unknown, comment: unknown, values: Values): void;
  table(base: TableBase): T;
}

/** The tally of a question that holds no other questions. */
export function tallyOf(
  question: Exclude<PanelQuestion, HtmlQuestion | MultipleTextQuestion>,
): Tally<SimpleTable> {
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
      return tallySingle(question);
    case "checkbox":
      return tallyCheckbox(question);
    case "boolean":
      return tallyBoolean(question);
    case "rating":
      return tallyRating(question);
    case "ranking":
      return tallyRanking(question);
    case "matrix":
      return tallyMatrix(question);
    case "comment":
      return tallyTexts();
    case "number":
    case "date":
    case "text":
      return tallyOfField(question);
  }
}
