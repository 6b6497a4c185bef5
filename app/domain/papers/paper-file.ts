import { fileKind } from "../japan/index.ts";
import type { Checked } from "../problem.ts";

/** The largest paper, in bytes. */
export const largestPaper = 20 * 1024 * 1024;

/** The endings a paper may have, as an `accept` attribute wants them. */
export const paperEndings = [".pdf", ".docx", ".xlsx", ".csv", ".txt", ".png", ".jpg"] as const;

/** A file that may be published as a paper. */
export interface PaperFile {
  /** The name without folders, control characters or marks of direction. */
  fileName: string;
  mediaType: string;
}

interface FileForm {
  mediaType: string;
  matches(bytes: Uint8Array): boolean;
}

const office = "application/vnd.openxmlformats-officedocument";
const forms: Record<string, FileForm> = {
  pdf: {
    mediaType: "application/pdf",
    matches: (bytes) => startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d]),
  },
  docx: {
    mediaType: `${office}.wordprocessingml.document`,
    matches: (bytes) => isOfficeFile(bytes, "word/document.xml"),
  },
  xlsx: {
    mediaType: `${office}.spreadsheetml.sheet`,
    matches: (bytes) => isOfficeFile(bytes, "xl/workbook.xml"),
  },
  csv: { mediaType: "text/csv", matches: isText },
  txt: { mediaType: "text/plain", matches: isText },
  png: {
    mediaType: "image/png",
    matches: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  jpg: { mediaType: "image/jpeg", matches: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
};

/**
 * Checks that a file may be published: its size, the ending of its name, and that its first bytes
 * are those of the kind the ending says. Office files with macros are refused.
 */
export function checkPaperFile(name: string, bytes: Uint8Array): Checked<PaperFile> {
  const refuse = (message: string): Checked<PaperFile> => ({
    ok: false,
    problems: [{ message, field: "file" }],
  });
  const fileName = cleanName(name);
  const ending = /\.([^.]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const form = forms[ending === "jpeg" ? "jpg" : ending];
  if (!form) {
    return refuse(
      `使えるファイルは ${paperEndings.join("、")} です。形式を変えてから選び直してください。`,
    );
  }
  if (bytes.length > largestPaper) {
    return refuse("ファイルが大きすぎます。20 MB までに小さくしてから選び直してください。");
  }
  if (hasMacros(bytes)) {
    return refuse("マクロを含むファイルは登録できません。マクロを除いて保存し直してください。");
  }
  if (!form.matches(bytes)) {
    return refuse(
      `名前は .${ending} ですが、中身が${fileKind(fileName)}ではありません。正しい形式で保存し直してください。`,
    );
  }
  const charset = form.mediaType.startsWith("text/") && decodes(bytes, "utf-8");
  return {
    ok: true,
    value: { fileName, mediaType: charset ? `${form.mediaType}; charset=utf-8` : form.mediaType },
  };
}

function cleanName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? "";
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Surrogate}"]/gu, "").trim();
  const dot = clean.lastIndexOf(".");
  return dot < 0
    ? clean
    : Array.from(clean.slice(0, dot)).slice(0, 150).join("") + clean.slice(dot);
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** A ZIP whose directory names the part that makes it a document of its kind. */
function isOfficeFile(bytes: Uint8Array, part: string): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) && holds(bytes, part);
}

/** Names in the directory of a ZIP are not compressed. */
function hasMacros(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b]) && holds(bytes, "vbaProject.bin");
}

function holds(bytes: Uint8Array, text: string): boolean {
  const sought = new TextEncoder().encode(text);
  const [first = 0] = sought;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (sought.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

/** Text in UTF-8 or CP932, without the control characters that only other files have. */
function isText(bytes: Uint8Array): boolean {
  const binary = bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte));
  return !binary && (decodes(bytes, "utf-8") || decodes(bytes, "shift_jis"));
}

function decodes(bytes: Uint8Array, encoding: "utf-8" | "shift_jis"): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
