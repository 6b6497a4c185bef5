import { unpackArchive } from "../zip-archive.ts";
import { damaged, XlsxFault } from "./xlsx-fault.ts";
import { readPart } from "./xlsx-xml.ts";

/** A workbook's parts, unpacked, and its visible sheets in their order. */
export interface Workbook {
  sheets: { name: string; part: Uint8Array }[];
  strings: Uint8Array | undefined;
  styles: Uint8Array | undefined;
}

/** What the parts that are read may have in all, unpacked. */
const unpackedLimit = 100 * 1024 * 1024;

const faults = {
  damaged,
  encrypted: "パスワードの付いたファイルです。パスワードを外して保存し直してから選んでください。",
  "too-large": "ファイルの中身が大きすぎます。名簿のシートと列だけを残して保存し直してください。",
} as const;

/** @throws XlsxFault */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const archive = unpackArchive(bytes, unpackedLimit, isRead);
  if (!archive.ok) throw new XlsxFault(faults[archive.fault]);
  const parts = new Map(archive.entries.map((entry) => [entry.name, entry.bytes]));
  if (parts.has("xl/workbook.bin")) {
    throw new XlsxFault(
      "バイナリ形式（.xlsb）です。「Excel ブック（.xlsx）」で保存し直してください。",
    );
  }
  const workbook = parts.get("xl/workbook.xml");
  if (!workbook) {
    throw new XlsxFault("Excelのブックではありません。CSVかExcelのファイルを選んでください。");
  }
  const targets = await targetsOf(parts.get("xl/_rels/workbook.xml.rels"));
  const sheets: Workbook["sheets"] = [];
  await readPart(workbook, {
    open(name, { name: title = "", id = "", state }) {
      const part = name === "sheet" ? parts.get(targets.get(id) ?? "") : undefined;
      // Sheets of charts have no cells; hidden ones nobody has looked at.
      if (part && (state === undefined || state === "visible")) sheets.push({ name: title, part });
    },
  });
  if (sheets.length === 0)
    throw new XlsxFault("表のあるシートがありません。ファイルを確かめてください。");
  return { sheets, strings: parts.get("xl/sharedStrings.xml"), styles: parts.get("xl/styles.xml") };
}

function isRead(name: string): boolean {
  return /^xl\/(?:workbook\.(?:xml|bin)|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/.test(
    name,
  );
}

async function targetsOf(relations: Uint8Array | undefined): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  if (!relations) throw new XlsxFault(damaged);
  await readPart(relations, {
    open(name, { Id, Target }) {
      if (name !== "Relationship" || Id === undefined || Target === undefined) return;
      targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}
