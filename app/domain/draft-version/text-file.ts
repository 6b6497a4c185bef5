import iconv from "iconv-lite";
import type { Checked } from "../problem.ts";

/**
 * The text of an uploaded text file: UTF-8 or UTF-16 with or without BOM as marked, else CP932
 * (what older editors in Japan save). Old or encrypted Word documents, PDF and unreadable bytes are refused.
 */
export function decodeTextFile(bytes: Uint8Array): Checked<string> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refused(
      "古い形式（.doc）か、パスワードの付いた文書です。パスワードを外して.docxで保存し直すか、本文を貼り付けてください。",
    );
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    return refused(
      "PDFファイルです。元の文書からテキストで保存し直すか、本文を貼り付けてください。",
    );
  }
  if (startsWith(bytes, [0xff, 0xfe])) {
    return { ok: true, value: new TextDecoder("utf-16le").decode(bytes) };
  }
  try {
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const text = iconv.decode(bytes, "cp932");
    if (!text.includes("\uFFFD")) return { ok: true, value: text };
    return refused("文字を読めないファイルです。文字コードをUTF-8にして保存し直してください。");
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function refused(message: string): Checked<never> {
  return { ok: false, problems: [{ message, field: "file" }] };
}
