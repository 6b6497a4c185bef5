import { CsvError, parse } from "csv-parse/sync";
import type { Checked } from "#app/domain/problem.ts";
import { decodeCsv } from "#app/domain/survey/roster/decode.ts";
import { csvText } from "../csv.ts";
import { figureColumns } from "./columns.ts";
import {
  type FigureCell,
  type FigureLine,
  figureTables,
  type ReleaseFigures,
} from "./figure-line.ts";

type Heading = (typeof figureColumns)[number]["heading"];
type Cells = Record<Heading, string>;

/**
 * Reads a release's CSV file back, in UTF-8 or CP932, to the figures it was made of. Problems name
 * the line of the file. In CP932 a character that it cannot hold comes back as 〓.
 */
export function readReleaseCsv(bytes: Uint8Array): Checked<ReleaseFigures> {
  const decoded = decodeCsv(bytes);
  if (!decoded.ok) return decoded;
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(decoded.value.text, { bom: true, info: true }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : undefined;
    return refused("CSVとして読めません。保存し直さずに、もとのファイルを選んでください。", line);
  }
  const [head, ...rows] = records;
  const headings = head?.record.map(csvText) ?? [];
  const missing = figureColumns.find(({ heading }) => !headings.includes(heading));
  if (missing) {
    return refused(`集計表のCSVではありません。「${missing.heading}」の列がありません。`, 1);
  }
  const lines: FigureLine[] = [];
  let of: Omit<ReleaseFigures, "lines"> | undefined;
  for (const { record, info } of rows) {
    const cells = Object.fromEntries(
      headings.map((heading, index) => [heading, csvText(record[index] ?? "")]),
    ) as Cells;
    const line = lineOf(cells);
    if (typeof line === "string") {
      return refused(
        `${info.lines}行目の「${line}」を読めません。もとのファイルを選んでください。`,
        info.lines,
      );
    }
    of ??= releaseOf(cells);
    lines.push(line);
  }
  if (!of) return refused("集計表のCSVに、数値の行がありません。");
  return { ok: true, value: { ...of, lines } };
}

function releaseOf(cells: Cells): Omit<ReleaseFigures, "lines"> {
  return {
    survey: cells.調査,
    number: Number(cells.集計版),
    label: cells.種別,
    remark: cells.備考,
  };
}

/** A line, or the heading of the cell that cannot be read. */
function lineOf(cells: Cells): FigureLine | Heading {
  const table = figureTables.find((name) => name === cells.表);
  if (!table) return "表";
  const unit = cells.単位;
  if (unit !== "者" && unit !== "件") return "単位";
  const figures = {
    question: numberIn(cells.問),
    percent: numberIn(cells["割合（%）"]),
    weighted: numberIn(cells["重み付き割合（%・参考）"]),
    lower: numberIn(cells["下限（%・参考）"]),
    upper: numberIn(cells["上限（%・参考）"]),
  };
  const counts = {
    count: cellIn(cells.度数),
    value: cellIn(cells.代表値),
    n: cellIn(cells.n),
    noAnswer: cellIn(cells.無回答),
    notApplicable: cellIn(cells.非該当),
  };
  const wrong = [
    [figures.question, "問"],
    [figures.percent, "割合（%）"],
    [figures.weighted, "重み付き割合（%・参考）"],
    [figures.lower, "下限（%・参考）"],
    [figures.upper, "上限（%・参考）"],
    [counts.count, "度数"],
    [counts.value, "代表値"],
    [counts.n, "n"],
    [counts.noAnswer, "無回答"],
    [counts.notApplicable, "非該当"],
  ] as const;
  const fault = wrong.find(([cell]) => Number.isNaN(cell));
  if (fault) return fault[1];
  return {
    table,
    title: cells.設問,
    variable: cells.変数,
    part: cells.項目,
    unit,
    axis: cells.軸の識別名,
    axisText: cells.軸,
    stratumKey: cells.層の値,
    stratum: cells.層,
    key: cells.値,
    text: cells.選択肢,
    ...figures,
    ...counts,
  };
}

/** NaN for what is no number. */
function numberIn(text: string): number | null {
  if (text === "") return null;
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

function cellIn(text: string): FigureCell {
  return text === "x" ? "x" : numberIn(text);
}

function refused(message: string, line?: number): Checked<never> {
  return { ok: false, problems: [{ message, ...(line === undefined ? {} : { line }) }] };
}
