import type { Checked } from "../problem.ts";
import type { Paper } from "./minutes.ts";
import type { SourceLine } from "./source-lines.ts";

/**
 * Reads one line of 「## 資料」: 「資料1 調査票（案）」, 「参考資料2-1　先進地比較」, 「次第」.
 * Digits of the number become half-width; the title stays as written.
 */
export function readPaper({ text, line }: SourceLine): Checked<Paper> {
  const unnumbered = /^(次第|委員名簿|席次表?)$/u.exec(text)?.[1];
  if (unnumbered !== undefined)
    return { ok: true, value: { number: unnumbered, title: unnumbered } };
  const match =
    /^([^\s　0-9０-９]{0,6}資料[\s　]*[0-9０-９]{1,3}(?:[-－‐ー−の][0-9０-９]{1,3})?)[\s　:：]+(\S.*)$/u.exec(
      text,
    );
  if (!match) {
    const message =
      "資料は「- 資料1 調査票（案）」のように、番号、空白、名称の順で書いてください。";
    return { ok: false, problems: [{ message, line }] };
  }
  const number = (match[1] ?? "")
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/[‐ー−]/gu, "-");
  return { ok: true, value: { number, title: match[2] ?? "" } };
}
