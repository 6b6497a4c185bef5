/**
 * One thing that is wrong with an input, told to the person who can mend it.
 * `message` is plain Japanese and says what to do; `line` and `column` count from 1;
 * `field` names the form field, CSV column or question.
 */
export interface Problem {
  message: string;
  line?: number;
  column?: number;
  field?: string;
}

/** A value, or the problems that stood in its way. */
export type Checked<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };
