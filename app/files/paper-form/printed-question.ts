import { conditionInWords } from "#app/domain/survey/conditions-in-words.ts";
import type { Question, Questionnaire } from "#app/domain/survey/index.ts";
import { htmlLines } from "./html-lines.ts";
import { type PrintedAnswer, printedAnswer } from "./printed-answer.ts";
import { type PaperWords, paperWords } from "./words.ts";

/** A page of the questionnaire as it is printed: its questions follow one another on the paper. */
export interface PrintedPage {
  title: string;
  description: string;
  /** For whom the page is, when not for everybody. */
  conditions: string[];
  questions: PrintedQuestion[];
}

/** A question as it is printed: plain data, all texts ready. */
export interface PrintedQuestion {
  /** 問5; "" inside a panel and for a text between questions. */
  number: string;
  title: string;
  required: string;
  /** For whom the question is, when not for everybody. */
  conditions: string[];
  description: string;
  manner: string;
  /** Null for a text between questions, whose paragraphs are `text`. */
  answer: PrintedAnswer | PrintedPanels | null;
  text: string[];
  comment: string;
}

/** A dynamic panel: blank blocks, each with the same questions. */
export interface PrintedPanels {
  kind: "panels";
  titles: string[];
  questions: PrintedQuestion[];
  more: string;
}

/** Blank blocks of a dynamic panel that are printed, unless the questionnaire asks for more. */
const usualPanels = 3;

/** The pages of a questionnaire, already in the language to print, with all questions. */
export function printedPages(questionnaire: Questionnaire, locale: string): PrintedPage[] {
  const words = paperWords(locale);
  const all = new Map(
    questionnaire.pages.flatMap(({ questions }) => questions).map((each) => [each.name, each]),
  );
  return questionnaire.pages.map(({ title, description, questions }) => {
    const shared = sharedConditions(questions);
    const print = new Printing(words, all, shared);
    return {
      title: print.text(title),
      description: print.text(description),
      conditions: shared.map((condition) => words.only(print.condition(condition))),
      questions: questions.map((question) => print.question(question)),
    };
  });
}

/** The conditions that every question of a page hangs on: they are said once, above. */
function sharedConditions(questions: readonly Question[]): string[] {
  const [first, ...rest] = questions;
  if (first === undefined || rest.length === 0) return [];
  return first.visibleIf.filter((each) => rest.every(({ visibleIf }) => visibleIf.includes(each)));
}

class Printing {
  constructor(
    readonly words: PaperWords,
    readonly known: ReadonlyMap<string, Question>,
    readonly said: readonly string[],
  ) {}

  condition(expression: string): string {
    return conditionInWords(expression, this.known, this.words.conditions);
  }

  /** A text in which {q1} stands: paper cannot know the answer, so it says where it is. */
  text(written: string): string {
    return written.replace(/\{([^{}\n]{1,200})\}/g, (whole, name: string) => {
      const [head = "", inner] = name.trim().split(/[.[]/);
      const question = this.known.get(head === "panel" ? `panel.${inner}` : head);
      if (question === undefined) return whole;
      const { conditions, earlierAnswer } = this.words;
      return earlierAnswer(conditions.question(question.number, question.title));
    });
  }

  question(question: Question): PrintedQuestion {
    const { words } = this;
    const hangsOn = [...question.visibleIf, ...question.enableIf];
    const base = {
      number: question.number > 0 ? words.question(question.number) : "",
      title: this.text(question.title),
      required: question.required ? words.required : "",
      conditions: [...new Set(hangsOn.filter((each) => !this.said.includes(each)))].map((each) =>
        words.only(this.condition(each)),
      ),
      description: this.text(question.description),
      manner: "",
      text: [],
      comment: question.commentArea ? words.comment : "",
    };
    if (question.requiredIf !== null) {
      base.conditions.push(words.requiredWhen(this.condition(question.requiredIf)));
    }
    if (question.type === "html") {
      const text = htmlLines(question.html).map((line) => this.text(line));
      return { ...base, title: "", answer: null, text };
    }
    if (question.type !== "paneldynamic") return { ...base, ...printedAnswer(question, words) };
    const { minPanels, maxPanels } = question;
    const shown = maxPanels <= usualPanels + 2 ? maxPanels : Math.max(minPanels, usualPanels);
    const inner = new Map(question.questions.map((each) => [`panel.${each.name}`, each]));
    const within = new Printing(words, new Map([...this.known, ...inner]), this.said);
    return {
      ...base,
      answer: {
        kind: "panels",
        titles: Array.from({ length: shown }, (_, index) => words.panel(index + 1)),
        questions: question.questions.map((each) => within.question(each)),
        more: shown < maxPanels ? words.morePanels(shown, maxPanels) : "",
      },
    };
  }
}
