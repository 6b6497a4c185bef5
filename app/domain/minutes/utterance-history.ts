import { maySee, type Viewer } from "../viewer.ts";
import type { Minutes } from "./minutes.ts";
import { utterancesOf } from "./minutes.ts";
import { utteranceText } from "./utterance-text.ts";
import { type Segment, wordChanges } from "./word-changes.ts";

/** A version of the minutes that the viewer may see, its utterances numbered. */
export interface NumberedVersion {
  version: number;
  minutes: Minutes;
}

/** An utterance as one viewer may read it. */
export interface SpokenUtterance {
  kind: "spoken";
  number: number;
  speaker: string;
  /** Markdown. */
  paragraphs: string[];
  /** The words alone, one line a paragraph. */
  text: string;
  section: string;
  /** Whether it is closed to the public (then the viewer is a member or the secretariat). */
  closed: boolean;
}

/** In the place of an utterance that the viewer may not read. */
export interface WithheldUtterance {
  kind: "withheld";
  number: number;
  reason: string;
  section: string;
}

export type ShownUtterance = SpokenUtterance | WithheldUtterance;

/** What a version did to an utterance. */
export type UtteranceStep =
  | { version: number; kind: "recorded" | "added" | "removed" | "withheld" | "opened" }
  | {
      version: number;
      kind: "changed";
      speakerBefore: string;
      speaker: string;
      segments: Segment[];
    };

/** An utterance with its way through the corrections. */
export interface UtteranceHistory {
  /** As the last version that has it holds it. */
  utterance: ShownUtterance;
  version: number;
  /** The version that removed it, if one did. */
  removedIn?: number;
  previous?: ShownUtterance;
  next?: ShownUtterance;
  steps: UtteranceStep[];
}

/**
 * The history of the utterance `number` over the versions, oldest first, as far as the viewer may
 * read them. Undefined when no version has it. Nothing of a closed text is left in the result for
 * those who may not read it, its speaker neither.
 */
export function utteranceHistory(
  viewer: Viewer,
  versions: readonly NumberedVersion[],
  number: number,
): UtteranceHistory | undefined {
  let found: Omit<UtteranceHistory, "steps"> | undefined;
  let before: ShownUtterance | undefined;
  const steps: UtteranceStep[] = [];
  versions.forEach(({ version, minutes }, index) => {
    const shown = shownUtterances(viewer, minutes);
    const at = shown.findIndex((one) => one.number === number);
    const now = shown[at];
    const step = stepBetween(before, now, version, index === 0);
    if (step) steps.push(step);
    if (now) found = { utterance: now, version, previous: shown[at - 1], next: shown[at + 1] };
    else if (found && found.removedIn === undefined) found = { ...found, removedIn: version };
    before = now;
  });
  return found && { ...found, steps };
}

/** Every utterance of a version in order, the closed ones withheld from those who may not read them. */
function shownUtterances(viewer: Viewer, minutes: Minutes): ShownUtterance[] {
  const readsAll = maySee(viewer, "members");
  const reasons = new Map(
    minutes.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.utterances.map(({ line }) => [
          line,
          block.kind === "closed" ? block.reason : (minutes.closedReason ?? ""),
        ]),
      ),
    ),
  );
  return utterancesOf(minutes).map(({ utterance, heading, closed }) => {
    const { number, speaker, paragraphs, line } = utterance;
    if (number === undefined) throw new Error(`utterance without number: line ${line}`);
    if (closed && !readsAll) {
      const section = minutes.openness === "非公開" ? "記録" : heading;
      return { kind: "withheld", number, reason: reasons.get(line) ?? "", section };
    }
    const text = utteranceText(utterance);
    return { kind: "spoken", number, speaker, paragraphs, text, section: heading, closed };
  });
}

function stepBetween(
  before: ShownUtterance | undefined,
  now: ShownUtterance | undefined,
  version: number,
  isFirst: boolean,
): UtteranceStep | undefined {
  if (!now) return before && { version, kind: "removed" };
  if (now.kind === "withheld") {
    return before?.kind === "withheld" ? undefined : { version, kind: "withheld" };
  }
  if (!before) return { version, kind: isFirst ? "recorded" : "added" };
  if (before.kind === "withheld") return { version, kind: "opened" };
  if (before.text === now.text && before.speaker === now.speaker) return undefined;
  return {
    version,
    kind: "changed",
    speakerBefore: before.speaker,
    speaker: now.speaker,
    segments: wordChanges(before.text, now.text),
  };
}
