import type {
  Choice,
  FieldQuestion,
  HtmlQuestion,
  PanelDynamicQuestion,
  Question,
} from "#app/domain/survey/index.ts";
import type { PaperWords } from "./words.ts";

/** One line to be written on; `hint` says what may stand there, where that is worth saying. */
export type PrintedLine =
  | { kind: "line"; wide: boolean; hint: string }
  | { kind: "day"; parts: [string, string, string] };

/** What is drawn under a question to be filled in with a pen. */
export type PrintedAnswer =
  | PrintedLine
  | { kind: "writing"; lines: number; hint: string }
  | { kind: "boxes"; columns: number; choices: { text: string; writes: boolean }[] }
  | { kind: "scale"; steps: string[]; least: string; greatest: string }
  | { kind: "places"; items: string[]; place: string }
  | { kind: "grid"; columns: string[]; rows: string[] }
  | { kind: "fields"; fields: { title: string; required: boolean; line: PrintedLine }[] };

type Plain = Exclude<Question, HtmlQuestion | PanelDynamicQuestion>;

/** What to draw for the answer of a question, and in one sentence how it is to be given. */
export function printedAnswer(
  question: Plain,
  words: PaperWords,
): { answer: PrintedAnswer; manner: string } {
  switch (question.type) {
    case "text":
    case "number":
    case "date":
      return { answer: printedLine(question, words), manner: "" };
    case "comment":
      return {
        answer: {
          kind: "writing",
          lines: linesFor(question.maxLength, question.rows),
          hint: words.longest(question.maxLength),
        },
        manner: "",
      };
    case "boolean":
      return {
        answer: boxes([question.whenTrue, question.whenFalse]),
        manner: words.chooseOne,
      };
    case "radiogroup":
    case "dropdown":
      return { answer: boxes(question.choices), manner: words.chooseOne };
    case "checkbox":
      return {
        answer: boxes(question.choices),
        manner: words.choose(question.minSelected, question.maxSelected),
      };
    case "rating":
      return {
        answer: {
          kind: "scale",
          steps: question.choices.map(({ text }) => text),
          least: question.minText,
          greatest: question.maxText,
        },
        manner: words.chooseOne,
      };
    case "ranking": {
      const items = question.choices.map(({ text }) => text);
      const { selectToRank, minSelected, maxSelected } = question;
      return {
        answer: { kind: "places", items, place: words.place },
        manner: selectToRank
          ? words.rankSome(minSelected, maxSelected ?? items.length)
          : words.rankAll(items.length),
      };
    }
    case "matrix":
      return {
        answer: {
          kind: "grid",
          columns: question.columns.map(({ text }) => text),
          rows: question.rows.map(({ text }) => text),
        },
        manner: question.eachRowUnique ? words.differentInEachRow : words.oneInEachRow,
      };
    case "multipletext":
      return {
        answer: {
          kind: "fields",
          fields: question.items.map((item) => ({
            title: item.title,
            required: item.required,
            line: printedLine(item, words),
          })),
        },
        manner: "",
      };
  }
}

function printedLine(question: FieldQuestion, words: PaperWords): PrintedLine {
  switch (question.type) {
    case "date":
      return { kind: "day", parts: words.day };
    case "number": {
      const { min, max } = question;
      const hint = min === null && max === null ? "" : words.numbers(min, max);
      return { kind: "line", wide: false, hint };
    }
    case "text": {
      const { maxLength } = question;
      return { kind: "line", wide: true, hint: maxLength > 100 ? "" : words.longest(maxLength) };
    }
  }
}

/** Lines of some 38 characters by hand, with a quarter to spare; a page is enough for anybody. */
function linesFor(characters: number, rows: number): number {
  const needed = Math.ceil((characters * 1.25) / 38);
  return Math.min(Math.max(rows, needed, 2), 16);
}

/** Short choices stand beside one another; longer ones, and those to write at, one to a line. */
function boxes(
  choices: readonly (Pick<Choice, "text"> & { kind?: Choice["kind"] })[],
): PrintedAnswer {
  const printed = choices.map(({ text, kind }) => ({ text, writes: kind === "other" }));
  const longest = Math.max(...printed.map(({ text }) => widthOf(text)));
  const several = printed.length > 6 ? [4, 3, 2] : [2];
  const columns = several.find((count) => longest <= 80 / count - 5) ?? 1;
  return { kind: "boxes", columns, choices: printed };
}

/** In half-width letters; a line of the page has some 80 of them. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter <= "\u00ff" ? 1 : 2), 0);
}
