import { type Answers, type AnswerValue, commentKey } from "../answers.ts";
import type { Values } from "../conditions.ts";
import type { PanelDynamicQuestion } from "../questionnaire.ts";
import type { CompiledPage, FormQuestion } from "./compiled.ts";
import { panelPrefix, topPrefix } from "./controls.ts";
import { faultsOfPage, type PageProblem } from "./page-faults.ts";
import { type Entry, entriesOf, isEntry, panelValues, settleEntry } from "./panels.ts";
import { type PostedFields, textOf } from "./posted.ts";
import { readAnswer } from "./read-value.ts";

/** What a posted page says. */
export interface PageReading {
  /** All answers with those of the page merged in; what is no longer shown has been dropped. */
  answers: Answers;
  /** What is wrong at the questions that the page had shown. */
  problems: PageProblem[];
  /** Names of questions that these answers have newly brought onto the page, or opened. */
  added: string[];
}

/**
 * Reads one posted page over the answers before. Questions that were shown and open to be
 * answered are taken from the form, an absent control meaning no answer; others keep what they
 * had. Values that cannot be answers stay as typed and are reported.
 */
export function readFormPage(
  { questions }: CompiledPage,
  settle: (answers: Answers) => Answers,
  answers: Answers,
  fields: PostedFields,
): PageReading {
  const before = standing(questions, answers);
  const merged: Record<string, AnswerValue> = { ...answers };
  for (const compiled of questions) read(compiled, merged, answers, answers, topPrefix, fields);
  const settled = settle(settlePanels(questions, settle(merged)));
  const added = [...standing(questions, settled)].filter((key) => !before.has(key));
  const problems = faultsOfPage(questions, settled).filter(
    ({ control }) => !added.some((key) => control === key || control.startsWith(`${key}.`)),
  );
  return { answers: settled, problems, added: namesOf(added) };
}

/** Reads one question into `target`; `source` is what the form had shown of it. */
function read(
  compiled: FormQuestion,
  target: Record<string, AnswerValue>,
  source: Entry,
  values: Values,
  prefix: string,
  fields: PostedFields,
): void {
  const { question } = compiled;
  if (question.type === "html") return;
  const { name } = question;
  const control = prefix + name;
  const asked = compiled.shown(values) && compiled.enabled(values);
  if (!asked && !isPosted(control, fields)) return;
  if (question.type === "paneldynamic") {
    set(target, name, panelsIn(compiled, question, source, values, fields));
    return;
  }
  const { value, comment } = readAnswer(question, prefix, fields, source);
  set(target, name, value);
  set(target, commentKey(name), comment);
}

function panelsIn(
  { inner }: FormQuestion,
  question: PanelDynamicQuestion,
  source: Entry,
  values: Values,
  fields: PostedFields,
): AnswerValue | undefined {
  const control = topPrefix + question.name;
  const shown = entriesOf(question, source[question.name]);
  const posted = textOf(fields, control);
  const count = /^\d{1,2}$/.test(posted) ? Number(posted) : shown.length;
  const entries = Array.from({ length: Math.min(count, question.maxPanels) }, (_, index) => {
    const before = shown[index] ?? {};
    const entry: Record<string, AnswerValue> = { ...before };
    const prefix = panelPrefix(control, index);
    for (const each of inner) {
      read(each, entry, before, panelValues(values, before), prefix, fields);
    }
    return entry;
  });
  return entries.length === 0 ? undefined : entriesOf(question, entries);
}

function set(
  target: Record<string, AnswerValue>,
  key: string,
  value: AnswerValue | undefined,
): void {
  if (value === undefined) delete target[key];
  else target[key] = value;
}

function isPosted(control: string, fields: PostedFields): boolean {
  for (const key of fields.keys()) {
    if (key === control || key.startsWith(`${control}.`)) return true;
  }
  return false;
}

/** Drops what is no longer shown inside the panels of a page. */
function settlePanels(questions: readonly FormQuestion[], answers: Answers): Answers {
  const settled: Record<string, AnswerValue> = { ...answers };
  for (const { question, inner } of questions) {
    const value = settled[question.name];
    if (question.type !== "paneldynamic" || !Array.isArray(value)) continue;
    settled[question.name] = value.map((entry) =>
      isEntry(entry) ? settleEntry(inner, entry, answers) : entry,
    );
  }
  return settled;
}

/** The controls of the questions that can be answered as things stand. */
function standing(questions: readonly FormQuestion[], answers: Answers): Set<string> {
  const controls = new Set<string>();
  for (const { question, shown, enabled, inner } of questions) {
    if (question.type === "html" || !shown(answers) || !enabled(answers)) continue;
    const control = topPrefix + question.name;
    controls.add(control);
    if (question.type !== "paneldynamic") continue;
    for (const [index, entry] of entriesOf(question, answers[question.name]).entries()) {
      const values = panelValues(answers, entry);
      for (const each of inner) {
        if (each.question.type === "html" || !each.shown(values) || !each.enabled(values)) continue;
        controls.add(panelPrefix(control, index) + each.question.name);
      }
    }
  }
  return controls;
}

/** The questions of controls: `q.subs.0.count` belongs to subs. */
function namesOf(controls: readonly string[]): string[] {
  return [...new Set(controls.map((control) => control.split(".")[1] ?? ""))];
}
