import { readFileSync } from "node:fs";
import {
  ComparedVersions,
  type ComparisonChoice,
  type PaperLine,
  type PaperTable,
  paperTable,
} from "#app/domain/comparison/index.ts";
import { parseOrdinance } from "#app/domain/ordinance/index.ts";

const labels = ["たたき台", "第1次案", "第2次案"];

/** Two of the three sample versions, compared. */
export function sampleComparison(from = 2, to = 3): ComparedVersions {
  const version = (number: number) => ({
    label: labels[number - 1] ?? "",
    parsed: parseOrdinance(readFileSync(`content/ordinance/v${number}.txt`, "utf8")).ordinance,
  });
  return new ComparedVersions(version(from), version(to));
}

/** The 新旧対照表 of the second and third sample versions, or of two texts, as set on paper. */
export function samplePaper(
  settings: Partial<Pick<ComparisonChoice, "newSide" | "only">> & { isSample?: boolean } = {},
  compared = sampleComparison(),
): PaperTable {
  const { newSide = "right", only = "", isSample = true } = settings;
  return paperTable(compared.table(only), { title: compared.title, newSide, isSample });
}

/** Two short texts compared. */
export function comparedTexts(before: string, after: string): ComparedVersions {
  const version = (label: string, text: string) => ({
    label,
    parsed: parseOrdinance(`条例\n${text}`).ordinance,
  });
  return new ComparedVersions(version("前", before), version("後", after));
}

/** Lines with what is underlined in brackets: 「第1条　市は、［60日］以内に」. */
export function marked(lines: readonly PaperLine[]): string {
  return joined(lines.flatMap(({ runs }) => runs));
}

/** Runs of text with what is underlined in brackets, whichever way it is cut into runs. */
export function joined(runs: readonly { text: string; changed: boolean }[]): string {
  return runs
    .filter(({ text }) => text !== "")
    .map(({ text, changed }) => (changed ? `［${text}］` : text))
    .join("")
    .replaceAll("］［", "");
}
