import type { Answers, Strata } from "#app/domain/survey/index.ts";

/** One answer as it was given (個票). What an anonymous survey does not keep is null. */
export interface RawAnswerRow {
  /** The answer's number in its survey, from 0; of an anonymous survey in random order. */
  place: number;
  edition: number;
  strata: Strata;
  answers: Answers;
  firm: { number: string; name: string } | null;
  answeredAt: Date | null;
  channel: "web" | "paper" | null;
}

/** Answers piece by piece, so that no file is ever held as a whole. */
export type RawAnswers = AsyncIterable<readonly RawAnswerRow[]>;
