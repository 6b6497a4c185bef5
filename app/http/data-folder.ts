import { mkdir, readFile, writeFile } from "node:fs/promises";
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
    await writeFile(file, `${secret}\n`, { mode: 0o600 });
    return secret;
  }
}
