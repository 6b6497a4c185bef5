import { type Answers, type AnswerValue, commentKey } from "../answers.ts";
import type { Values } from "../conditions.ts";
import type { PanelDynamicQuestion } from "../questionnaire.ts";
import type { FormQuestion } from "./compiled.ts";
import type { PanelIntent } from "./controls.ts";

/** One panel's answers by question name. */
export type Entry = { readonly [name: string]: AnswerValue };

/** Whether a value can be one entry of a dynamic panel: an object and no list. */
export function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The panels of a dynamic panel as SurveyJS shows them: those given, and at least the least. */
export function entriesOf(
  { minPanels, maxPanels }: PanelDynamicQuestion,
  value: AnswerValue | undefined,
): Entry[] {
  const given = (Array.isArray(value) ? value.filter(isEntry) : []).slice(0, maxPanels);
  const missing = Math.max(0, minPanels - given.length);
  return [...given, ...Array.from({ length: missing }, () => ({}))];
}

/** What logic inside a panel sees. */
export function panelValues(answers: Values, entry: Entry): Values {
  return { ...answers, panel: entry };
}

/** Takes away the answers of a panel's questions that are not shown, until nothing changes. */
export function settleEntry(inner: readonly FormQuestion[], entry: Entry, answers: Values): Entry {
  let settled = entry;
  for (let round = 0; round <= inner.length; round++) {
    const values = panelValues(answers, settled);
    const hidden = new Set(
      inner
        .filter(({ shown }) => !shown(values))
        .flatMap(({ question }) => [question.name, commentKey(question.name)]),
    );
    const kept = Object.entries(settled).filter(([key]) => !hidden.has(key));
    if (kept.length === Object.keys(settled).length) break;
    settled = Object.fromEntries(kept);
  }
  return settled;
}

/** Adds a panel, or takes one away, within the limits of the question. */
export function changePanels(
  question: PanelDynamicQuestion,
  answers: Answers,
  { change }: PanelIntent,
): Answers {
  const entries = entriesOf(question, answers[question.name]);
  const changed =
    change === "add" ? [...entries, {}] : entries.filter((_, index) => index !== change);
  if (changed.length > question.maxPanels || changed.length < question.minPanels) return answers;
  const { [question.name]: _, ...others } = answers;
  return changed.length === 0 ? others : { ...others, [question.name]: changed };
}
