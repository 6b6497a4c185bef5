import type { Database } from "#db/database.ts";
import type { Reception, Submission } from "./reception.ts";
import { storeAnswers } from "./store-answers.ts";

/** Stores an answer and spends its code, both or neither. */
export async function receiveAnswers(db: Database, submission: Submission): Promise<Reception> {
  const [reception] = await db.transaction((tx) => storeAnswers(tx, [submission]));
  if (!reception) throw new Error("no verdict on an answer");
  return reception;
}
