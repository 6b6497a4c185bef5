import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a test reads back from a PDF. */
export interface PdfContents {
  /** The text of each page, in the order of reading, without any white space. */
  pages: string[];
  /** All pages, joined. */
  text: string;
  /** The targets of all links to the outside. */
  links: string[];
  title: string | undefined;
  language: string | undefined;
  tagged: boolean;
}

/**
 * Reads a PDF back. White space is left out, since a PDF holds glyphs at places, not spaces:
 * compare with `squeezed(expected)`.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfContents> {
  // pdf.js takes the buffer over, so it gets a copy.
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  try {
    return await contentsOf(document);
  } finally {
    await task.destroy();
  }
}

/** A text without white space, as `readPdf` gives it. */
export function squeezed(text: string): string {
  return text.replace(/\s/gu, "");
}

async function contentsOf(document: PDFDocumentProxy): Promise<PdfContents> {
  const pages: string[] = [];
  const links: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    pages.push(squeezed(items.map((item) => ("str" in item ? item.str : "")).join("")));
    for (const annotation of await page.getAnnotations()) {
      const url: unknown = annotation.url ?? annotation.unsafeUrl;
      if (typeof url === "string") links.push(url);
    }
  }
  const { info } = await document.getMetadata();
  const marked = await document.getMarkInfo();
  return {
    pages,
    text: pages.join(""),
    links,
    title: stringIn(info, "Title"),
    language: stringIn(info, "Language"),
    tagged: marked?.Marked === true,
  };
}

function stringIn(info: object, key: string): string | undefined {
  const value: unknown = Object.entries(info).find(([name]) => name === key)?.[1];
  return typeof value === "string" ? value : undefined;
}
