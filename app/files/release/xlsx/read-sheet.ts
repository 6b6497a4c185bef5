import type exceljs from "exceljs";
import type { FigureLine } from "../figure-line.ts";
import { noFigure } from "../figure-line.ts";
import { crossedWith } from "./grid-sheet.ts";
import { readCrossings, readStrata } from "./read-grid.ts";
import { readSingle } from "./read-single.ts";
import { figureAt, numberAt, textAt, textFrom } from "./sheet-cells.ts";
import { factsRow, headRow, titleRow } from "./table-sheet.ts";

/** The lines that a sheet of a table was made of; undefined for a sheet that is none. */
export function readSheetLines(sheet: exceljs.Worksheet): FigureLine[] | undefined {
  const heads = [
    textAt(sheet, headRow, 1),
    textAt(sheet, headRow + 1, 1),
    textAt(sheet, headRow, 4),
  ];
  const [first, second, fourth] = heads;
  if (first === "軸の識別名") return fourth === "依頼" ? readRates(sheet) : readAnswered(sheet);
  const asked = /^問(\d+)　([\s\S]*)$/u.exec(textFrom(sheet, titleRow, 1));
  if (!asked) return undefined;
  const base = { ...noFigure, question: Number(asked[1]), title: asked[2] ?? "" };
  if (first === "変数") return readSingle(sheet, base);
  if (first === crossedWith) return readCrossings(sheet, base);
  if (second === "変数") return readStrata(sheet, base);
  return second === "度数" ? readTexts(sheet, base) : undefined;
}

function readRates(sheet: exceljs.Worksheet): FigureLine[] {
  return rowsFrom(sheet, headRow + 1, 3).flatMap((row): FigureLine[] => {
    const [axis, axisText] = [textAt(sheet, row, 1), textAt(sheet, row, 2)];
    const stratum = axis === "" ? "" : textAt(sheet, row, 3);
    const line = {
      ...noFigure,
      table: "回収" as const,
      axis,
      axisText,
      stratumKey: stratum,
      stratum,
    };
    const count = (column: number) => figureAt(sheet, row, column);
    return [
      { ...line, key: "invited", text: "依頼", count: count(4) },
      { ...line, key: "eligible", text: "対象", count: count(5) },
      {
        ...line,
        key: "complete",
        text: "回答",
        count: count(6),
        percent: numberAt(sheet, row, 7),
        n: count(5),
      },
    ];
  });
}

function readAnswered(sheet: exceljs.Worksheet): FigureLine[] {
  return rowsFrom(sheet, headRow + 1, 3).map((row) => {
    const stratum = textAt(sheet, row, 3);
    return {
      ...noFigure,
      table: "回答者",
      axis: textAt(sheet, row, 1),
      axisText: textAt(sheet, row, 2),
      stratumKey: stratum,
      stratum,
      key: "answers",
      text: "集計した回答",
      count: figureAt(sheet, row, 4),
      n: figureAt(sheet, row, 5),
    };
  });
}

function readTexts(sheet: exceljs.Worksheet, base: FigureLine): FigureLine[] {
  const isTexts = textAt(sheet, factsRow, 1).startsWith("公表した記述");
  return rowsFrom(sheet, headRow + 2, 2).map((row) => ({
    ...base,
    table: isTexts ? "記述" : "語",
    variable: textAt(sheet, row, 2),
    text: textFrom(sheet, row, 3),
    count: figureAt(sheet, row, 1),
    n: figureAt(sheet, headRow, 1),
  }));
}

/** The rows from one on in which a column has a text. */
function rowsFrom(sheet: exceljs.Worksheet, from: number, column: number): number[] {
  const rows: number[] = [];
  for (let row = from; row <= sheet.rowCount && textAt(sheet, row, column) !== ""; row += 1) {
    rows.push(row);
  }
  return rows;
}
