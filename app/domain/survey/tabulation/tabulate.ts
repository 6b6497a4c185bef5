import { type Answers, commentKey, isEmptyAnswer } from "../answers.ts";
import { isRecord } from "../checking/fault.ts";
import { own } from "../checking/group.ts";
import { compileConditions, type Values } from "../conditions.ts";
import type {
  HtmlQuestion,
  MultipleTextQuestion,
  PanelDynamicQuestion,
  PanelQuestion,
  Question,
  Questionnaire,
} from "../questionnaire.ts";
import type { EntriesTable, ItemsTable, Table, Tabulation } from "./tables.ts";
import { type SimpleTable, type Tally, tallyOf } from "./tally.ts";
import { tallyOfField } from "./tally-fields.ts";

/**
 * Single tables of every question. In each, n are those who answered it (the base of its
 * percentages), noAnswer those to whom it was shown and who did not, notApplicable those to whom
 * it was not shown or for whom it was disabled. Answers are those `compileQuestionnaire` has
 * accepted; they are read once, in any order, and the tables do not depend on the order.
 */
export function tabulate(questionnaire: Questionnaire, responses: Iterable<Answers>): Tabulation {
  const questions = answerable(questionnaire.pages.flatMap((page): Question[] => page.questions));
  const counters = questions.map(
    (question): Counter<Table> =>
      question.type === "paneldynamic"
        ? countQuestion(question, tallyOfEntries(question))
        : countQuestion(question, tallyOfSimple(question)),
  );
  let total = 0;
  for (const answers of responses) {
    total += 1;
    for (const counter of counters) counter.add(answers, answers);
  }
  return { responses: total, tables: counters.map((counter) => counter.table()) };
}

function answerable<T extends Question>(questions: readonly T[]): Exclude<T, HtmlQuestion>[] {
  return questions.filter(
    (question): question is Exclude<T, HtmlQuestion> => question.type !== "html",
  );
}

/** Counts one question over answers; `values` is what its conditions see. */
interface Counter<T> {
  add(answers: Values, values: Values): void;
  table(): T;
}

function countQuestion<T>(question: Exclude<Question, HtmlQuestion>, tally: Tally<T>): Counter<T> {
  const { name, number, title, articles } = question;
  const shown = compileConditions(question.visibleIf);
  const enabled = compileConditions(question.enableIf);
  let n = 0;
  let noAnswer = 0;
  let notApplicable = 0;
  return {
    add(answers, values) {
      const value = own(answers, name);
      if (!shown(values)) notApplicable += 1;
      else if (!isUnanswered(value)) {
        n += 1;
        tally.add(value, own(answers, commentKey(name)), values);
      } else if (enabled(values)) noAnswer += 1;
      else notApplicable += 1;
    },
    table: () =>
      tally.table({ question: name, number, title, articles, n, noAnswer, notApplicable }),
  };
}

function isUnanswered(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) ? value.every(isEmptyAnswer) : isEmptyAnswer(value);
}

function tallyOfSimple(question: Exclude<PanelQuestion, HtmlQuestion>): Tally<SimpleTable> {
  return question.type === "multipletext" ? tallyOfItems(question) : tallyOf(question);
}

function tallyOfItems({ items }: MultipleTextQuestion): Tally<ItemsTable> {
  const counters = items.map((item) => countQuestion(item, tallyOfField(item)));
  return {
    add(value, _, values) {
      const texts = isRecord(value) ? value : {};
      for (const counter of counters) counter.add(texts, values);
    },
    table: (base) => ({ ...base, kind: "items", items: counters.map((item) => item.table()) }),
  };
}

function tallyOfEntries({ questions }: PanelDynamicQuestion): Tally<EntriesTable> {
  const counters = answerable(questions).map((question) =>
    countQuestion(question, tallyOfSimple(question)),
  );
  let entries = 0;
  return {
    add(value, _, values) {
      if (!Array.isArray(value)) return;
      for (const entry of value.filter(isRecord)) {
        entries += 1;
        for (const counter of counters) counter.add(entry, { ...values, panel: entry });
      }
    },
    table: (base) => ({
      ...base,
      kind: "entries",
      entries,
      tables: counters.map((counter) => counter.table()),
    }),
  };
}
