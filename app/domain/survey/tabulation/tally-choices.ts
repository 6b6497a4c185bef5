import { isRecord } from "../checking/fault.ts";
import type {
  BooleanQuestion,
  CheckboxQuestion,
  MatrixQuestion,
  RankingQuestion,
  RatingQuestion,
  SingleChoiceQuestion,
} from "../questionnaire.ts";
import { countChoices } from "./counting.ts";
import { meanOf, twoDecimals } from "./numbers.ts";
import { percentOf } from "./percent.ts";
import type {
  BooleanTable,
  MatrixTable,
  MultipleTable,
  RankingTable,
  RatingTable,
  SingleTable,
} from "./tables.ts";
import type { Tally } from "./tally.ts";

export function tallySingle({ choices }: SingleChoiceQuestion): Tally<SingleTable> {
  const counter = countChoices(choices);
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

export function tallyBoolean({ whenTrue, whenFalse }: BooleanQuestion): Tally<BooleanTable> {
  const counter = countChoices([whenTrue, whenFalse]);
  return {
    add: counter.add,
    table: (base) => ({ ...base, kind: "boolean", rows: counter.rows(base.n) }),
  };
}

export function tallyCheckbox({ choices }: CheckboxQuestion): Tally<MultipleTable> {
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

export function tallyRating({ choices, minText, maxText }: RatingQuestion): Tally<RatingTable> {
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

export function tallyRanking({ choices }: RankingQuestion): Tally<RankingTable> {
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

export function tallyMatrix({ rows, columns }: MatrixQuestion): Tally<MatrixTable> {
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

function countTexts() {
  let count = 0;
  return {
    add(text: unknown): void {
      if (typeof text === "string" && text.trim() !== "") count += 1;
    },
    count: () => count,
  };
}
