import type { SignedIn } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { listAccounts } from "#db/queries/accounts.ts";

/** The sample accounts as viewers, by the name under which samples speak (委員A, 事務局). */
export async function samplePeople(db: Database): Promise<(name: string) => SignedIn> {
  const accounts = await listAccounts(db);
  return (name) => {
    const account = accounts.find((each) => each.name === name);
    if (!account) throw new Error(`no sample account is called ${name}`);
    return { kind: account.role, accountId: account.id, name };
  };
}
