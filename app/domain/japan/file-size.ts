const kinds: Record<string, string> = {
  pdf: "PDF",
  doc: "Word",
  docx: "Word",
  xls: "Excel",
  xlsx: "Excel",
  ppt: "PowerPoint",
  pptx: "PowerPoint",
  csv: "CSV",
  txt: "テキスト",
  md: "Markdown",
  json: "JSON",
  zip: "ZIP",
  png: "画像",
  jpg: "画像",
  jpeg: "画像",
};

/** A size in bytes in words: "900 B", "24 KB", "1.3 MB" (1 KB is 1024 bytes; KB are rounded up). */
export function fileSize(bytes: number): string {
  if (!Number.isInteger(bytes) || bytes < 0) throw new RangeError(`not a size: ${bytes}`);
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = Math.ceil(bytes / 1024);
  if (kilobytes < 1024) return `${kilobytes} KB`;
  const megabytes = bytes / 1024 / 1024;
  return megabytes < 10 ? `${megabytes.toFixed(1)} MB` : `${Math.round(megabytes)} MB`;
}

/** The kind of a file from its name, in words: "調査票.xlsx" is "Excel"; unknown endings in capitals. */
export function fileKind(fileName: string): string {
  const ending = /\.([^.]{1,8})$/u.exec(fileName)?.[1]?.toLowerCase();
  if (ending === undefined) return "ファイル";
  return kinds[ending] ?? ending.toUpperCase();
}

/** What stands beside a link to a file: 「PDF・24 KB」. */
export function fileLabel(fileName: string, bytes: number): string {
  return `${fileKind(fileName)}・${fileSize(bytes)}`;
}
