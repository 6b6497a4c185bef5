import mammoth from "mammoth";
import type { Problem } from "#app/domain/problem.ts";
import { type ArchiveFault, unpackArchive } from "./zip-archive.ts";

/** Text read from a file, and what its reader should be told of it. */
export interface FileText {
  text: string;
  problems: Problem[];
}

/** The most bytes that a Word document may unpack to. */
const largest = 64 * 1024 * 1024;

const faults: Record<ArchiveFault, string> = {
  damaged:
    "Wordの文書（.docx）として読めません。壊れているか、別の形式のファイルです。Wordで開いて.docxで保存し直すか、本文を貼り付けてください。",
  encrypted:
    "パスワードの付いた文書です。パスワードを外して保存し直すか、本文を貼り付けてください。",
  "too-large":
    "開くと大きくなりすぎる文書です。画像などを除いて保存し直すか、本文を貼り付けてください。",
};

/**
 * The text of a Word document (.docx): a paragraph a line, the cells of a table's row parted by
 * tabs. Pictures, footnotes and formatting are left out; automatic numbers are not in the text
 * of the document, so where there are any, a problem says so. Refused are archives that unpack to
 * more than 64 MB, whatever they claim, encrypted ones, and those whose parts declare a DOCTYPE.
 */
export async function readWordText(bytes: Uint8Array): Promise<FileText | Problem> {
  const archive = unpackArchive(bytes, largest);
  if (!archive.ok) return refused(faults[archive.fault]);
  const { entries } = archive;
  if (!entries.some(({ name }) => name === "word/document.xml")) return refused(faults.damaged);
  const isXml = (name: string) => /\.(?:xml|rels)$/i.test(name);
  if (
    entries.some((entry) => isXml(entry.name) && Buffer.from(entry.bytes).includes("<!DOCTYPE"))
  ) {
    return refused(faults.damaged);
  }
  let html: string;
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
    const buffer = Buffer.from(bytes);
    html = (await mammoth.convertToHtml({ buffer }, { convertImage, styleMap: ["br => br"] }))
      .value;
  } catch {
    return refused(faults.damaged);
  }
  const numbers = html.split("<li>").length - 1;
  const message = `自動の番号が付いた段落が${numbers}個あります。番号は読み込めないので、本文の欄で「(1)」などを書き足してください。`;
  const problems = numbers > 0 ? [{ message, field: "source" }] : [];
  return { text: textOf(html), problems };
}

const refused = (message: string): Problem => ({ message, field: "file" });

const named: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

/** The text of the plain HTML that the converter writes. */
function textOf(html: string): string {
  let text = "";
  let isInCell = false;
  for (const [part = ""] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!part.startsWith("<")) {
      text += part.replace(/&(?:lt|gt|quot|amp);/g, (name) => named[name] ?? name);
      continue;
    }
    const [, close = "", name = ""] = /^<(\/?)([a-z0-9]+)/.exec(part) ?? [];
    if (name === "td" || name === "th") {
      isInCell = close === "";
      if (close) text += "\t";
    } else if (name === "tr" && close) text = `${text.trimEnd()}\n`;
    else if (name === "br") text += isInCell ? "" : "\n";
    else if (close && /^(?:p|h[1-6]|li)$/.test(name) && !isInCell) text += "\n";
  }
  return text;
}
