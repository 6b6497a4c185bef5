import { isRecord } from "../checking/fault.ts";
import type { Values } from "../conditions.ts";
import type {
  CheckboxQuestion,
  FieldQuestion,
  HtmlQuestion,
  MatrixQuestion,
  MultipleTextQuestion,
  PanelQuestion,
  RankingQuestion,
  RatingQuestion,
} from "../questionnaire.ts";
import { countChoices } from "./counting.ts";
import { histogram, meanOf, summarize, twoDecimals } from "./numbers.ts";
import { percentOf } from "./percent.ts";
import type {
  DateTable,
  EntriesTable,
  FieldTable,
  MatrixTable,
  MultipleTable,
  NumberTable,
  RankingTable,
  RatingTable,
  Table,
  TableBase,
  TextTable,
} from "./tables.ts";

/** A table of a question that is not a dynamic panel. */
export type SimpleTable = Exclude<Table, EntriesTable>;

/**
 * Takes answers one by one and gives their table; `values` is what conditions around the answer
 * may refer to.
 */
export interface Tally<T> {
  add(value: unknown, comment: unknown, values: Values): void;
  table(base: TableBase): T;
}

/** The tally of a question that holds no other questions. */
export function tallyOf(
  question: Exclude<PanelQuestion, HtmlQuestion | MultipleTextQuestion>,
): Tally<SimpleTable> {
  switch (question.type) {
    case "radiogroup":
    case "dropdown": {
      const counter = countChoices(question.choices);
      const others = countTexts();
      return {
        add(value, comment) {
          counter.add(value);
          others.add(comment);
        },
        table: (base) => ({
          ...base,
          kind: "single",
          rows: counter.rows(base.n),
          otherTexts: others.count(),
        }),
      };
    }
    case "checkbox":
      return tallyCheckbox(question);
    case "boolean": {
      const counter = countChoices([question.whenTrue, question.whenFalse]);
      return {
        add: counter.add,
        table: (base) => ({ ...base, kind: "boolean", rows: counter.rows(base.n) }),
      };
    }
    case "rating":
      return tallyRating(question);
    case "ranking":
      return tallyRanking(question);
    case "matrix":
      return tallyMatrix(question);
    case "comment":
      return tallyTexts();
    case "number":
    case "date":
    case "text":
      return tallyOfField(question);
  }
}

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

function tallyTexts(): Tally<TextTable> {
  return { add: () => undefined, table: (base) => ({ ...base, kind: "text" }) };
}

function tallyCheckbox({ choices }: CheckboxQuestion): Tally<MultipleTable> {
  const counter = countChoices(choices);
  const others = countTexts();
  return {
    add(value, comment) {
      if (Array.isArray(value)) for (const item of new Set(value)) counter.add(item);
      others.add(comment);
    },
    table: (base) => ({
      ...base,
      kind: "multiple",
      note: "複数回答",
      rows: counter.rows(base.n),
      otherTexts: others.count(),
    }),
  };
}

function tallyRating({ choices, minText, maxText }: RatingQuestion): Tally<RatingTable> {
  const counter = countChoices(choices);
  return {
    add: counter.add,
    table(base) {
      const rows = counter.rows(base.n);
      const steps = rows.flatMap(({ value, count }) =>
        typeof value === "number" && count > 0 ? [{ value, count }] : [],
      );
      const total = steps.reduce((sum, { count }) => sum + count, 0);
      const sum = steps.reduce((sum, { value, count }) => sum + value * count, 0);
      const mean = total === 0 ? null : twoDecimals(sum / total);
      return { ...base, kind: "rating", rows, minText, maxText, mean };
    },
  };
}

function tallyRanking({ choices }: RankingQuestion): Tally<RankingTable> {
  const ranks = new Map<unknown, number[]>(
    choices.map(({ value }) => [value, choices.map(() => 0)]),
  );
  return {
    add(value) {
      if (!Array.isArray(value)) return;
      for (const [place, item] of value.entries()) {
        const counts = ranks.get(item);
        if (counts?.[place] !== undefined) counts[place] += 1;
      }
    },
    table: (base) => ({
      ...base,
      kind: "ranking",
      rows: choices.map(({ value, text }) => {
        const counts = ranks.get(value) ?? [];
        const places = counts.flatMap((count, place) => Array<number>(count).fill(place + 1));
        const firstCount = counts[0] ?? 0;
        return {
          value,
          text,
          ranks: counts,
          firstCount,
          firstPercent: percentOf(firstCount, base.n),
          meanRank: places.length === 0 ? null : twoDecimals(meanOf(places)),
        };
      }),
    }),
  };
}

function tallyMatrix({ rows, columns }: MatrixQuestion): Tally<MatrixTable> {
  const counters = rows.map((row) => ({ row, n: 0, counter: countChoices(columns) }));
  return {
    add(value) {
      if (!isRecord(value)) return;
      for (const entry of counters) {
        const column = value[String(entry.row.value)];
        if (column === undefined) continue;
        entry.n += 1;
        entry.counter.add(column);
      }
    },
    table: (base) => ({
      ...base,
      kind: "matrix",
      columns: columns.map(({ value, text }) => ({ value, text })),
      rows: counters.map(({ row, n: answered, counter }) => ({
        value: row.value,
        text: row.text,
        n: answered,
        noAnswer: base.n - answered,
        cells: counter.rows(answered),
      })),
    }),
  };
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

function countTexts() {
  let count = 0;
  return {
    add(text: unknown): void {
      if (typeof text === "string" && text.trim() !== "") count += 1;
    },
    count: () => count,
  };
}
