import type { NumberLook } from "./xlsx-styles.ts";

/** A cell as it stands in a sheet's XML. */
export interface RawCell {
  /** The `t` attribute: s, str, inlineStr, b, e, d, n. */
  type: string;
  look: NumberLook | undefined;
  hasFormula: boolean;
  value: string;
}

const formulaLost = "に計算式の結果がありません。Excelで開いて保存し直すか、値にしてください。";
const isDate = "が日付になっています。書式を文字列にして、入力し直してください。";

/** A cell as text, and what is wrong with it already in the file. */
export function readCell(
  { type, look, hasFormula, value }: RawCell,
  strings: readonly string[],
): { text: string; fault?: string } {
  if (hasFormula && value === "") return { text: "", fault: formulaLost };
  switch (type) {
    case "s":
      return { text: strings[Number(value)] ?? "" };
    case "b":
      return { text: value === "1" ? "TRUE" : "FALSE" };
    case "d":
      return { text: value, fault: isDate };
    case "n":
      return value === "" ? { text: "" } : numberText(value, look);
    default:
      return { text: value };
  }
}

/** A number as digits: never 7.00001E+12, with the zeros in front that its format shows. */
function numberText(value: string, look: NumberLook | undefined): { text: string; fault?: string } {
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value };
  if (look?.kind === "date") return { text: dateText(number), fault: isDate };
  const digits = Number.isSafeInteger(number) ? number.toFixed(0) : String(number);
  if (look?.kind === "filled") return { text: digits.padStart(look.digits, "0") };
  if (look?.kind === "postal") return { text: digits.padStart(7, "0").replace(/^(\d{3})/, "$1-") };
  return { text: digits };
}

/** A day counted from 1899-12-30, as Excel counts after February 1900. */
function dateText(days: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, 10);
}
