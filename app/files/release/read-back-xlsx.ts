import exceljs from "exceljs";
import type { Checked } from "#app/domain/problem.ts";
import type { FigureLine, ReleaseFigures } from "./figure-line.ts";
import { aboutName } from "./xlsx/index-sheet.ts";
import { readSheetLines } from "./xlsx/read-sheet.ts";
import { figureAt, textAt } from "./xlsx/sheet-cells.ts";
import { indexName } from "./xlsx/table-sheet.ts";

/** Reads a release's workbook back to the figures it was made of, in the order of its CSV file. */
export async function readReleaseXlsx(bytes: Uint8Array): Promise<Checked<ReleaseFigures>> {
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  } catch {
    return refused("Excelのブックとして読めません。もとのファイルを選んでください。");
  }
  const about = workbook.getWorksheet(aboutName);
  if (!about || !workbook.getWorksheet(indexName)) {
    return refused("集計表のブックではありません。「目次」と「説明」のシートがありません。");
  }
  const lines: FigureLine[] = [];
  for (const sheet of workbook.worksheets) {
    if (sheet === about || sheet.name === indexName) continue;
    const read = readSheetLines(sheet);
    if (!read)
      return refused(`シート「${sheet.name}」を読めません。もとのファイルを選んでください。`);
    lines.push(...read);
  }
  return { ok: true, value: { ...releaseOf(about), lines: inFileOrder(lines) } };
}

function releaseOf(about: exceljs.Worksheet): Omit<ReleaseFigures, "lines"> {
  const rows = new Map<string, number>();
  about.eachRow((_, row) => rows.set(textAt(about, row, 1), row));
  const text = (name: string) => textAt(about, rows.get(name) ?? 0, 2);
  return {
    survey: text("調査の識別名"),
    number: Number(figureAt(about, rows.get("集計版") ?? 0, 2)),
    label: text("種別"),
    remark: text("備考"),
  };
}

/** Sheets go by table; the long form goes by question and variable, with the crossings last. */
function inFileOrder(lines: readonly FigureLine[]): FigureLine[] {
  const places = new Map<string, number>();
  for (const { variable } of lines) {
    if (!places.has(variable)) places.set(variable, places.size);
  }
  const rank = ({ table, question, variable }: FigureLine): number[] => [
    table === "クロス" ? 1 : 0,
    question ?? 0,
    table === "記述" || table === "語" ? 1 : 0,
    places.get(variable) ?? 0,
  ];
  return lines
    .map((line) => ({ line, rank: rank(line) }))
    .sort((one, other) => {
      const at = one.rank.findIndex((place, index) => place !== other.rank[index]);
      return (one.rank[at] ?? 0) - (other.rank[at] ?? 0);
    })
    .map(({ line }) => line);
}

function refused(message: string): Checked<never> {
  return { ok: false, problems: [{ message }] };
}
