import type { Problem } from "../problem.ts";
import { skipSpaces, trimSpaces } from "./glyphs.ts";

/** One line of the source without its spaces at both ends. `column` is where `text` begins. */
export interface SourceLine {
  text: string;
  line: number;
  column: number;
}

/** The lines of a text that are not blank. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  const raw = text.replace(/^\uFEFF/, "").split(/\r\n|[\n\r\u2028\u2029]/);
  for (const [index, whole] of raw.entries()) {
    const trimmed = trimSpaces(whole);
    if (trimmed === "") continue;
    lines.push({ text: trimmed, line: index + 1, column: skipSpaces(whole, 0) + 1 });
  }
  return lines;
}

const most = 200;

/** Collects problems in the order found, at most 200 so that a wrong file stays readable. */
export class ProblemList {
  readonly problems: Problem[] = [];

  at(line: SourceLine, message: string): void {
    if (this.problems.length < most) {
      this.problems.push({ message, line: line.line, column: line.column });
    } else if (this.problems.length === most) {
      this.problems.push({
        message: `ほかにも直すところがあります。上の${most}件を直してから、もう一度お試しください。`,
        line: line.line,
      });
    }
  }
}
