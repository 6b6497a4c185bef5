import type { Environment } from "#app/http/environment.ts";
import { interimDraftPress } from "#app/http/interim-draft-press.ts";
import { keyedHashes } from "#app/http/keys.ts";
import { hashPassword } from "#app/http/passwords.ts";
import { sampleAccounts } from "#app/http/sample-accounts.ts";
import type { Database } from "#db/database.ts";
import { createAccount } from "#db/queries/accounts.ts";
import { seed } from "#db/seed.ts";

/** The environment of a site under test; `origin` is its address. */
export function testEnvironment(origin: string): Environment {
  return {
    mode: "local",
    databaseUrl: undefined,
    secrets: ["a secret of the tests, long enough to be one"],
    origin,
    host: "127.0.0.1",
    port: Number(new URL(origin).port),
    trustProxy: false,
    logLevel: "silent",
  };
}

/** A login name of the sample accounts. */
export type SampleLogin = (typeof sampleAccounts)[number]["login"];

/** The password that a sample account has in the tests. */
export function passwordOf(login: SampleLogin): string {
  return `${login} の合言葉（試験用）`;
}

/** Makes the sample accounts. */
export async function fillAccounts(db: Database): Promise<string[]> {
  for (const { login, name, role } of sampleAccounts) {
    const passwordHash = await hashPassword(passwordOf(login));
    await createAccount(db, { login, name, role, passwordHash });
  }
  return [];
}

/** Loads the sample content; returns codes of the sample survey that is open. */
export async function fillSamples(db: Database): Promise<string[]> {
  const { secrets, origin } = testEnvironment("http://127.0.0.1");
  const hashes = keyedHashes(secrets);
  const press = interimDraftPress(origin);
  const { codes } = await seed(db, (code) => hashes("survey-code", code)[0], press);
  return codes;
}
