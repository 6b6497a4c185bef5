import { type Finding, type ProvisionNode, referringText } from "../ordinance/index.ts";

/** What a correction writes into a text in place of what stands from `start` to `end` of a line. */
export interface Correction {
  /** From 1. */
  line: number;
  /** UTF-16 positions in the line. */
  start: number;
  end: number;
  replacement: string;
}

/**
 * Where the suggestion of a finding belongs in the source. Findings count in the provision's own
 * text, which follows its number on its line, or in the bracket behind the name of a 別表;
 * undefined where that cannot be told for certain.
 */
export function correctionOf(
  finding: Finding,
  node: ProvisionNode | undefined,
  lines: readonly string[],
): Correction | undefined {
  const { suggestion, start, end, line } = finding;
  if (suggestion === undefined || !node) return undefined;
  if (start === undefined || end === undefined) {
    return node.caption === undefined
      ? undefined
      : captionCorrection(node.caption, suggestion, line, lines);
  }
  const whole = lines[line - 1] ?? "";
  const own = referringText(node);
  const at = whole.indexOf(own);
  if (own === "" || at < 0 || whole.indexOf(own, at + 1) >= 0) return undefined;
  return { line, start: at + start, end: at + end, replacement: suggestion };
}

/** A caption stands on the line of its article or on one shortly above it. */
function captionCorrection(
  caption: string,
  replacement: string,
  line: number,
  lines: readonly string[],
): Correction | undefined {
  for (const above of [0, 1, 2, 3]) {
    const start = (lines[line - 1 - above] ?? "").indexOf(caption);
    if (start < 0) continue;
    return { line: line - above, start, end: start + caption.length, replacement };
  }
  return undefined;
}

/** The text with a correction made. */
export function corrected(source: string, correction: Correction): string {
  const lines = source.split("\n");
  const line = lines[correction.line - 1];
  if (line === undefined) return source;
  lines[correction.line - 1] =
    line.slice(0, correction.start) + correction.replacement + line.slice(correction.end);
  return lines.join("\n");
}
