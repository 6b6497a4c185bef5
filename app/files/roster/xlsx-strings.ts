import { rosterLimits, sheetFaults } from "#app/domain/survey/roster/sheet.ts";
import { XlsxFault } from "./xlsx-fault.ts";
import { readPart } from "./xlsx-xml.ts";

/**
 * The texts that cells refer to by number, without their ふりがな.
 *
 * @throws XlsxFault when they are longer in all than a roster may be
 */
export async function readStrings(part: Uint8Array | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  let current = "";
  let inText = false;
  let inPhonetic = false;
  let characters = 0;
  await readPart(part, {
    open(name) {
      if (name === "si") current = "";
      if (name === "rPh") inPhonetic = true;
      inText = name === "t" && !inPhonetic;
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      if (name === "t") inText = false;
      if (name === "rPh") inPhonetic = false;
      if (name !== "si") return;
      characters += current.length;
      if (characters > rosterLimits.characters) throw new XlsxFault(sheetFaults.tooMuchText);
      strings.push(current);
    },
  });
  return strings;
}
