import { isCorporateNumber } from "../../japan/corporate-number.ts";
import { undivided } from "../strata/grouping.ts";
import type { StratumAxis } from "../strata/strata.ts";
import { cellText, textFault } from "./cell-text.ts";
import type { cellCoder } from "./coding.ts";
import { type Matching, rosterColumns } from "./columns.ts";
import type { RosterFault } from "./fault.ts";
import type { RosterField, RosterFirm } from "./firm.ts";
import type { SheetRow } from "./sheet.ts";

/**
 * Reads one line of a roster. Every fault of the line is added to `faults` with its column, and
 * what is wrong stays empty in the firm.
 */
export function readFirm(
  { line, cells }: SheetRow,
  matching: Matching,
  codeCell: ReturnType<typeof cellCoder>,
  faults: RosterFault[],
): RosterFirm {
  const cell = (field: RosterField) => {
    const place = matching[field];
    return place === null ? undefined : cellText(cells[place]);
  };
  const wrong = (field: RosterField, message: string): string => {
    const [column] = rosterColumns[field];
    const value = (cell(field) ?? "").slice(0, 60);
    faults.push({ line, column, value, message: `「${column}」${message}` });
    return "";
  };
  const text = (field: "number" | "name" | "address", longest: number) => {
    const value = cell(field) ?? "";
    const fault = textFault(value, longest);
    return fault === undefined ? value : wrong(field, fault);
  };
  const stratum = (axis: StratumAxis) => {
    const value = cell(axis);
    if (value === undefined) return undivided;
    const { found, code } = codeCell(axis, value);
    if (code !== undefined && (code !== found || textFault(code, 40) === undefined)) return code;
    if (found === "")
      return wrong(axis, "が空です。値を入力するか、（空欄）にコードを割り当ててください。");
    const fault = textFault(found, 40);
    const unassigned = `の「${found.slice(0, 20)}」にコードがありません。コードを割り当てるか、書いてあるとおりにしてください。`;
    return wrong(axis, fault ?? unassigned);
  };
  return {
    number: matching.number === null ? "" : text("number", 40),
    name: text("name", 200),
    corporateNumber: corporateNumber(cell("corporateNumber") ?? "", wrong) || null,
    postalCode: postalCode(cell("postalCode") ?? "", wrong),
    address: text("address", 300),
    sector: stratum("sector"),
    size: stratum("size"),
    region: stratum("region"),
    grade: stratum("grade"),
    tier: stratum("tier"),
  };
}

type Wrong = (field: RosterField, message: string) => string;

/** 13 digits with a right first one; empty for a sole proprietor. */
function corporateNumber(cell: string, wrong: Wrong): string {
  const value = cell.normalize("NFKC").replace(/[\s-]/g, "");
  if (value === "" || isCorporateNumber(value)) return value;
  if (/E\+?\d+$/i.test(value)) {
    const message =
      "が表計算ソフトで 1.2E+12 のような形に変わっています。列を文字列にしてから保存し直してください。";
    return wrong("corporateNumber", message);
  }
  return wrong(
    "corporateNumber",
    /^\d{13}$/.test(value)
      ? "が正しくありません（先頭の検査用数字が合いません）。番号を確かめてください。"
      : "は13桁の数字で入力してください。個人事業者は空にしてください。",
  );
}

/** 518-0000 */
function postalCode(cell: string, wrong: Wrong): string {
  const value = cell.normalize("NFKC").replace(/[‐‑–—−ー]/g, "-");
  const digits = /^〒?\s?(\d{3})[-\s]?(\d{4})$/.exec(value);
  if (digits) return `${digits[1]}-${digits[2]}`;
  if (value === "") return wrong("postalCode", "が空です。入力してください。");
  return wrong(
    "postalCode",
    /^\d{3,6}$/.test(value)
      ? "の先頭の0が消えているようです。列を文字列にして、7桁で入力してください。"
      : "は 518-0000 のように7桁の数字で入力してください。",
  );
}
