import { percentText } from "./percent.ts";
import type { CountRow, Table, Tabulation } from "./tables.ts";

/** A cell of a table that can be cited: a choice, or row and column of a matrix (r1/c2). */
export interface Cell {
  cell: string;
  text: string;
  count: number;
  /** The base of the percentage. */
  n: number;
  percent: number | null;
}

/** One figure as the interim draft cites it. `cell` null: the question as a whole. */
export interface Figure {
  question: string;
  /** 問5. */
  number: number;
  title: string;
  cell: string | null;
  choiceText: string | null;
  count: number;
  n: number;
  percent: number | null;
  /** The figure in a sentence with its n. */
  sentence: string;
}

/** The cells of a table, in order; none for numbers, dates and free text. */
export function cellsOf(table: Table): Cell[] {
  switch (table.kind) {
    case "single":
    case "multiple":
    case "boolean":
    case "rating":
      return table.rows.map((row) => cellOf(row, table.n));
    case "ranking":
      return table.rows.map(({ value, text, firstCount, firstPercent }) => ({
        cell: String(value),
        text: `${text}（1位）`,
        count: firstCount,
        n: table.n,
        percent: firstPercent,
      }));
    case "matrix":
      return table.rows.flatMap(({ value, text, n, cells }) =>
        cells.map((row) => {
          const cell = cellOf(row, n);
          return { ...cell, cell: `${value}/${cell.cell}`, text: `${text}：${cell.text}` };
        }),
      );
    case "number":
    case "date":
    case "text":
    case "items":
    case "entries":
      return [];
  }
}

/**
 * The figure of one cell of a question, or without `cell` of the question as a whole (mean and
 * median of numbers, else the most frequent answer). Undefined when the tabulation has no such
 * question or cell.
 */
export function figureOf(
  { tables }: Tabulation,
  question: string,
  cell?: string,
): Figure | undefined {
  const table = tables.find((candidate) => candidate.question === question);
  if (table === undefined) return undefined;
  const { number, title, n } = table;
  if (cell === undefined) {
    const sentence = sentenceOfWhole(table);
    return {
      question,
      number,
      title,
      cell: null,
      choiceText: null,
      count: n,
      n,
      percent: null,
      sentence,
    };
  }
  const found = cellsOf(table).find((candidate) => candidate.cell === cell);
  if (found === undefined) return undefined;
  const { text, count, percent } = found;
  const sentence = `「${title}」に「${text}」と答えた事業者は、n=${found.n} のうち ${share(found)}です。`;
  return { question, number, title, cell, choiceText: text, count, n: found.n, percent, sentence };
}

function cellOf({ value, text, count, percent }: CountRow, n: number): Cell {
  return { cell: String(value), text, count, n, percent };
}

/** 34.0%（78者） */
function share({ count, percent }: { count: number; percent: number | null }): string {
  return `${percentText(percent)}（${count}者）`;
}

function sentenceOfWhole(table: Table): string {
  const { title, n } = table;
  if (n === 0) return `「${title}」に答えた事業者はありません（n=0）。`;
  if (table.kind === "number" && table.summary !== null) {
    const { mean, median } = table.summary;
    return `「${title}」の答えは、平均 ${mean}、中央値 ${median} です（n=${n}）。`;
  }
  if (table.kind === "rating" && table.mean !== null) {
    return `「${title}」の答えは、平均 ${table.mean} です（n=${n}）。`;
  }
  const most = table.kind === "matrix" ? undefined : mostFrequent(cellsOf(table));
  if (most === undefined) return `「${title}」に答えた事業者は ${n}者です（n=${n}）。`;
  return `「${title}」で最も多い答えは「${most.text}」で、n=${n} のうち ${share(most)}です。`;
}

/** The first of the greatest. */
function mostFrequent(cells: readonly Cell[]): Cell | undefined {
  return cells.reduce<Cell | undefined>(
    (most, cell) => (most === undefined || cell.count > most.count ? cell : most),
    undefined,
  );
}
