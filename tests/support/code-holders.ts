import { and, eq, isNull } from "drizzle-orm";
import { rememberAnswering } from "#app/http/answering-cookie.ts";
import { answerKeys } from "#app/http/answering-keys.ts";
import { makeCookies } from "#app/http/cookies.ts";
import type { Environment } from "#app/http/environment.ts";
import { keyedHashes } from "#app/http/keys.ts";
import type { Database } from "#db/database.ts";
import { firms, invitations } from "#db/schema/index.ts";

/** A firm that has entered its code in its browser. */
export interface CodeHolder {
  /** Its bit in the bitmap of who has answered. */
  ordinal: number;
  receiptNumber: string;
  /** What its browser sends as Cookie. */
  cookie: string;
}

/** What browsers hold after each of the codes was entered, without entering them one by one. */
export async function codeHolders(
  db: Database,
  environment: Environment,
  surveyId: string,
  codes: readonly string[],
): Promise<CodeHolder[]> {
  const cookies = makeCookies(environment);
  const hashes = keyedHashes(environment.secrets);
  const rows = await db
    .select({ id: invitations.id, codeHash: invitations.codeHash, ordinal: firms.ordinal })
    .from(invitations)
    .innerJoin(firms, eq(firms.id, invitations.firmId))
    .where(and(eq(invitations.surveyId, surveyId), isNull(invitations.revokedAt)));
  const byHash = new Map(rows.map((row) => [row.codeHash, row]));
  return Promise.all(
    codes.map(async (code) => {
      const [hash] = hashes("survey-code", code);
      const invitation = byHash.get(hash);
      if (!invitation) throw new Error("a code without an invitation");
      const { draftKey: key, receiptNumber } = answerKeys(code);
      const answering = { invitationId: invitation.id, surveyId, key, receiptNumber };
      const header = await rememberAnswering(answering, { cookies });
      const [cookie = ""] = header.split(";");
      return { ordinal: invitation.ordinal, receiptNumber, cookie };
    }),
  );
}
