import { isEmptyAnswer } from "../answers.ts";
import type { Values } from "../conditions.ts";
import type { MultipleTextQuestion } from "../questionnaire.ts";
import { type Fault, firstFault, isRecord } from "./fault.ts";
import { compileQuestion } from "./question.ts";

/** Several fields in one question: an object by item name, items without a text left out. */
export function compileItems({ items }: MultipleTextQuestion) {
  const compiled = items.map((item) => ({ ...compileQuestion(item), title: item.title }));
  const byName = new Map(compiled.map((item) => [item.name, item]));
  return {
    faultOfValue(value: unknown): Fault {
      if (!isRecord(value) || isEmptyAnswer(value)) return "入力欄ごとに入力してください。";
      return firstFault(
        Object.entries(value).map(([name, text]) => {
          const item = byName.get(name);
          if (item === undefined) return "ない入力欄の答えが入っています。入力し直してください。";
          return at(item.title, item.faultOfValue(text));
        }),
      );
    },
    faultOfFinished(value: unknown, values: Values): Fault {
      const texts = isRecord(value) ? value : {};
      return firstFault(
        compiled.map((item) =>
          at(item.title, item.faultOfFinished(texts[item.name], undefined, values)),
        ),
      );
    },
  };
}

function at(title: string, fault: Fault): Fault {
  return fault === null ? null : `「${title}」：${fault}`;
}
