import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Database } from "#db/database.ts";
import { createAccount } from "#db/queries/accounts.ts";
import { dataFolder } from "./data-folder.ts";
import { hashPassword, newPassword } from "./passwords.ts";

/** The accounts that a first start makes, and the tests' sample database has. */
export const sampleAccounts = [
  { login: "jimukyoku", name: "事務局", role: "secretariat" },
  // A paper answer is keyed in by two people.
  { login: "jimukyoku-2", name: "事務局2", role: "secretariat" },
  { login: "kaicho", name: "会長", role: "member" },
  { login: "iin-a", name: "委員A", role: "member" },
  { login: "iin-b", name: "委員B", role: "member" },
  { login: "iin-c", name: "委員C", role: "member" },
] as const;

const file = resolve(dataFolder, "sample-accounts.txt");

/** Makes the sample accounts with fresh passwords; returns the lines that tell them. */
export async function makeSampleAccounts(db: Database): Promise<string[]> {
  const lines: string[] = [];
  for (const { login, name, role } of sampleAccounts) {
    const password = newPassword();
    await createAccount(db, { login, name, role, passwordHash: await hashPassword(password) });
    lines.push(`${name}　ログイン名 ${login}　パスワード ${password}`);
  }
  return lines;
}

/** Keeps what the first start printed, readable by the owner only. */
export async function keepSampleNotes(lines: string[]): Promise<void> {
  await writeFile(file, `${lines.join("\n")}\n`, { mode: 0o600 });
}

/** What the first start printed; empty when there is nothing. */
export async function readSampleNotes(): Promise<string[]> {
  try {
    return (await readFile(file, "utf8")).trimEnd().split("\n");
  } catch {
    return [];
  }
}
