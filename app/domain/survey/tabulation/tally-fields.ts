import type { FieldQuestion } from "../questionnaire.ts";
import { histogram, summarize } from "./numbers.ts";
import type { DateTable, FieldTable, NumberTable, TextTable } from "./tables.ts";
import type { Tally } from "./tally.ts";

/** The tally of one line of input. */
export function tallyOfField({ type }: FieldQuestion): Tally<FieldTable> {
  switch (type) {
    case "number":
      return tallyNumbers();
    case "date":
      return tallyDates();
    case "text":
      return tallyTexts();
  }
}

export function tallyTexts(): Tally<TextTable> {
  return { add: () => undefined, table: (base) => ({ ...base, kind: "text" }) };
}

function tallyNumbers(): Tally<NumberTable> {
  const numbers: number[] = [];
  return {
    add(value) {
      if (typeof value === "number") numbers.push(value);
    },
    table(base) {
      const sorted = [...Float64Array.from(numbers).sort()];
      return { ...base, kind: "number", summary: summarize(sorted), histogram: histogram(sorted) };
    },
  };
}

function tallyDates(): Tally<DateTable> {
  let earliest: string | null = null;
  let latest: string | null = null;
  return {
    add(value) {
      if (typeof value !== "string") return;
      if (earliest === null || value < earliest) earliest = value;
      if (latest === null || value > latest) latest = value;
    },
    table: (base) => ({ ...base, kind: "date", earliest, latest }),
  };
}
