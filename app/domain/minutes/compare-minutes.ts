import { clockWords } from "../japan/civil-time.ts";
import { wareki } from "../japan/wareki.ts";
import type { Viewer } from "../viewer.ts";
import type { Minutes, MinutesHeader, ShownMinutes } from "./minutes.ts";
import { minutesFor } from "./minutes-for.ts";
import { utteranceText } from "./utterance-text.ts";
import { type Segment, wordChanges } from "./word-changes.ts";

/** What became of one utterance; `number` is its permanent number. */
export type UtteranceChange =
  | { kind: "same" | "added" | "removed"; number: number; speaker: string; text: string }
  | {
      kind: "changed";
      number: number;
      /** Equal when only the words changed. */
      speakerBefore: string;
      speaker: string;
      segments: Segment[];
    };

/** A change outside the record: 「場所」, 「出席」 …; lists are one item a line. */
export interface HeaderChange {
  label: string;
  before: string;
  after: string;
}

export interface MinutesComparison {
  headers: HeaderChange[];
  /** All utterances in the order of the newer version, removed ones where they stood. */
  utterances: UtteranceChange[];
}

/**
 * What a correction changed, as far as the viewer may see both versions. Both must have been through
 * `numberUtterances`; throws where an utterance has no number.
 */
export function compareMinutes(viewer: Viewer, before: Minutes, after: Minutes): MinutesComparison {
  const older = spoken(minutesFor(viewer, before));
  const newer = spoken(minutesFor(viewer, after));
  const oldByNumber = new Map(older.map((one) => [one.number, one]));
  const removed = removedAfter(older, new Set(newer.map(({ number }) => number)));
  const utterances: UtteranceChange[] = [...(removed.get(0) ?? [])];
  for (const one of newer) {
    utterances.push(change(oldByNumber.get(one.number), one), ...(removed.get(one.number) ?? []));
  }
  return { headers: headerChanges(before, after), utterances };
}

interface Spoken {
  number: number;
  speaker: string;
  text: string;
}

function spoken(minutes: ShownMinutes): Spoken[] {
  return minutes.sections
    .flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "withheld" ? [] : b.utterances)))
    .map((utterance) => {
      const { number, speaker } = utterance;
      if (number === undefined) throw new Error(`utterance without number: line ${utterance.line}`);
      return { number, speaker, text: utteranceText(utterance) };
    });
}

function change(before: Spoken | undefined, after: Spoken): UtteranceChange {
  if (!before) return { kind: "added", ...after };
  if (before.speaker === after.speaker && before.text === after.text) {
    return { kind: "same", ...after };
  }
  return {
    kind: "changed",
    number: after.number,
    speakerBefore: before.speaker,
    speaker: after.speaker,
    segments: wordChanges(before.text, after.text),
  };
}

/** Removed utterances by the number of the one they stood behind; 0 for the start. */
function removedAfter(older: Spoken[], kept: Set<number>): Map<number, UtteranceChange[]> {
  const removed = new Map<number, UtteranceChange[]>();
  let behind = 0;
  for (const one of older) {
    if (kept.has(one.number)) behind = one.number;
    else removed.set(behind, [...(removed.get(behind) ?? []), { kind: "removed", ...one }]);
  }
  return removed;
}

function headerChanges(before: MinutesHeader, after: MinutesHeader): HeaderChange[] {
  const old = headerWords(before);
  return Object.entries(headerWords(after)).flatMap(([label, words]) =>
    old[label] === words ? [] : [{ label, before: old[label] ?? "", after: words }],
  );
}

function headerWords(header: MinutesHeader): Record<string, string> {
  const { date, startsAt, endsAt } = header;
  return {
    会議: header.title,
    日時: `${wareki(date)} ${clockWords(startsAt)}から${clockWords(endsAt)}まで`,
    場所: header.place,
    公開: header.openness,
    非公開の理由: header.closedReason ?? "",
    傍聴者: `${header.observers}人`,
    記録の形式: header.form,
    議題: header.agenda.join("\n"),
    出席: header.present.join("\n"),
    欠席: header.absent.join("\n"),
    事務局: header.staff.join("\n"),
    資料: header.papers.map(({ number, title }) => `${number}　${title}`).join("\n"),
  };
}
