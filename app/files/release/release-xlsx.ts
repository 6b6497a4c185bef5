import exceljs from "exceljs";
import { hiddenReason } from "#app/domain/survey/release/hidden-words.ts";
import { releaseFacts, releaseMethod, verification } from "./explanations.ts";
import { releaseFigures } from "./figure-lines.ts";
import { nameOf, type ReleaseDocument } from "./release-document.ts";
import { addAnsweredSheet, addRatesSheet, addTextsSheet } from "./xlsx/facts-sheets.ts";
import { addCrossingsSheet, addStrataSheet } from "./xlsx/grid-sheet.ts";
import { addAboutSheet, addIndexSheet } from "./xlsx/index-sheet.ts";
import { type PlannedSheet, sheetPlan } from "./xlsx/sheet-plan.ts";
import { addSingleSheet } from "./xlsx/single-sheet.ts";
import type { SheetContext } from "./xlsx/table-sheet.ts";

type AddSheet = (workbook: exceljs.Workbook, plan: PlannedSheet, context: SheetContext) => void;

const adding: Record<PlannedSheet["layout"], AddSheet> = {
  rates: addRatesSheet,
  answered: addAnsweredSheet,
  single: addSingleSheet,
  strata: addStrataSheet,
  crossings: addCrossingsSheet,
  texts: addTextsSheet,
};

/**
 * The tables of a release as the bytes of an Excel workbook: an index, an explanation, and one
 * sheet a table (the crossings of a question share one). Numbers are numbers, hidden ones x.
 */
export async function releaseXlsx(document: ReleaseDocument): Promise<Uint8Array> {
  const { lines, remark } = releaseFigures(document);
  const { survey, release } = document;
  const workbook = new exceljs.Workbook();
  workbook.title = `${survey.title}　${nameOf(document)}`;
  workbook.creator = "公共調達のあり方審議会";
  const published = new Date(`${document.releasedOn}T00:00:00Z`);
  workbook.created = published;
  workbook.modified = published;
  const context = { facts: nameOf(document), remark, reason: hiddenReason(release.threshold) };
  const sheets = sheetPlan(lines);
  addIndexSheet(workbook, survey.title, sheets, context);
  addAboutSheet(workbook, [
    ...releaseFacts(document),
    ["確かめ方", verification],
    ...releaseMethod(document),
  ]);
  for (const sheet of sheets) adding[sheet.layout](workbook, sheet, context);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
