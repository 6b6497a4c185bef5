import { corporateNumberCheckDigit } from "#app/domain/japan/corporate-number.ts";
import { zipOf } from "#tests/support/zip.ts";

/** The columns of the made-up rosters, with one that is not read. */
export const header = [
  ...["業者番号", "商号又は名称", "法人番号", "郵便番号", "所在地"],
  ...["業種", "規模", "地域区分", "等級", "元請・下請", "備考"],
];

const pick = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

/** A line without fault. */
export function rightLine(index: number): string[] {
  const base = `99${String(index).padStart(10, "0")}`;
  return [
    `N${String(index).padStart(5, "0")}`,
    `サンプル${pick(["建設", "土木", "電設", "管工"], index)}${index}`,
    index % 5 === 0 ? "" : `${corporateNumberCheckDigit(base)}${base}`,
    `518-${String(index % 10_000).padStart(4, "0")}`,
    `三重県伊賀市サンプル町${index}番地`,
    pick(["工事", "委託", "物品"], index),
    pick(["小", "中", "大", "20人以下"], index),
    pick(["市内", "準市内", "県内", "県外"], index),
    pick(["A", "B", "C", "なし"], index),
    pick(["元請", "下請", "両方"], index),
    "見本の備考です",
  ];
}

/** Each kind of fault: what it does to a line, in which column it is found, and by which words. */
export const kinds: [
  spoil: (cells: string[], index: number) => string[],
  column: string,
  words: string,
][] = [
  [(cells) => cells.with(0, ""), "事業者番号", "空です"],
  [(cells) => cells.with(0, rightLine(0)[0] ?? ""), "事業者番号", "行目と同じです"],
  [(cells) => cells.with(1, " "), "事業者名", "空です"],
  [(cells) => cells.with(1, "長".repeat(201)), "事業者名", "長すぎます"],
  [(cells, index) => cells.with(1, `サンプル\u0007${index}`), "事業者名", "使えない文字"],
  [(cells, index) => cells.with(1, `サンプル\u202e${index}`), "事業者名", "目に見えない文字"],
  [(cells, index) => cells.with(1, `サンプル\ue000${index}`), "事業者名", "外字"],
  [(cells) => cells.with(1, "#REF!"), "事業者名", "計算の誤り"],
  [(cells) => cells.with(2, "1234567890123"), "法人番号", "検査用数字"],
  [(cells) => cells.with(2, "9.99E+12"), "法人番号", "1.2E+12"],
  [(cells) => cells.with(2, "12345"), "法人番号", "13桁"],
  [(cells) => cells.with(2, rightLine(1)[2] ?? ""), "法人番号", "行目と同じです"],
  [(cells) => cells.with(3, ""), "郵便番号", "空です"],
  [(cells) => cells.with(3, "600000"), "郵便番号", "先頭の0"],
  [(cells) => cells.with(3, "518-00"), "郵便番号", "7桁"],
  [(cells) => cells.with(4, ""), "所在地", "空です"],
  [
    (cells) => cells.with(1, rightLine(0)[1] ?? "").with(4, rightLine(0)[4] ?? ""),
    "事業者名と所在地",
    "行目と同じです",
  ],
  [(cells) => cells.with(5, "造園"), "業種", "コードがありません"],
  [(cells) => cells.with(6, ""), "規模", "空です"],
  [(cells) => cells.with(7, "国外"), "地域区分", "コードがありません"],
  [(cells) => cells.with(8, "特A"), "等級", "コードがありません"],
  [(cells) => cells.with(9, "孫請"), "元請・下請", "コードがありません"],
];

/** Of every ten lines the first nine are right in a roster with faults. */
export const faultEvery = 10;

export function lineOf(index: number, faulty: boolean): string[] {
  const cells = rightLine(index);
  if (!faulty || index % faultEvery !== faultEvery - 1) return cells;
  const [spoil] = pick(kinds, Math.floor(index / faultEvery));
  return spoil(cells, index);
}

export function largeCsv(lines: number, faulty: boolean): Uint8Array {
  const text = [header, ...Array.from({ length: lines }, (_, index) => lineOf(index, faulty))]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(","))
    .join("\r\n");
  return new TextEncoder().encode(`\uFEFF${text}`);
}

/** As Excel writes it: all texts shared, each cell with its place. */
export function largeXlsx(lines: number, faulty: boolean): Uint8Array {
  const places = new Map<string, number>();
  const place = (text: string) => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  const row = (cells: string[], line: number) =>
    `<row r="${line}" spans="1:11">${cells
      .map((cell, column) =>
        // XML cannot hold the bell.
        cell.trim() === ""
          ? ""
          : `<c r="${"ABCDEFGHIJK"[column]}${line}" t="s"><v>${place(cell.replace("\u0007", "&#10;"))}</v></c>`,
      )
      .join("")}</row>`;
  const rows = [row(header, 1)];
  for (let index = 0; index < lines; index += 1) rows.push(row(lineOf(index, faulty), index + 2));
  const strings = [...places.keys()].map((text) => `<si><t xml:space="preserve">${text}</t></si>`);
  return zipOf({
    "xl/workbook.xml":
      '<workbook xmlns:r="r"><sheets><sheet name="名簿" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/sharedStrings.xml": `<sst>${strings.join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`,
  });
}
