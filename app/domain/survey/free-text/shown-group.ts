import { cleanText } from "./clean-text.ts";
import type { TextDecision, Verdict } from "./decision.ts";
import type { FirmNames } from "./firm-names.ts";
import { type Hint, hintsIn } from "./hints.ts";
import { blackened, type RedactedRun, readRedaction } from "./redaction.ts";
import type { WrittenText } from "./written-texts.ts";

/** Other wordings of a group that are shown. */
const mostVariants = 20;

/** Nearly identical texts as the secretariat decides on them. */
export interface ShownGroup {
  /** Of the text that most firms wrote: it stands for the group, and is what is published. */
  hash: string;
  text: string;
  firms: number;
  variants: { text: string; firms: number }[];
  /** Variants that are not shown. */
  further: number;
  hints: Hint[];
  /** Undefined while something of the group is undecided, or decided differently. */
  verdict: Verdict | undefined;
  /** What is black in what is published, where that was decided. */
  redacted: RedactedRun[] | undefined;
  /** What to begin redacting with: what was decided, or every hint made black. */
  proposal: string;
}

type Decisions = ReadonlyMap<string, TextDecision>;

/** What was decided on every text of a group alike; undefined when on one of them nothing was. */
export function verdictOn(
  group: readonly WrittenText[],
  decisions: Decisions,
): Verdict | undefined {
  const verdicts = new Set(group.map(({ hash }) => decisions.get(hash)?.verdict));
  const [verdict] = verdicts;
  return verdicts.size === 1 ? verdict : undefined;
}

/** A group as it is shown, with what may identify somebody. */
export function shownGroup(
  [first, ...others]: readonly [WrittenText, ...WrittenText[]],
  decisions: Decisions,
  names: FirmNames,
): ShownGroup {
  const { hash, text } = first;
  const group = [first, ...others];
  const verdict = verdictOn(group, decisions);
  const wording = verdict === "redact" ? decisions.get(hash)?.wording : undefined;
  const hints = hintsIn(text, names);
  return {
    hash,
    text,
    firms: group.reduce((sum, { firms }) => sum + firms, 0),
    variants: others.slice(0, mostVariants).map(({ text, firms }) => ({ text, firms })),
    further: Math.max(0, others.length - mostVariants),
    hints,
    verdict,
    redacted: wording ? readRedaction(text, wording) : undefined,
    proposal: wording ?? cleanText(blackened(text, hints)),
  };
}
