import { resolve } from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { fontBlobs } from "./fonts.ts";
import { templateJson } from "./template-json.ts";

/**
 * What a template reads beside its own source. `data` is read by `json("/data.json")`; since it
 * enters as data and never as source, no text in it can be taken for Typst markup. `files` are
 * further files by name, such as "seal.svg", read by `image("/seal.svg")`.
 */
export interface PdfAssets {
  data: unknown;
  files?: Record<string, Uint8Array>;
}

/**
 * Renders a Typst template to the bytes of a PDF, tagged and after PDF/UA-1. The same source and
 * data give the same bytes, on any machine and at any time, as long as the template sets the
 * document's date. Text with characters outside the fonts cannot be PDF/UA; it then comes as an
 * ordinary tagged PDF. Throws when the template itself is at fault: that is a bug.
 */
export function renderPdf(source: string, assets: PdfAssets): Uint8Array {
  return withDocument(source, assets, (typst, document) => {
    try {
      return new Uint8Array(typst.pdf(document, { pdfStandard: "ua-1" }));
    } catch {
      return new Uint8Array(typst.pdf(document, {}));
    }
  });
}

/**
 * Renders a template to the bytes of an ordinary PDF, for what is printed and not read on a
 * screen, and counts its pages. Throws when the template itself is at fault.
 */
export function renderPages(source: string, assets: PdfAssets): { pdf: Uint8Array; pages: number } {
  return withDocument(source, assets, (typst, document) => {
    const pdf = new Uint8Array(typst.pdf(document, {}));
    // Documents of this kind come by the thousand pages: nothing of one is worth keeping.
    typst.evictCache(0);
    return { pdf, pages: document.numOfPages };
  });
}

function withDocument<T>(
  source: string,
  assets: PdfAssets,
  use: (typst: NodeCompiler, document: NodeTypstDocument) => T,
): T {
  const typst = sharedCompiler();
  const names = place(typst, assets);
  try {
    return use(typst, compile(typst, source));
  } finally {
    for (const name of names) typst.unmapShadow(name);
    typst.evictCache(10);
  }
}

// A folder that need not exist: everything a template reads is laid into it in memory.
const workspace = resolve("/jukugi-typst");
let compiler: NodeCompiler | undefined;

/** One compiler for the process: reading the fonts costs more than most documents. */
function sharedCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontBlobs() }] });
  return compiler;
}

function place(typst: NodeCompiler, { data, files = {} }: PdfAssets): string[] {
  const all: [string, Uint8Array][] = [
    ["data.json", Buffer.from(templateJson(data))],
    ...Object.entries(files),
  ];
  return all.map(([name, bytes]) => {
    const path = resolve(workspace, name);
    typst.mapShadow(path, Buffer.from(bytes));
    return path;
  });
}

function compile(typst: NodeCompiler, mainFileContent: string): NodeTypstDocument {
  const compiled = typst.compile({ mainFileContent });
  const { result } = compiled;
  if (result === null || compiled.hasError()) {
    const diagnostics = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
    throw new Error(`the Typst template does not compile: ${JSON.stringify(diagnostics)}`);
  }
  return result;
}
