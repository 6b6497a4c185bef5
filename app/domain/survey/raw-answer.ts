import type { Channel } from "./admission.ts";
import type { Answers } from "./answers.ts";
import type { Strata } from "./strata/strata.ts";

/** One answer as it was given (個票). What an anonymous survey does not keep is null. */
export interface RawAnswer {
  /** The answer's number in its survey, from 0; of an anonymous survey in random order. */
  place: number;
  edition: number;
  strata: Strata;
  answers: Answers;
  firm: { number: string; name: string } | null;
  answeredAt: Date | null;
  channel: Channel | null;
}

/** Answers piece by piece, so that no file is ever held as a whole. */
export type RawAnswers = AsyncIterable<readonly RawAnswer[]>;
