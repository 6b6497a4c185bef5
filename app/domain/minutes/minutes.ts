/** Whether a meeting was open to observers. */
export type Openness = "公開" | "一部非公開" | "非公開";

/** How the record was taken: word for word, or in summary. */
export type RecordForm = "全文" | "要点筆記";

/**
 * One utterance (発言). `paragraphs` hold Markdown; `line` is where it starts in the source, from 1.
 * `number` is its permanent number within the meeting; it is absent until `numberUtterances` gives it.
 */
export interface Utterance {
  number?: number;
  speaker: string;
  paragraphs: string[];
  line: number;
}

/** A run of utterances that anybody may read. */
export interface OpenBlock {
  kind: "open";
  utterances: Utterance[];
}

/** A run of utterances that only members and the secretariat may read, with the reason. */
export interface ClosedBlock {
  kind: "closed";
  reason: string;
  line: number;
  utterances: Utterance[];
}

/** What stands in the place of a closed block for those who may not read it. */
export interface WithheldBlock {
  kind: "withheld";
  reason: string;
  notice: string;
}

export type Block = OpenBlock | ClosedBlock;

/** A part of the record under its own heading; `level` is 3 for `###` and 4 for `####`. */
export interface Section<B = Block> {
  heading: string;
  level: 3 | 4;
  line: number;
  blocks: B[];
}

/** A paper laid before the meeting: `number` is 「資料1」, `title` 「調査票（案）」. */
export interface Paper {
  number: string;
  title: string;
}

/** All of the minutes but the record itself. Civil date "YYYY-MM-DD", times "HH:MM" (Asia/Tokyo). */
export interface MinutesHeader {
  title: string;
  /** The 3 of 「第3回…」. */
  number: number;
  date: string;
  startsAt: string;
  endsAt: string;
  place: string;
  openness: Openness;
  closedReason?: string;
  /** How many observers (傍聴者) there were. */
  observers: number;
  form: RecordForm;
  isSample: boolean;
  /** Why this version corrects the one before it (訂正の理由). */
  correctionReason?: string;
  agenda: string[];
  present: string[];
  absent: string[];
  staff: string[];
  papers: Paper[];
}

/** The minutes of one meeting as the clerk wrote them; plain data that survives JSON. */
export interface Minutes extends MinutesHeader {
  sections: Section[];
}

/** The minutes as one viewer sees them: made by `minutesFor` only. */
export interface ShownMinutes extends MinutesHeader {
  sections: Section<OpenBlock | ClosedBlock | WithheldBlock>[];
}

/** An utterance with its place: the heading above it, and whether it lies in a closed part. */
export interface PlacedUtterance {
  utterance: Utterance;
  heading: string;
  closed: boolean;
}

/** Every utterance in order. In a meeting closed as a whole each of them counts as closed. */
export function utterancesOf(minutes: Minutes): PlacedUtterance[] {
  return minutes.sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.utterances.map((utterance) => ({
        utterance,
        heading: section.heading,
        closed: block.kind === "closed" || minutes.openness === "非公開",
      })),
    ),
  );
}
