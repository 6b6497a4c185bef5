import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IBorderOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from "docx";
import type { PaperLine, PaperRow, PaperTable } from "#app/domain/comparison/index.ts";

// Fonts that every Word in Japanese has.
const mincho = { ascii: "ＭＳ 明朝", hAnsi: "ＭＳ 明朝", eastAsia: "ＭＳ 明朝" };
const gothic = { ascii: "ＭＳ ゴシック", hAnsi: "ＭＳ ゴシック", eastAsia: "ＭＳ ゴシック" };

/** Twentieths of a point: A4, its margins, and one character of 10.5 pt. */
const page = { width: 16_838, height: 11_906, margin: 964 };
const character = 210;
const column = (page.width - 2 * page.margin) / 2;

const line: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: "000000" };
const hairline: IBorderOptions = { style: BorderStyle.SINGLE, size: 2, color: "808080" };
const none: IBorderOptions = { style: BorderStyle.NIL };

/**
 * A 新旧対照表 as the bytes of a Word document: A4 landscape, heads repeated on every page,
 * changed words underlined, page numbers below.
 */
export async function comparisonDocx(table: PaperTable): Promise<Uint8Array> {
  const document = new Document({
    title: table.title,
    creator: "公共調達のあり方審議会",
    styles: {
      default: {
        document: { run: { font: mincho, size: 21, language: { eastAsia: "ja-JP" } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            // The library turns the page itself: it wants the sides of a portrait.
            size: {
              width: page.height,
              height: page.width,
              orientation: PageOrientation.LANDSCAPE,
            },
            margin: {
              top: page.margin,
              bottom: page.margin,
              left: page.margin,
              right: page.margin,
              header: 480,
              footer: 480,
            },
          },
        },
        headers: { default: headerOf(table) },
        footers: { default: pageNumbers() },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 200 },
            children: [new TextRun({ text: table.title, font: gothic, size: 28, bold: true })],
          }),
          tableOf(table),
          ...table.remarks.map(
            (text) =>
              new Paragraph({
                spacing: { before: 120 },
                children: [new TextRun({ text, size: 18 })],
              }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function headerOf({ isSample }: PaperTable): Header {
  const mark = new TextRun({
    text: isSample ? "サンプル" : "",
    font: gothic,
    size: 18,
    bold: true,
  });
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [mark] })],
  });
}

function pageNumbers(): Footer {
  const numbers = new TextRun({
    size: 18,
    children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES],
  });
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [numbers] })],
  });
}

function tableOf({ heads, rows }: PaperTable): Table {
  return new Table({
    width: { size: column * 2, type: WidthType.DXA },
    columnWidths: [column, column],
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideVertical: line },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heads.map(headCell) }),
      ...rows.map((row, index) => {
        const top = index === 0 ? line : row.starts ? hairline : none;
        return new TableRow({
          children: [cellOf(row.left, row, top), cellOf(row.right, row, top)],
        });
      }),
    ],
  });
}

const margins = { left: 100, right: 100, top: 30, bottom: 30 };

function headCell(text: string): TableCell {
  return new TableCell({
    width: { size: column, type: WidthType.DXA },
    margins: { ...margins, top: 80, bottom: 80 },
    borders: { bottom: line },
    shading: { type: ShadingType.CLEAR, fill: "ECECEC", color: "auto" },
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text, font: gothic, bold: true })],
      }),
    ],
  });
}

function cellOf(lines: readonly PaperLine[], row: PaperRow, top: IBorderOptions): TableCell {
  const paragraphs = lines.map((each, index) => {
    // A heading keeps with the row below it, a caption with its own text.
    const keepNext = row.isHeading || (index === 0 && lines.length === 2);
    return paragraphOf(each, row.isHeading, keepNext);
  });
  return new TableCell({
    width: { size: column, type: WidthType.DXA },
    margins,
    borders: { top, bottom: none },
    // A cell without a paragraph is no valid document.
    children: paragraphs.length > 0 ? paragraphs : [new Paragraph({})],
  });
}

function paragraphOf(
  { indent, hanging, runs }: PaperLine,
  isHeading: boolean,
  keepNext: boolean,
): Paragraph {
  const first =
    hanging < 0 ? { firstLine: -hanging * character } : { hanging: hanging * character };
  return new Paragraph({
    keepNext,
    indent: { left: (indent + hanging) * character, ...first },
    spacing: { line: 300, lineRule: LineRuleType.AT_LEAST },
    children: runs.map(
      ({ text, changed }) =>
        new TextRun({
          text,
          ...(isHeading ? { font: gothic, bold: true } : {}),
          ...(changed ? { underline: { type: UnderlineType.SINGLE } } : {}),
        }),
    ),
  });
}
