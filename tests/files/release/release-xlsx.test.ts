import exceljs from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { releaseFigures } from "#app/files/release/figure-lines.ts";
import { readReleaseXlsx } from "#app/files/release/read-back-xlsx.ts";
import type { ReleaseDocument } from "#app/files/release/release-document.ts";
import { releaseXlsx } from "#app/files/release/release-xlsx.ts";
import { sheetName } from "#app/files/release/xlsx/sheet-plan.ts";
import { anyReleaseDocument } from "#tests/support/any-release.ts";
import { sampleReleaseDocument } from "#tests/support/release-document.ts";

async function open(document: ReleaseDocument = sampleReleaseDocument()) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(await releaseXlsx(document)).buffer);
  return workbook;
}

/** The cells of a sheet's row as they are shown. */
function shown(sheet: exceljs.Worksheet | undefined, row: number): unknown[] {
  const values = sheet?.getRow(row).values;
  return Array.isArray(values) ? values.slice(1) : [];
}

function rowsOf(sheet: exceljs.Worksheet | undefined): unknown[][] {
  return Array.from({ length: sheet?.rowCount ?? 0 }, (_, index) => shown(sheet, index + 1));
}

describe("the Excel workbook of a release", () => {
  it("has one sheet a table, and an index with a link to each", async () => {
    const workbook = await open();
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names.slice(0, 13)).toEqual([
      "目次",
      "説明",
      "回収の状況",
      "回答者の内訳",
      "問1",
      "問1_業種",
      "問1_規模",
      "問1_クロス",
      "問2",
      "問2_業種",
      "問2_規模",
      "問2_クロス",
      "問2_記述",
    ]);
    const links = rowsOf(workbook.getWorksheet("目次")).flatMap(([cell]) =>
      typeof cell === "object" && cell !== null && "hyperlink" in cell ? [cell.hyperlink] : [],
    );
    expect(links).toEqual(names.slice(1).map((name) => `#'${name}'!A1`));
  });

  it("holds real numbers with one decimal for percentages, and x for what is hidden", async () => {
    const workbook = await open();
    const sheet = workbook.getWorksheet("問1");
    const row = rowsOf(sheet).findIndex((cells) => cells[3] === "やや重い") + 1;
    expect(shown(sheet, row).slice(2, 7)).toEqual(["2", "やや重い", 80, 36.2, 36.6]);
    expect(sheet?.getCell(row, 6).numFmt).toBe("0.0");
    const hidden = rowsOf(workbook.getWorksheet("問2")).find((cells) => cells[3] === "その他");
    expect(hidden?.[4]).toBe("x");
    expect(hidden?.[5]).toBeUndefined();
    expect(shown(workbook.getWorksheet("問2"), 3)[1]).toContain("3者に満たない数");
  });

  it("keeps heads and labels in sight, prints a table to the width of a page", async () => {
    const sheet = (await open()).getWorksheet("問1_業種");
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", xSplit: 4, ySplit: 6 });
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "landscape",
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(sheet?.headerFooter.oddHeader).toContain("&Rサンプル・模擬回答");
    expect(shown(sheet, 2)).toEqual(["業種別の集計　集計版2（確報）　サンプル・模擬回答"]);
  });

  it("repeats the heads on every page of a table that has several", async () => {
    const document = sampleReleaseDocument();
    const [variable] = document.release.questions[0]?.variables ?? [];
    const row = { key: "", text: "選択肢", count: 1, percent: 0.5, weighted: null };
    if (variable) {
      variable.rows = Array.from({ length: 40 }, (_, index) => ({ ...row, key: String(index) }));
      variable.byStratum = [];
    }
    const sheet = (await open(document)).getWorksheet("問1");
    expect(sheet?.pageSetup.printTitlesRow).toBe("1:5");
  });

  it("never holds a formula", async () => {
    for (const sheet of (await open()).worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell) => expect(cell.type).not.toBe(exceljs.ValueType.Formula)),
      );
    }
  });

  it("is read back to the same figures", async () => {
    const document = sampleReleaseDocument();
    expect(await readReleaseXlsx(await releaseXlsx(document))).toEqual({
      ok: true,
      value: releaseFigures(document),
    });
  });

  it("is read back without change, whatever its texts are", async () => {
    await fc.assert(
      fc.asyncProperty(anyReleaseDocument(), async (document) => {
        const read = await readReleaseXlsx(await releaseXlsx(document));
        expect(read).toEqual({ ok: true, value: releaseFigures(document) });
      }),
      { numRuns: 60 },
    );
  }, 240_000);

  it("keeps a text of 50,000 characters, in pieces that a cell can hold", async () => {
    const text = "=👩‍👩‍👧‍👦\u200f１２\r\n_x000D_".repeat(2_000).padEnd(50_000, "あ");
    const document = sampleReleaseDocument();
    const texts = document.release.questions[1]?.texts;
    if (!texts) throw new Error("the sample has texts");
    texts.published = [{ text, firms: null }];
    const bytes = await releaseXlsx(document);
    expect(await readReleaseXlsx(bytes)).toEqual({ ok: true, value: releaseFigures(document) });
    const sheet = (await open(document)).getWorksheet("問2_記述");
    const lengths = shown(sheet, 7)
      .slice(2)
      .map((cell) => String(cell).length);
    expect(lengths.reduce((sum, length) => sum + length)).toBe(50_000);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(32_767);
  });

  it("refuses what is no workbook of a release", async () => {
    expect((await readReleaseXlsx(new Uint8Array([1, 2, 3]))).ok).toBe(false);
    const other = new exceljs.Workbook();
    other.addWorksheet("名簿");
    const read = await readReleaseXlsx(new Uint8Array(await other.xlsx.writeBuffer()));
    expect(!read.ok && read.problems[0]?.message).toBe(
      "集計表のブックではありません。「目次」と「説明」のシートがありません。",
    );
  });
});

describe("the name of a sheet", () => {
  it("is short, without the signs that Excel refuses, and of one sheet alone", () => {
    expect(sheetName("問1_元請/下請", new Set())).toBe("問1_元請・下請");
    expect(sheetName("問1", new Set(["問1"]))).toBe("問1(2)");
    expect(sheetName("あ".repeat(40), new Set())).toHaveLength(31);
    expect(sheetName("あ".repeat(40), new Set(["あ".repeat(31)]))).toBe(`${"あ".repeat(27)}(2)`);
  });
});
