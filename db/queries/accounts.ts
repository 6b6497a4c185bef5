import { and, asc, eq, gt, isNull, lt } from "drizzle-orm";
import type { SignedIn } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { accounts, sessions } from "#db/schema/index.ts";

/** An account as the secretariat sees it in its list. */
export interface AccountRow {
  id: string;
  login: string;
  name: string;
  role: "member" | "secretariat";
  createdAt: Date;
  disabledAt: Date | null;
}

/** The account a login name belongs to, with its password hash; undefined when unknown or disabled. */
export async function findAccountForSignIn(db: Database, login: string) {
  const [row] = await db
    .select({ id: accounts.id, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(accounts.login, login), isNull(accounts.disabledAt)));
  return row;
}

/** Makes an account; undefined when the login name is taken. */
export async function createAccount(
  db: Database,
  account: { login: string; name: string; role: "member" | "secretariat"; passwordHash: string },
): Promise<string | undefined> {
  const [row] = await db
    .insert(accounts)
    .values(account)
    .onConflictDoNothing({ target: accounts.login })
    .returning({ id: accounts.id });
  return row?.id;
}

/** All accounts, oldest first. For the secretariat. */
export async function listAccounts(db: Database): Promise<AccountRow[]> {
  return db
    .select({
      id: accounts.id,
      login: accounts.login,
      name: accounts.name,
      role: accounts.role,
      createdAt: accounts.createdAt,
      disabledAt: accounts.disabledAt,
    })
    .from(accounts)
    .orderBy(asc(accounts.createdAt), asc(accounts.login));
}

/** Withdraws an account's rights at once: it is disabled and its sessions end. */
export async function disableAccount(db: Database, accountId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .update(accounts)
      .set({ disabledAt: new Date() })
      .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)))
      .returning({ id: accounts.id });
    await tx.delete(sessions).where(eq(sessions.accountId, accountId));
    return rows.length === 1;
  });
}

/** Stores a new password hash and ends every session of the account. */
export async function changePassword(db: Database, accountId: string, passwordHash: string) {
  await db.transaction(async (tx) => {
    await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
    await tx.delete(sessions).where(eq(sessions.accountId, accountId));
  });
}

/** The password hash of an account that may sign in. */
export async function passwordHashOf(db: Database, accountId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)));
  return row?.passwordHash;
}

/** Stores a session under the hash of its token, and clears away all that have ended. */
export async function startSession(
  db: Database,
  session: { tokenHash: string; accountId: string; expiresAt: Date },
): Promise<void> {
  await db.insert(sessions).values(session);
  await db.delete(sessions).where(lt(sessions.expiresAt, new Date()));
}

/** Signs out: forgets the session. Nothing happens where there is none. */
export async function endSession(db: Database, tokenHash: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

/** Whom a session belongs to; undefined when it has ended or the account was disabled. */
export async function viewerOfSession(
  db: Database,
  tokenHash: string,
): Promise<SignedIn | undefined> {
  const [row] = await db
    .select({ kind: accounts.role, accountId: accounts.id, name: accounts.name })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        gt(sessions.expiresAt, new Date()),
        isNull(accounts.disabledAt),
      ),
    );
  return row;
}
