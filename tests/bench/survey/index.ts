import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Sections of the bench of surveys: a file beside this one and what it exports. */
const sections = [
  { file: "checking.ts", name: "benchChecking" },
  { file: "load.ts", name: "benchLoad" },
  { file: "first-page.ts", name: "benchFirstPage" },
  { file: "letters.ts", name: "benchLetters" },
  { file: "suppression.ts", name: "benchSuppression" },
];

/** `npm run bench -- survey [checking|load|first-page|letters|suppression]`: all sections, or one. */
export async function benchSurvey(): Promise<void> {
  const [, only] = process.argv.slice(2);
  for (const { file, name } of sections) {
    if (only !== undefined && `${only}.ts` !== file) continue;
    const path = resolve(import.meta.dirname, file);
    if (!existsSync(path)) {
      console.error(`${file} is not there`);
      continue;
    }
    const section: Record<string, unknown> = await import(path);
    const bench = section[name];
    if (typeof bench !== "function") throw new TypeError(`${file} exports no ${name}`);
    await bench();
  }
}
