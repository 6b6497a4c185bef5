import type { Problem } from "../../problem.ts";
import { trimSpaces } from "../glyphs.ts";
import type { Ordinance } from "../structure.ts";
import { Amender } from "./amender.ts";
import type { Operation } from "./operations.ts";
import { readSentence, takesBlock } from "./read-sentence.ts";

/**
 * Carries an amending text out on an ordinance, sentence by sentence in the order written, and
 * answers the amended ordinance. The old one is left as it was. A sentence that cannot be followed,
 * or that names what is not there, is told with its line; the others are carried out all the same.
 */
export function applyAmendingText(
  text: string,
  before: Ordinance,
): { ordinance: Ordinance; problems: Problem[] } {
  const problems: Problem[] = [];
  const amender = new Amender(before);
  let waiting: (Operation & { block: string[] }) | undefined;
  let waitingLine = 0;
  const carryOut = (operation: Operation, line: number) => {
    const message = amender.apply(operation);
    if (message !== undefined) problems.push({ message, line, column: 1 });
  };
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = trimSpaces(raw);
    if (line === "") continue;
    const read = readSentence(line);
    if (!read.ok) {
      if (waiting) waiting.block.push(raw);
      else if (!/の一部を次のように改正する。$/.test(line)) {
        const rest = line.slice(read.at, read.at + 20);
        const message = `この文は、「${rest}」から先を読み取れません。「第3条中「A」を「B」に改める。」のような書き方に直してください。`;
        problems.push({ message, line: index + 1, column: read.at + 1 });
      }
      continue;
    }
    if (waiting) carryOut(waiting, waitingLine);
    waiting = undefined;
    for (const operation of read.operations) {
      if (takesBlock(operation)) {
        waiting = operation;
        waitingLine = index + 1;
      } else carryOut(operation, index + 1);
    }
  }
  if (waiting) carryOut(waiting, waitingLine);
  return { ordinance: amender.ordinance, problems };
}
