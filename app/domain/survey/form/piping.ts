import { type Answers, type AnswerValue, commentKey, partOf } from "../answers.ts";
import type { Question } from "../questionnaire.ts";
import { displayed, displayedPart } from "./displayed.ts";

/** Fills other answers into a text: 「{q1}は…」. */
export type Pipe = (text: string) => string;

/** What {panel.…} and {panelIndex} stand for inside a dynamic panel. */
export interface PipedPanel {
  questions: readonly Question[];
  entry: AnswerValue;
  /** From 0. */
  index: number;
}

/**
 * Pipes answers into titles as SurveyJS does: {name}, {name-Comment}, {name.part}, {name[0].part},
 * in a panel {panel.name} and {panelIndex}; names without regard to case. A question without an
 * answer leaves nothing behind; what names no question stays as it stands.
 */
export function compilePiping(
  questions: readonly Question[],
): (answers: Answers, panel?: PipedPanel) => Pipe {
  const byName = new Map(questions.map((question) => [question.name.toLowerCase(), question]));
  return (answers, panel) => (text) => {
    if (!text.includes("{")) return text;
    return text.replace(/\{([^{}\n]{1,200})\}/g, (written, inner: string) => {
      const name = inner.trim();
      if (panel !== undefined) {
        if (name.toLowerCase() === "panelindex") return String(panel.index + 1);
        if (/^panel\./i.test(name)) return inPanel(panel, name.slice(6)) ?? written;
      }
      return filled(byName, answers, name) ?? written;
    });
  };
}

function filled(
  byName: ReadonlyMap<string, Question>,
  answers: Answers,
  name: string,
): string | undefined {
  const whole = byName.get(name.toLowerCase());
  if (whole !== undefined) {
    return displayed(whole, answers[whole.name], answers[commentKey(whole.name)]);
  }
  const [, beside] = /^(.+)-comment$/i.exec(name) ?? [];
  const commented = beside === undefined ? undefined : byName.get(beside.toLowerCase());
  if (commented !== undefined) {
    const comment = answers[commentKey(commented.name)];
    return typeof comment === "string" ? comment : undefined;
  }
  const [, head, index, tail] = /^([^.[]+)(?:\[(\d+)\])?\.(.+)$/.exec(name) ?? [];
  const question = head === undefined ? undefined : byName.get(head.toLowerCase());
  if (question === undefined || tail === undefined) return undefined;
  const part = index === undefined ? tail : `${index}.${tail}`;
  return displayedPart(question, answers[question.name], part);
}

function inPanel({ questions, entry }: PipedPanel, name: string): string | undefined {
  const question = questions.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (question === undefined) return undefined;
  const comment = partOf(entry, commentKey(question.name));
  return displayed(question, partOf(entry, question.name), comment);
}
