import { type Fingerprint, fingerprint } from "./similarity.ts";

/** An utterance as it is compared: who said what; `text` is that of `utteranceText`. */
export interface SpokenText {
  speaker: string;
  text: string;
}

/** An utterance prepared for matching. */
export interface Candidate {
  speaker: string;
  print: Fingerprint;
}

/** Prepares an utterance; width and spaces in the speaker's name do not count. */
export function candidate({ speaker, text }: SpokenText): Candidate {
  return { speaker: speaker.normalize("NFKC").replace(/\s/gu, ""), print: fingerprint(text) };
}

/** Equal for two utterances with the same speaker and, but for width and spaces, the same text. */
export function identity({ speaker, print }: Candidate): string {
  return `${speaker}\n${print.key}`;
}
