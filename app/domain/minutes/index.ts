export type { SpokenText } from "./candidate.ts";
export {
  compareMinutes,
  type HeaderChange,
  type MinutesComparison,
  type UtteranceChange,
} from "./compare-minutes.ts";
export { matchUtterances, type NumberedText, type UtteranceMatch } from "./match-utterances.ts";
export type * from "./minutes.ts";
export { utterancesOf } from "./minutes.ts";
export { minutesFor } from "./minutes-for.ts";
export { type MinutesOutline, minutesTemplate } from "./minutes-template.ts";
export { numberUtterances } from "./number-utterances.ts";
export { parseMinutes } from "./parse-minutes.ts";
export { meetingNumber } from "./read-header.ts";
export { type SpeakerRole, speakerRole } from "./speaker.ts";
export { utteranceText } from "./utterance-text.ts";
export { type Segment, wordChanges } from "./word-changes.ts";
