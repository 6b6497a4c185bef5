import {
  type Database,
  isDatabaseUnavailable,
  isTransaction,
  preparedTransaction,
} from "#db/database.ts";
import type { Reception, Submission } from "./reception.ts";
import { storeAnswers } from "./store-answers.ts";

/** The most answers that one transaction takes. */
const batchLimit = 250;

interface Waiting {
  submission: Submission;
  resolve(reception: Reception): void;
  reject(error: unknown): void;
}

/** The answers waiting for a pool, and whether a transaction is under way. */
interface Group {
  waiting: Waiting[];
  busy: boolean;
}

const groups = new WeakMap<Database, Group>();

/**
 * Stores an answer and spends its code, both or neither, and tells when that is safe on disk.
 * Answers are written in groups: one transaction takes all that came while the one before was
 * under way, and each hears its own verdict. Any number of processes may do so at once.
 *
 * An error means that it is not known whether the answer is stored (the database went away, say).
 * Sending it again is always right: a code's answer is stored once and has one receipt.
 */
export function receiveAnswers(db: Database, submission: Submission): Promise<Reception> {
  if (isTransaction(db)) return receiveAlone(db, submission);
  const group = groups.get(db) ?? { waiting: [], busy: false };
  groups.set(db, group);
  return new Promise((resolve, reject) => {
    group.waiting.push({ submission, resolve, reject });
    if (!group.busy) void work(db, group);
  });
}

async function work(db: Database, group: Group): Promise<void> {
  group.busy = true;
  // What comes in the same turn of the event loop goes into the first transaction, too.
  await new Promise((resolve) => setImmediate(resolve));
  while (group.waiting.length > 0) await receiveTogether(db, group.waiting.splice(0, batchLimit));
  group.busy = false;
}

/** Never throws. One answer that the database refuses does not sink the others: then each goes alone. */
async function receiveTogether(db: Database, batch: readonly Waiting[]): Promise<void> {
  try {
    const submissions = batch.map(({ submission }) => submission);
    const receptions = await preparedTransaction(db, (statements) =>
      storeAnswers(statements, submissions),
    );
    for (const [index, { resolve, reject }] of batch.entries()) {
      const reception = receptions[index];
      if (reception) resolve(reception);
      else reject(new Error("no verdict on an answer"));
    }
  } catch (error) {
    if (batch.length === 1 || isDatabaseUnavailable(error)) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const { submission, resolve, reject } of batch) {
      await receiveAlone(db, submission).then(resolve, reject);
    }
  }
}

async function receiveAlone(db: Database, submission: Submission): Promise<Reception> {
  const [reception] = await preparedTransaction(db, (statements) =>
    storeAnswers(statements, [submission]),
  );
  if (!reception) throw new Error("no verdict on an answer");
  return reception;
}
