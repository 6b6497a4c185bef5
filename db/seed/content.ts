import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../../content");

/** Reads a text file of `content/`. */
export const readContent = (file: string): Promise<string> =>
  readFile(resolve(folder, file), "utf8");

/** Reads a file of `content/` as bytes. */
export async function readContentBytes(file: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(resolve(folder, file)));
}

/** Reads a JSON file of `content/`; its shape is ours, so it is not checked again. */
export async function readContentJson<T>(file: string): Promise<T> {
  return JSON.parse(await readContent(file));
}
