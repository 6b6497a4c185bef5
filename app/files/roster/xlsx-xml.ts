import { setImmediate } from "node:timers/promises";
import { SaxesParser } from "saxes";
import { damaged, XlsxFault } from "./xlsx-fault.ts";

/** What is told of a part of a workbook while it is read; names come without their prefix. */
export interface XmlListener {
  /** Attributes by name, without prefix. */
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Asked between pieces: whether enough has been read. */
  enough?(): boolean;
}

const piece = 256 * 1024;

/**
 * Reads a part piece by piece, so that neither its text nor its tree stands in memory, and lets
 * other requests of the server run in between.
 *
 * @throws XlsxFault when it is no well-formed XML, or declares a document type (and with it entities)
 */
export async function readPart(bytes: Uint8Array, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("doctype", refuse);
  parser.on("error", refuse);
  parser.on("opentag", ({ name, attributes }) => {
    if (!listener.open) return;
    const bare: Record<string, string> = {};
    for (const key of Object.keys(attributes)) bare[withoutPrefix(key)] = attributes[key] ?? "";
    listener.open(withoutPrefix(name), bare);
  });
  parser.on("closetag", ({ name }) => listener.close?.(withoutPrefix(name)));
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let start = 0; start < bytes.length; start += piece) {
    const last = start + piece >= bytes.length;
    parser.write(decoder.decode(bytes.subarray(start, start + piece), { stream: !last }));
    if (listener.enough?.()) return;
    await setImmediate();
  }
  parser.close();
}

function refuse(): never {
  throw new XlsxFault(damaged);
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
