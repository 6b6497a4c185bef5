import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  alignVersions,
  amendingText,
  applyAmendingText,
  checkDrafting,
  comparisonTable,
  formatOrdinance,
  parseOrdinance,
  readLawXml,
  resolveReferences,
  writeLawXml,
} from "#app/domain/ordinance/index.ts";

const sample = readFileSync("content/ordinance/v3.txt", "utf8");
const base = parseOrdinance(sample).ordinance;
const megabyte = 1_000_000;
const filled = (text: string, length: number) =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Everything that is done with a text that someone hands in; answers the milliseconds. */
function wholeWay(text: string): number {
  const start = performance.now();
  const { ordinance, problems } = parseOrdinance(text);
  formatOrdinance(ordinance);
  writeLawXml(ordinance);
  readLawXml(text);
  resolveReferences(ordinance);
  checkDrafting(ordinance, base);
  const alignment = alignVersions(base, ordinance);
  comparisonTable(base, ordinance, { labels: { before: "旧", after: "新" }, alignment });
  // An amending text leads to a version that was read without problems and has articles.
  const sound = problems.length === 0 && ordinance.mainProvision.children.length > 0;
  if (sound) amendingText(base, ordinance);
  applyAmendingText(text, base);
  return performance.now() - start;
}

const shuffled = (text: string, seed: number): string => {
  const lines = text.split("\n");
  const keys = fc.sample(fc.nat(), { numRuns: lines.length, seed });
  return lines
    .map((line, index) => ({ line, key: keys[index] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ line }) => line)
    .join("\n");
};

const random = fc
  .sample(fc.string({ unit: "binary", minLength: 2000, maxLength: 4000 }), {
    numRuns: 100,
    seed: 20261122,
  })
  .join("\n");

describe("any text gives a result in a bounded time", () => {
  test.each([
    ["random Unicode", random],
    ["shuffled lines", shuffled(sample, 20261122)],
    ["10,000 nested brackets", `第1条　${"（".repeat(10_000)}${"）".repeat(10_000)}`],
    ["10,000 brackets never closed", `第1条　${"「（".repeat(10_000)}前項の規定`],
    ["a line of 1 MB", `第1条　${filled(sample.replaceAll("\n", ""), megabyte)}`],
    ["references without end", `第1条　${filled("第1項", megabyte / 4)}`],
    ["definitions without end", `第1条　${filled("（以下「甲乙丙」という。）", megabyte / 4)}`],
    [
      "5,000 号",
      `第1条　次の事項\n${Array.from({ length: 5000 }, (_, i) => `(${i + 1})　前号の額`).join("\n")}`,
    ],
  ])("%s", { timeout: 120_000 }, (_, text) => {
    expect(wholeWay(text)).toBeLessThan(60_000);
  });

  test("laws cut off at any place", () => {
    fc.assert(
      fc.property(fc.nat(sample.length), fc.nat(500), (start, more) => {
        wholeWay(sample.slice(start, start + more));
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });

  test("5 MB are read and written", { timeout: 120_000 }, () => {
    for (const text of [filled(sample, 5 * megabyte), filled(random, 5 * megabyte)]) {
      const start = performance.now();
      const { ordinance } = parseOrdinance(text);
      formatOrdinance(ordinance);
      expect(performance.now() - start).toBeLessThan(60_000);
    }
  });
});
