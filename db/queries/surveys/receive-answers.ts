import { type Database, isDatabaseUnavailable, isTransaction } from "#db/database.ts";
import type { Reception, Submission } from "./reception.ts";
import { storeAdmitted } from "./store-admitted.ts";
import { storeAnswers } from "./store-answers.ts";

/** The most answers that one statement takes. */
const batchLimit = 250;

/**
 * While one statement waits for the disk, a second is made ready, if so many answers wait for it:
 * few in a statement cost more than they gain.
 */
const worthASecond = 3;

/** Milliseconds after which a statement counts as lost, so that none holds up all who come after it. */
const patience = 8_000;

interface Waiting {
  submission: Submission;
  resolve(reception: Reception): void;
  reject(error: unknown): void;
}

/** The answers waiting for a pool, and how many take them from there. */
interface Group {
  waiting: Waiting[];
  working: number;
}

const groups = new WeakMap<Database, Group>();

/**
 * Stores an answer and spends its code, both or neither, and tells when that is safe on disk.
 * Answers are written in groups: one statement takes all that came while those before were under
 * way, and each hears its own verdict. Any number of processes may do so at once.
 *
 * An error means that it is not known whether the answer is stored (the database went away, say).
 * Sending it again is always right: a code's answer is stored once and has one receipt.
 */
export async function receiveAnswers(db: Database, submission: Submission): Promise<Reception> {
  if (isTransaction(db)) {
    const [reception] = await storeAnswers(db, [submission]);
    if (!reception) throw new Error("no verdict on an answer");
    return reception;
  }
  const group = groups.get(db) ?? { waiting: [], working: 0 };
  groups.set(db, group);
  return new Promise((resolve, reject) => {
    group.waiting.push({ submission, resolve, reject });
    if (group.working < 2 && isWorthIt(group)) void work(db, group);
  });
}

/** The only one under way leaves nothing waiting. */
function isWorthIt({ waiting, working }: Group, others = working): boolean {
  return waiting.length >= (others > 0 ? worthASecond : 1);
}

async function work(db: Database, group: Group): Promise<void> {
  group.working++;
  // What comes in the same turn of the event loop goes into the first statement, too.
  await new Promise((resolve) => setImmediate(resolve));
  while (isWorthIt(group, group.working - 1)) {
    await receiveTogether(db, group.waiting.splice(0, batchLimit));
  }
  group.working--;
}

/**
 * What nothing stands against goes at once; about the rest is decided under the survey's lock.
 * Never throws.
 */
async function receiveTogether(db: Database, batch: readonly Waiting[]): Promise<void> {
  const rest = await answer(batch, async (submissions) => {
    const stored = await inTime(storeAdmitted(db, submissions));
    return submissions.map(({ receiptNumber }, place) =>
      stored.has(place) ? { received: true, receiptNumber, first: true } : undefined,
    );
  });
  await answer(rest, (submissions) =>
    inTime(db.transaction((tx) => storeAnswers(tx, submissions))),
  );
}

/** A statement's result; after a while an error, as if the line to the database had broken. */
async function inTime<T>(result: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const lost = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error("no word from the database"), { code: "ETIMEDOUT" });
    timer = setTimeout(() => reject(error), patience);
  });
  try {
    return await Promise.race([result, lost]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Tells each what became of its answer, and gives those without a verdict. One answer that the
 * database refuses does not sink the others: then each goes alone.
 */
async function answer(
  batch: readonly Waiting[],
  store: (submissions: readonly Submission[]) => Promise<(Reception | undefined)[]>,
): Promise<Waiting[]> {
  if (batch.length === 0) return [];
  try {
    const receptions = await store(batch.map(({ submission }) => submission));
    return batch.filter(({ resolve }, place) => {
      const reception = receptions[place];
      if (reception) resolve(reception);
      return reception === undefined;
    });
  } catch (error) {
    if (batch.length > 1 && !isDatabaseUnavailable(error)) {
      const rest: Waiting[] = [];
      for (const each of batch) rest.push(...(await answer([each], store)));
      return rest;
    }
    for (const { reject } of batch) reject(error);
    return [];
  }
}
