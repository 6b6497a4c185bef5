import { readPart } from "./xlsx-xml.ts";

/** How a number of a style shows: as it is, as a date, filled with zeros to a width, as 000-0000. */
export type NumberLook =
  | { kind: "plain" }
  | { kind: "date" }
  | { kind: "filled"; digits: number }
  | { kind: "postal" };

const plain: NumberLook = { kind: "plain" };

/** The looks of a workbook's styles, by the number that cells carry. */
export async function readStyles(part: Uint8Array | undefined): Promise<NumberLook[]> {
  const formats = new Map<string, string>();
  const looks: NumberLook[] = [];
  if (!part) return looks;
  let inCells = false;
  await readPart(part, {
    open(name, { numFmtId = "0", formatCode }) {
      if (name === "numFmt" && formatCode !== undefined) formats.set(numFmtId, formatCode);
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) looks.push(lookOf(Number(numFmtId), formats.get(numFmtId)));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return looks;
}

/** The formats that Excel has built in and that are dates or times, in Japanese too. */
function isBuiltInDate(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58)
  );
}

function lookOf(id: number, code: string | undefined): NumberLook {
  if (code === undefined) return isBuiltInDate(id) ? { kind: "date" } : plain;
  const signs = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, (part) => (part === "\\-" ? "-" : ""));
  const sections = signs.split(";");
  if (sections.some((section) => /^0{3}-0{4}$/.test(section))) return { kind: "postal" };
  const [first = ""] = sections;
  if (/^0{2,}$/.test(first)) return { kind: "filled", digits: first.length };
  if (/general|[0#?]\.?[0#?]*e[+-]/i.test(signs)) return plain;
  return /[ymdhs]|g{1,3}e/i.test(signs) ? { kind: "date" } : plain;
}
