import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultEvery, kinds, largeCsv, largeXlsx } from "./large-rosters.ts";

const lines = 50_000;
/** Megabytes: of the child's heap, where it ends with an error, and of all its memory. */
const limits = { heap: 256, resident: 500 };

interface Outcome {
  firms: number;
  faults: number;
  problems: string[];
  byKind: Record<string, number>;
  uploadMs: number;
  readMs: number;
  rssPeakMb: number;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jukugi-roster-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readAlone(name: string, bytes: Uint8Array): Promise<Outcome> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const program = join(import.meta.dirname, "read-in-process.ts");
  const flags = [`--max-old-space-size=${limits.heap}`, "--import", "tsx", program, file];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { maxBuffer: 1e7 });
  const outcome: Outcome = JSON.parse(stdout);
  process.stdout.write(
    `${name}, ${lines.toLocaleString("en")} lines: read in ${outcome.uploadMs} ms, checked in ` +
      `${outcome.readMs} ms, at most ${outcome.rssPeakMb} MB (limit ${limits.resident})\n`,
  );
  expect(outcome.rssPeakMb).toBeLessThan(limits.resident);
  return outcome;
}

describe("a roster of 50,000 lines, in bounded memory", () => {
  it.each([
    ["good.csv", largeCsv],
    ["good.xlsx", largeXlsx],
  ])("is read whole: %s", { timeout: 180_000 }, async (name, make) => {
    const { firms, faults, problems } = await readAlone(name, make(lines, false));
    expect({ firms, faults, problems }).toEqual({ firms: lines, faults: 0, problems: [] });
  });

  it.each([
    ["faulty.csv", largeCsv],
    ["faulty.xlsx", largeXlsx],
  ])("has all its faults reported: %s", { timeout: 180_000 }, async (name, make) => {
    const { firms, faults, byKind } = await readAlone(name, make(lines, true));
    const spoiled = lines / faultEvery;
    expect({ firms, faults }).toEqual({ firms: lines - spoiled, faults: spoiled });
    for (const [index, [, column, words]] of kinds.entries()) {
      const expected = Math.ceil((spoiled - index) / kinds.length);
      const heading = column === "元請・下請" ? "元請下請" : column;
      const found = Object.entries(byKind).find(
        ([kind]) => kind.startsWith(`${heading} `) && kind.includes(words),
      );
      expect([column, words, found?.[1]]).toEqual([column, words, expected]);
    }
  });

  it("has ten faults in every line reported", { timeout: 180_000 }, async () => {
    const rows = Array.from({ length: lines }, (_, n) => `,,${n},x${n},,造園,極小,国外,特A,孫請`);
    const header = "番号,名称,法人番号,〒,住所,業種,規模,地域区分,等級,元請・下請";
    const bytes = new TextEncoder().encode([header, ...rows].join("\n"));
    const { firms, faults } = await readAlone("worst.csv", bytes);
    expect({ firms, faults }).toEqual({ firms: 0, faults: 10 * lines });
  });
});
