import type { Checked } from "#app/domain/problem.ts";
import { requiredFields } from "#app/domain/survey/roster/columns.ts";
import { likeness } from "#app/domain/survey/roster/find-header.ts";
import { linesAbove, rosterLimits, sheetFaults } from "#app/domain/survey/roster/sheet.ts";
import { XlsxFault } from "./xlsx-fault.ts";
import { readSheet, type SheetContext, type SheetRows } from "./xlsx-sheet.ts";
import { readStrings } from "./xlsx-strings.ts";
import { readStyles } from "./xlsx-styles.ts";
import { openWorkbook, type Workbook } from "./xlsx-workbook.ts";

/** A workbook's sheet as a table. */
export interface XlsxTable extends SheetRows {
  sheet: string;
  /** All visible sheets, in their order. */
  sheets: string[];
  /** Whether another sheet might be meant as well. */
  doubtful: boolean;
}

/** A workbook is looked through for its roster up to this sheet. */
const mostSheets = 30;

/**
 * Reads one sheet of an Excel workbook (.xlsx): the one asked for, else the one that looks most
 * like a roster. Numbers come as the digits they show; ふりがな are left out; of formulas the
 * results count that were saved with them.
 */
export async function readXlsx(bytes: Uint8Array, asked?: string): Promise<Checked<XlsxTable>> {
  if (bytes.length > rosterLimits.bytes) return refused(sheetFaults.tooLarge);
  try {
    const workbook = await openWorkbook(bytes);
    const [strings, looks] = [
      await readStrings(workbook.strings),
      await readStyles(workbook.styles),
    ];
    const sheets = workbook.sheets.slice(0, mostSheets);
    const names = sheets.map(({ name }) => name);
    const chosen = await chooseSheet(sheets, { strings, looks }, asked);
    if (!chosen) return refused(sheetFaults.empty);
    const read = await readSheet(chosen.part, { strings, looks });
    return {
      ok: true,
      value: { ...read, sheet: chosen.name, sheets: names, doubtful: chosen.doubtful },
    };
  } catch (error) {
    if (error instanceof XlsxFault) return refused(error.message);
    throw error;
  }
}

async function chooseSheet(
  sheets: Workbook["sheets"],
  context: SheetContext,
  asked: string | undefined,
): Promise<(Workbook["sheets"][number] & { doubtful: boolean }) | undefined> {
  const named =
    sheets.find(({ name }) => name === asked) ?? (sheets.length === 1 ? sheets[0] : undefined);
  if (named) return { ...named, doubtful: false };
  let best: { sheet: Workbook["sheets"][number]; fields: number } | undefined;
  let complete = 0;
  for (const sheet of sheets) {
    const { rows } = await readSheet(sheet.part, context, linesAbove);
    const { fields, matching } = likeness(rows);
    if (requiredFields.every((field) => matching[field] !== null)) complete += 1;
    if (best === undefined || fields > best.fields) best = { sheet, fields };
  }
  return best && { ...best.sheet, doubtful: complete !== 1 };
}

function refused(message: string): Checked<never> {
  return { ok: false, problems: [{ message }] };
}
