import { countAttempt, forgetAttempts, takeAttemptBack } from "#db/queries/attempts.ts";
import type { RequestContext } from "./context.ts";

/** A limit: at most `most` attempts in `seconds`, counted per address or for everybody together. */
interface RateLimit {
  most: number;
  seconds: number;
}

/** Attempts allowed. The limits are generous for people and slow for machines. */
const limits = {
  /** Sign-in, per login name and address together. */
  "sign-in": { most: 10, seconds: 15 * 60 },
  /** Sign-in, per address. */
  "sign-in-address": { most: 60, seconds: 15 * 60 },
  /** Survey codes, per address. */
  code: { most: 20, seconds: 15 * 60 },
  /** Wrong survey codes from everywhere together. */
  "code-all": { most: 20_000, seconds: 15 * 60 },
  /** Wrong survey codes typed from paper, per account of the secretariat. */
  "code-paper": { most: 60, seconds: 15 * 60 },
} satisfies Record<string, RateLimit>;

export type LimitName = keyof typeof limits;

const keyOf = (context: RequestContext, name: LimitName, who: string) =>
  `${name}:${context.hashes("attempts", who)[0]}`;

/** Counts an attempt of `who`; false when there were too many. Only a keyed hash of `who` is stored. */
export async function mayTry(
  context: RequestContext,
  name: LimitName,
  who: string,
): Promise<boolean> {
  const { most, seconds } = limits[name];
  return (await countAttempt(context.db, keyOf(context, name, who), seconds)) <= most;
}

/**
 * Takes a try back that was counted and turned out right: for limits on wrong attempts alone. They
 * are counted before it is known whether they are wrong, or else many at once would all pass.
 */
export async function takeTryBack(
  context: RequestContext,
  name: LimitName,
  who: string,
): Promise<void> {
  await takeAttemptBack(context.db, keyOf(context, name, who));
}

/** Forgets the attempts of `who`, after a success. */
export async function forgetTries(context: RequestContext, name: LimitName, who: string) {
  await forgetAttempts(context.db, keyOf(context, name, who));
}
