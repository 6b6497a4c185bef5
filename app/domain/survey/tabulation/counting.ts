import type { ChoiceValue } from "../questionnaire.ts";
import { percentOf } from "./percent.ts";
import type { CountRow } from "./tables.ts";

/** Counts how often each offered value was chosen, in the order of the choices. */
export function countChoices<Value extends ChoiceValue | boolean>(
  choices: readonly { value: Value; text: string }[],
) {
  const counts = new Map<unknown, number>(choices.map(({ value }) => [value, 0]));
  return {
    add(value: unknown): void {
      const count = counts.get(value);
      if (count !== undefined) counts.set(value, count + 1);
    },
    rows: (n: number): CountRow[] =>
      choices.map(({ value, text }) => {
        const count = counts.get(value) ?? 0;
        return { value, text, count, percent: percentOf(count, n) };
      }),
  };
}
