import { type Answers, isEmptyAnswer } from "../answers.ts";
import { isRecord } from "../checking/fault.ts";
import { own } from "../checking/group.ts";
import { compileConditions, type Values } from "../conditions.ts";
import {
  answerableQuestions,
  type HtmlQuestion,
  type Question,
  type Questionnaire,
} from "../questionnaire.ts";
import { askedVariables } from "./asked-variables.ts";
import { countedPanels } from "./panels.ts";
import type { CountedVariable } from "./variables.ts";

/** In the place of a category. An answer that no category of today's edition has is "elsewhere". */
export const elsewhere = 253;
export const noAnswer = 254;
export const notApplicable = 255;

/** More categories than this have no code of one byte. */
export const mostCategories = 253;

/**
 * An answer as a row of bytes: one byte a variable (the category's place, or one of the three
 * above). Of "several" that byte is 0 where something was chosen, and bits follow, one a category;
 * of a number it is 0, and the number follows as a float64 (little endian): classes come later.
 */
export interface Coding {
  width: number;
  /** Where each variable begins in the row. */
  offsets: readonly number[];
  panels: readonly PanelCoding[];
  code(answers: Answers): Uint8Array;
}

/**
 * Where a row holds the entries of a dynamic panel: from `offset` one byte that tells how many, then
 * a row of `width` bytes for each of at most `most`, laid out as above.
 */
export interface PanelCoding {
  question: string;
  most: number;
  offset: number;
  width: number;
  offsets: readonly number[];
}

/** Bytes of a number in a row, its state included. */
export const numberWidth = 9;

/** How many bytes a variable takes in a row. */
export function widthOf({ kind, answers, categories }: CountedVariable): number {
  if (kind === "class") return numberWidth;
  return answers === "one" ? 1 : 1 + Math.ceil(categories.length / 8);
}

/**
 * Compiles the coding of a questionnaire's variables. Pure, and about as dear as the conditions.
 *
 * @param givenUnder the edition that the answers were given under: what it did not ask counts as
 *   not shown (非該当), whatever the conditions say. Its rows are laid out as those of any other.
 */
export function compileCoding(
  questionnaire: Questionnaire,
  variables: readonly CountedVariable[],
  givenUnder: Questionnaire = questionnaire,
): Coding {
  const asked = askedVariables(questionnaire, givenUnder);
  const firms = coderOf(answerableQuestions(questionnaire), variables, asked);
  let { width } = firms;
  const panels = countedPanels(questionnaire, {}).map((panel): PanelCoding & { coder: Coder } => {
    const coder = coderOf(panel.questions, panel.variables, asked);
    const offset = width;
    width += 1 + panel.most * coder.width;
    const { question, most } = panel;
    return { question, most, offset, width: coder.width, offsets: coder.offsets, coder };
  });
  return {
    width,
    offsets: firms.offsets,
    panels,
    code(answers) {
      const row = new Uint8Array(width);
      const shown = firms.write(row, 0, answers, answers);
      for (const { question, most, offset, coder } of panels) {
        const value = own(answers, question);
        if (!shown(question) || !Array.isArray(value) || isUnanswered(value)) continue;
        const entries = value.filter(isRecord).slice(0, most);
        row[offset] = entries.length;
        for (const [at, entry] of entries.entries()) {
          coder.write(row, offset + 1 + at * coder.width, entry, { ...answers, panel: entry });
        }
      }
      return row;
    },
  };
}

/** Writes the variables of some questions into a row. */
interface Coder {
  width: number;
  offsets: readonly number[];
  /** `values`: what conditions see. Gives whether a question was shown. */
  write(row: Uint8Array, at: number, answers: Values, values: Values): (name: string) => boolean;
}

function coderOf(
  asked: readonly Exclude<Question, HtmlQuestion>[],
  variables: readonly CountedVariable[],
  isAsked: ReadonlySet<string>,
): Coder {
  const questions = new Map(
    asked.map((question) => [
      question.name,
      {
        shown: compileConditions(question.visibleIf),
        enabled: compileConditions(question.enableIf),
      },
    ]),
  );
  const offsets: number[] = [];
  let width = 0;
  const coders = variables.map((variable) => {
    const offset = width;
    offsets.push(offset);
    const { categories } = variable;
    if (categories.length > mostCategories) throw new Error(`too many categories: ${variable.id}`);
    width += widthOf(variable);
    return { variable, offset, place: placeOf(variable), asked: isAsked.has(variable.id) };
  });
  return {
    width,
    offsets,
    write(row, at, answers, values) {
      const shown = new Map<string, boolean>();
      for (const { variable, offset: within, place, asked } of coders) {
        const offset = at + within;
        const question = questions.get(variable.question);
        if (!question) throw new Error(`no question ${variable.question}`);
        const is = shown.get(variable.question) ?? question.shown(values);
        shown.set(variable.question, is);
        const value = own(answers, variable.question);
        if (!is || !asked) row[offset] = notApplicable;
        else if (isUnanswered(value)) {
          row[offset] = question.enabled(values) ? noAnswer : notApplicable;
        } else if (variable.kind === "class") codeNumber(row, offset, value, variable.part);
        else if (variable.answers === "one") row[offset] = place(value);
        else codeSeveral(row, offset, value, place);
      }
      return (name) => shown.get(name) ?? false;
    },
  };
}

function codeSeveral(
  row: Uint8Array,
  offset: number,
  value: unknown,
  place: (value: unknown) => number,
): void {
  for (const item of Array.isArray(value) ? value : []) {
    const at = place(item);
    if (at === elsewhere) continue;
    const byte = offset + 1 + (at >> 3);
    row[byte] = (row[byte] ?? 0) | (1 << (at & 7));
  }
}

function codeNumber(row: Uint8Array, offset: number, value: unknown, part: string | null): void {
  const number = part === null ? value : partOf(value, part);
  if (number === undefined) row[offset] = noAnswer;
  else if (typeof number !== "number" || !Number.isFinite(number)) row[offset] = elsewhere;
  else new DataView(row.buffer, row.byteOffset).setFloat64(offset + 1, number, true);
}

function partOf(value: unknown, part: string): unknown {
  return isRecord(value) ? own(value, part) : undefined;
}

/** Which category a value falls into. */
function placeOf({ part, categories, answers }: CountedVariable): (value: unknown) => number {
  const places = new Map(categories.map(({ key }, index) => [key, index]));
  const byKey = (value: unknown) => places.get(String(value)) ?? elsewhere;
  if (categories.length === 1 && places.has("written")) {
    if (part === null) return () => 0;
    return (value) => (isUnanswered(partOf(value, part)) ? noAnswer : 0);
  }
  if (part === null || answers === "several") return byKey;
  return (value) => {
    if (Array.isArray(value)) {
      const rank = value.findIndex((item) => String(item) === part);
      return rank === -1 ? (places.get("unranked") ?? noAnswer) : byKey(rank + 1);
    }
    const cell = partOf(value, part);
    return cell === undefined ? noAnswer : byKey(cell);
  };
}

function isUnanswered(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) ? value.every(isEmptyAnswer) : isEmptyAnswer(value);
}
