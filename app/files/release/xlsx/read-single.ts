import type exceljs from "exceljs";
import type { FigureLine } from "../figure-line.ts";
import { summaryParts } from "../figure-lines.ts";
import { figureAt, numberAt, textAt } from "./sheet-cells.ts";
import { headRow } from "./table-sheet.ts";

/** The single tables of a question's variables. */
export function readSingle(sheet: exceljs.Worksheet, base: FigureLine): FigureLine[] {
  const groups = variableRows(sheet, headRow + 1);
  return groups.flatMap(({ variable, part, categories, bases }) => {
    const whole = { ...base, variable, part, ...readBases(sheet, bases, 5) };
    const lines = categories.map(
      (row): FigureLine => ({
        ...whole,
        key: textAt(sheet, row, 3),
        text: textAt(sheet, row, 4),
        count: figureAt(sheet, row, 5),
        percent: numberAt(sheet, row, 6),
        weighted: numberAt(sheet, row, 7),
        lower: numberAt(sheet, row, 8),
        upper: numberAt(sheet, row, 9),
      }),
    );
    const summaries = bases.flatMap((row): FigureLine[] => {
      const label = textAt(sheet, row, 4);
      const [key, text] = summaryParts.find(([, name]) => name === label) ?? [];
      if (key === undefined) return [];
      return [{ ...whole, table: "代表値", key, text, value: figureAt(sheet, row, 5) }];
    });
    return [...lines, ...summaries];
  });
}

/** Rows that follow each other with the same variable: its categories, then its bases. */
export interface VariableRows {
  variable: string;
  part: string;
  categories: number[];
  bases: number[];
}

/** The variables of a table from a row on, until a row has none. Bases have no value. */
export function variableRows(sheet: exceljs.Worksheet, from: number): VariableRows[] {
  const groups: VariableRows[] = [];
  for (let row = from; row <= sheet.rowCount; row += 1) {
    const variable = textAt(sheet, row, 1);
    if (variable === "") break;
    let group = groups.at(-1);
    if (group?.variable !== variable) {
      group = { variable, part: textAt(sheet, row, 2), categories: [], bases: [] };
      groups.push(group);
    }
    if (textAt(sheet, row, 3) === "") group.bases.push(row);
    else group.categories.push(row);
  }
  return groups;
}

/** n with its unit, 無回答 and 非該当 out of the rows below a variable's categories. */
export function readBases(
  sheet: exceljs.Worksheet,
  bases: readonly number[],
  column: number,
): Pick<FigureLine, "unit" | "n" | "noAnswer" | "notApplicable"> {
  const at = (label: RegExp) => bases.find((row) => label.test(textAt(sheet, row, 4))) ?? 0;
  const n = at(/^n（/);
  return {
    unit: textAt(sheet, n, 4) === "n（件）" ? "件" : "者",
    n: figureAt(sheet, n, column),
    noAnswer: figureAt(sheet, at(/^無回答$/), column),
    notApplicable: figureAt(sheet, at(/^非該当$/), column),
  };
}
