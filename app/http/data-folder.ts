import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { newToken } from "./keys.ts";

/** Where `npm start` keeps its data; git ignores it. */
export const dataFolder = resolve(".data");

/** Reads a secret file of the data folder, or makes it; readable by the owner only. */
export async function localSecret(): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  const file = resolve(dataFolder, "session-secret");
  try {
    return (await readFile(file, "utf8")).trim();
  } catch {
    const secret = newToken();
    // Renamed into place, so that a kill in the middle leaves no half secret.
    await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
    return secret;
  }
}
