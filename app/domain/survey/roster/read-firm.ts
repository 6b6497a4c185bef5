import { isCorporateNumber } from "../../japan/corporate-number.ts";
import type { Problem } from "../../problem.ts";
import { type ColumnPlaces, rosterColumns } from "./columns.ts";
import { grades, type RosterFirm, regions, sectors, sizes, tiers } from "./firm.ts";

/** Reads one line of a roster; every fault of the line is reported with its column. */
export function readFirm(
  record: readonly string[],
  places: ColumnPlaces,
  line: number,
): { firm: RosterFirm | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (column: keyof RosterFirm, message: string): null => {
    const [field] = rosterColumns[column];
    problems.push({ line, field, message: `${line}行目の「${field}」${message}` });
    return null;
  };
  const cell = (column: keyof RosterFirm) => (record[places[column]] ?? "").trim();
  const plain = (column: keyof RosterFirm) => cell(column).normalize("NFKC");
  const text = (column: "number" | "name" | "address", longest: number) => {
    const value = cell(column);
    if (value === "") return wrong(column, "が空です。入力してください。");
    if (value.length > longest) return wrong(column, `が長すぎます。${longest}字までです。`);
    if (/[\p{Cc}\p{Cs}]/u.test(value)) {
      return wrong(column, "に改行などの使えない文字があります。消してください。");
    }
    return value;
  };
  const code = <T extends string>(column: keyof RosterFirm, codes: readonly T[]): T | null => {
    const value = plain(column);
    const found = codes.find((candidate) => candidate === value);
    const list = codes.join("、");
    if (found === undefined) {
      return wrong(
        column,
        `の「${value.slice(0, 20)}」は使えません。${list}のどれかにしてください。`,
      );
    }
    return found;
  };
  const corporateNumber = () => {
    const value = plain("corporateNumber").replace(/[\s-]/g, "");
    if (value === "" || isCorporateNumber(value)) return value;
    if (/E\+?\d+$/i.test(value)) {
      return wrong(
        "corporateNumber",
        "が表計算ソフトで 1.2E+12 のような形に変わっています。列を文字列にしてから保存し直してください。",
      );
    }
    return wrong(
      "corporateNumber",
      /^\d{13}$/.test(value)
        ? "が正しくありません（先頭の検査用数字が合いません）。番号を確かめてください。"
        : "は13桁の数字で入力してください。個人事業者は空にしてください。",
    );
  };
  const postalCode = () => {
    const digits = /^(\d{3})-?(\d{4})$/.exec(plain("postalCode").replace(/[‐−ー]/g, "-"));
    return digits
      ? `${digits[1]}-${digits[2]}`
      : wrong("postalCode", "は 518-0000 のように7桁の数字で入力してください。");
  };
  const values = {
    number: text("number", 40),
    name: text("name", 200),
    corporateNumber: corporateNumber(),
    postalCode: postalCode(),
    address: text("address", 300),
    sector: code("sector", sectors),
    size: code("size", sizes),
    region: code("region", regions),
    grade: code("grade", grades),
    tier: code("tier", tiers),
  };
  return { firm: isComplete(values) ? firmOf(values) : null, problems };
}

type Complete<T> = { [Key in keyof T]: Exclude<T[Key], null> };

function isComplete<T extends object>(values: T): values is T & Complete<T> {
  return Object.values(values).every((value) => value !== null);
}

function firmOf(values: Complete<RosterFirm>): RosterFirm {
  return { ...values, corporateNumber: values.corporateNumber || null };
}
