import { readFileSync } from "node:fs";
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { parseOrdinance, writeLawXml } from "#app/domain/ordinance/index.ts";
import { readDraftFile } from "#app/files/draft-file.ts";
import { zipOf } from "#tests/support/zip.ts";

const sample = readFileSync("content/ordinance/v3.txt", "utf8");

const read = async (bytes: Uint8Array) => {
  const answer = await readDraftFile(bytes);
  return answer.ok
    ? { ...answer.value, refusal: "" }
    : { text: "", problems: [], refusal: answer.problems[0]?.message ?? "" };
};

async function word(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const numbering = {
    config: [{ reference: "items", levels: [{ level: 0, text: "(%1)" }] }],
  };
  return new Uint8Array(
    await Packer.toBuffer(new Document({ numbering, sections: [{ children }] })),
  );
}

/** An ordinance as a Word document: runs cut anywhere, rows of 別表 as a table. */
function wordOf(text: string): Promise<Uint8Array> {
  return word(
    text
      .trimEnd()
      .split("\n")
      .map((line) => {
        if (!line.includes("\t")) {
          const half = Math.floor(line.length / 2);
          const runs = [line.slice(0, half), line.slice(half)];
          return new Paragraph({ children: runs.map((run) => new TextRun(run)) });
        }
        const children = line
          .split("\t")
          .map((cell) => new TableCell({ children: [new Paragraph(cell)] }));
        return new Table({ rows: [new TableRow({ children })] });
      }),
  );
}

const parts = (xml: string) => ({
  "[Content_Types].xml": "<Types/>",
  "word/document.xml": xml,
});

describe("a Word document", () => {
  test("gives the same ordinance as its text, tables included", async () => {
    expect(sample).toContain("\t");
    const { text, problems } = await read(await wordOf(sample));
    expect(problems).toEqual([]);
    const strip = (source: string) =>
      JSON.stringify(parseOrdinance(source).ordinance, (key, value) =>
        /[lL]ine$/.test(key) ? undefined : value,
      );
    expect(strip(text)).toBe(strip(sample));
  });

  test("keeps signs that HTML would escape", async () => {
    const { text } = await read(await word([new Paragraph('A&B <1> "x" &lt;')]));
    expect(text).toBe('A&B <1> "x" &lt;\n');
  });

  test("with automatic numbers is read, and the missing numbers are told", async () => {
    const numbered = new Paragraph({
      text: "公正な競争",
      numbering: { reference: "items", level: 0 },
    });
    const { text, problems } = await read(await word([new Paragraph("第1条　次の事項"), numbered]));
    expect(text).toBe("第1条　次の事項\n公正な競争\n");
    expect(problems[0]?.message).toContain("自動の番号が付いた段落が1個あります。");
  });

  test.each([
    ["a bomb that tells its size", zipOf(parts(" ".repeat(80_000_000))), "大きくなりすぎる"],
    [
      "a bomb that lies about its size",
      zipOf({ "word/document.xml": " ".repeat(80_000_000) }, { told: 100 }),
      "大きくなりすぎる",
    ],
    ["encrypted entries", zipOf(parts("<w/>"), { flags: 1 }), "パスワードの付いた文書です。"],
    [
      "an encrypted document",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      "パスワードの付いた文書です。",
    ],
    [
      "another archive",
      zipOf({ "xl/workbook.xml": "<x/>" }),
      "Wordの文書（.docx）として読めません。",
    ],
    ["a cut archive", zipOf(parts("<w/>")).slice(0, 60), "Wordの文書（.docx）として読めません。"],
    ["no WordprocessingML", zipOf(parts("<w")), "Wordの文書（.docx）として読めません。"],
    [
      "a document type",
      zipOf(parts('<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>')),
      "Wordの文書（.docx）として読めません。",
    ],
  ])("is refused: %s", async (_, bytes, message) => {
    expect((await read(bytes)).refusal).toContain(message);
  });
});

describe("law XML", () => {
  test("gives the text of the ordinance", async () => {
    const { ordinance } = parseOrdinance(sample);
    const { text, problems } = await read(new TextEncoder().encode(writeLawXml(ordinance)));
    expect(problems).toEqual([]);
    expect(text.replace(/\s/g, "")).toBe(sample.replace(/\s/g, ""));
  });

  test.each([
    ['<?xml version="1.0"?><!DOCTYPE Law [<!ENTITY a "b">]><Law>&a;</Law>', "DOCTYPE"],
    ["<Law><Other/></Law>", "法令標準XMLではありません。"],
    ["<Law><LawBody>", ""],
  ])("is refused with what to do: %s", async (xml, message) => {
    const { refusal } = await read(new TextEncoder().encode(xml));
    expect(refusal).not.toBe("");
    expect(refusal).toContain(message);
  });
});

test("a text file in CP932 is read as it is", async () => {
  const { text } = await read(new Uint8Array(iconv.encode(sample, "cp932")));
  expect(text).toBe(sample);
});
