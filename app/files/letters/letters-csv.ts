import { csvFile } from "../csv.ts";

/** One firm's line in the file for 差込印刷. */
export interface LetterRow {
  number: string;
  name: string;
  postalCode: string;
  address: string;
  /** ABCD-EFGH-JKLM-NPQR; empty in a reminder without codes. */
  code: string;
  /** What the QR code leads to. */
  opens: string;
}

const header = [
  "事業者番号",
  "事業者名",
  "郵便番号",
  "所在地",
  "回答コード",
  "回答用アドレス",
  "締切",
];

/** The file for 差込印刷, one line a firm; `deadline` is the last column of every line. */
export function lettersCsv(rows: readonly LetterRow[], deadline: string): string {
  return csvFile(
    header,
    rows.map(({ number, name, postalCode, address, code, opens }) => [
      number,
      name,
      postalCode,
      address,
      code,
      opens,
      deadline,
    ]),
  );
}
