import type { Problem } from "../problem.ts";
import { isSpace, skipSpaces } from "./glyphs.ts";

/** One line of the source without its spaces at both ends. `column` is where `text` begins. */
export interface SourceLine {
  text: string;
  line: number;
  column: number;
}

/** The lines of a text that are not blank. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  const begin = text.startsWith("\uFEFF") ? 1 : 0;
  let start = begin;
  let line = 1;
  for (let at = begin; at <= text.length; at += 1) {
    if (at < text.length && !isLineEnd(text.charCodeAt(at))) continue;
    const [from, to] = [skipSpaces(text, start), endBeforeSpaces(text, start, at)];
    if (from < to) lines.push({ text: text.slice(from, to), line, column: from - start + 1 });
    // A carriage return and the line feed after it end one line.
    if (text.charCodeAt(at) === 0x0d && text.charCodeAt(at + 1) === 0x0a) at += 1;
    start = at + 1;
    line += 1;
  }
  return lines;
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

/** Where the text from `start` to `end` ends without the spaces behind it. */
function endBeforeSpaces(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charAt(at - 1))) at -= 1;
  return at;
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
