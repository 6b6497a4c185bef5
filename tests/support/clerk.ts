import { randomUUID } from "node:crypto";
import type { Database } from "#db/database.ts";
import { createAccount } from "#db/queries/accounts.ts";
import type { Clerk } from "#db/queries/surveys/index.ts";

/** Makes an account of the secretariat with a login name of its own; nobody can sign in with it. */
export async function clerkOf(db: Database, name = "事務局"): Promise<Clerk> {
  const login = `clerk-${randomUUID()}`;
  const account = { login, name, role: "secretariat", passwordHash: "-" } as const;
  const accountId = await createAccount(db, account);
  if (accountId === undefined) throw new Error(`${login} is taken`);
  return { kind: "secretariat", accountId, name };
}
