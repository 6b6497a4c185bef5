import type { NumberSummary, Table, TableBase, Tabulation } from "#app/domain/survey/index.ts";
import { type CsvCell, csvFile } from "./csv.ts";

const header = ["問", "設問", "項目", "選択肢", "度数", "割合（%）", "値", "n", "無回答", "非該当"];

/**
 * The tables of a release, one line a cell: counts and percentages, and summaries of numbers.
 * `remark` (備考) goes with every line, so that no figure leaves the site without it.
 */
export function releaseCsv({ tables }: Tabulation, remark?: string): string {
  const lines = tables.flatMap((table) => linesOf(table, `問${table.number}`));
  if (remark === undefined) return csvFile(header, lines);
  return csvFile(
    [...header, "備考"],
    lines.map((cells) => [...cells, remark]),
  );
}

interface Line {
  item?: string;
  choice?: string;
  count?: number;
  percent?: number | null;
  value?: CsvCell;
  n?: number;
  noAnswer?: number;
}

function linesOf(table: Table, place: string): CsvCell[][] {
  if (table.kind === "items") {
    return table.items.flatMap((item) => linesOf(item, place));
  }
  if (table.kind === "entries") {
    return [
      line(table, place, { item: "件数", value: table.entries }),
      ...table.tables.flatMap((inner) => linesOf(inner, place)),
    ];
  }
  return cellsOf(table).map((cell) => line(table, place, cell));
}

function cellsOf(table: Exclude<Table, { kind: "items" | "entries" }>): Line[] {
  switch (table.kind) {
    case "single":
    case "multiple":
    case "boolean":
      return table.rows.map(({ text, count, percent }) => ({ choice: text, count, percent }));
    case "rating":
      return [
        ...table.rows.map(({ text, count, percent }) => ({ choice: text, count, percent })),
        { item: "平均", value: table.mean },
      ];
    case "ranking":
      return table.rows.flatMap(({ text, ranks, meanRank }) => [
        ...ranks.map((count, index) => ({ item: `${index + 1}位`, choice: text, count })),
        { item: "順位の平均", choice: text, value: meanRank },
      ]);
    case "matrix":
      return table.rows.flatMap(({ text: item, n, noAnswer, cells }) =>
        cells.map(({ text, count, percent }) => ({
          item,
          choice: text,
          count,
          percent,
          n,
          noAnswer,
        })),
      );
    case "number":
      return [
        ...summaryLines(table.summary),
        ...table.histogram.map(({ from, to, count, percent }) => ({
          choice: `${from}から${to}`,
          count,
          percent,
        })),
      ];
    case "date":
    case "text":
      return [{}];
  }
}

/** Without the least and the greatest: those are one firm's own. */
function summaryLines(summary: NumberSummary | null): Line[] {
  if (summary === null) return [];
  return [
    { item: "平均", value: summary.mean },
    { item: "第1四分位数", value: summary.lowerQuartile },
    { item: "中央値", value: summary.median },
    { item: "第3四分位数", value: summary.upperQuartile },
  ];
}

function line(base: TableBase, place: string, cell: Line): CsvCell[] {
  const { n = base.n, noAnswer = base.noAnswer } = cell;
  return [
    place,
    base.title,
    cell.item,
    cell.choice,
    cell.count,
    cell.percent,
    cell.value,
    n,
    noAnswer,
    base.notApplicable,
  ];
}
