import iconv from "iconv-lite";
import type { Checked } from "../../problem.ts";

export type RosterEncoding = "UTF-8" | "CP932";

/**
 * Bytes of a CSV file as text: UTF-8 with or without BOM, else CP932 (what Excel in Japanese
 * saves). Spreadsheet files, UTF-16 and bytes that are neither are refused.
 */
export function decodeCsv(bytes: Uint8Array): Checked<{ text: string; encoding: RosterEncoding }> {
  if (startsWith(bytes, [0x50, 0x4b]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refused("表計算ソフトのファイルです。「CSV UTF-8」で保存し直してから選んでください。");
  }
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return refused("文字コードがUTF-16です。「CSV UTF-8」で保存し直してから選んでください。");
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ok: true, value: { text, encoding: "UTF-8" } };
  } catch {
    const text = iconv.decode(bytes, "cp932");
    const broken = text.indexOf("\uFFFD");
    if (broken === -1) return { ok: true, value: { text, encoding: "CP932" } };
    const line = text.slice(0, broken).split("\n").length;
    return refused(
      `${line}行目の文字を読めません。「CSV UTF-8」で保存し直してから選んでください。`,
      line,
    );
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function refused(message: string, line?: number): { ok: false; problems: [{ message: string }] } {
  return { ok: false, problems: [{ message, ...(line === undefined ? {} : { line }) }] };
}
