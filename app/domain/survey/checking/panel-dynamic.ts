import { isEmptyAnswer } from "../answers.ts";
import type { Values } from "../conditions.ts";
import type { PanelDynamicQuestion } from "../questionnaire.ts";
import { type Fault, firstFault, isRecord } from "./fault.ts";
import { compileGroup } from "./group.ts";

/** A list of panels, each an object by question name; {} is a panel left empty. */
export function compilePanels(question: PanelDynamicQuestion) {
  const group = compileGroup(question.questions);
  const titles = new Map(question.questions.map(({ name, title }) => [name, title]));
  const { minPanels, maxPanels, keyName } = question;
  const at = (index: number, problems: { field?: string; message: string }[]): Fault => {
    const [first] = problems;
    if (first === undefined) return null;
    const title = titles.get(first.field ?? "") ?? first.field;
    return `${index + 1}件目の「${title}」：${first.message}`;
  };
  return {
    faultOfValue(value: unknown): Fault {
      if (!Array.isArray(value) || value.length === 0 || !value.every(isRecord)) {
        return "1件ごとに入力してください。";
      }
      if (value.length > maxPanels) return `${maxPanels}件までにしてください。`;
      return firstFault(
        value.map((panel, index) => {
          const { entry, unknown } = group.read(panel);
          return at(index, [...unknown, ...group.faultsOfValues(entry)]);
        }),
      );
    },
    faultOfFinished(value: unknown, values: Values): Fault {
      const given: Record<string, unknown>[] = Array.isArray(value) ? value.filter(isRecord) : [];
      const unasked = Math.max(0, value === undefined ? minPanels : 0);
      const entries = [...given, ...Array.from({ length: unasked }, () => ({}))];
      if (entries.length < minPanels) return `${minPanels}件以上入力してください。`;
      const fault = firstFault(
        entries.map((panel, index) => {
          const { entry } = group.read(panel);
          return at(index, group.faultsOfFinished(entry, { ...values, panel: entry }));
        }),
      );
      if (fault !== null || keyName === null) return fault;
      return faultOfKeys(entries, keyName, titles.get(keyName) ?? keyName);
    },
  };
}

function faultOfKeys(entries: Record<string, unknown>[], keyName: string, title: string): Fault {
  const keys = entries.map((entry) => entry[keyName]).filter((key) => !isEmptyAnswer(key));
  const different = new Set(keys.map((key) => JSON.stringify(key).toLowerCase()));
  return different.size < keys.length ? `「${title}」は1件ごとに別の答えにしてください。` : null;
}
