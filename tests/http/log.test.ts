import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeLog } from "#app/http/log.ts";
import { createAccount } from "#db/queries/accounts.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** The line that an error makes in the log. */
function logged(error: unknown): string {
  const lines: string[] = [];
  makeLog("info", { write: (line) => lines.push(line) }).error({ err: error }, "failure");
  return lines.join("");
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("an error in the log", () => {
  it("tells the statement and its code, but none of the values it was to store", async () => {
    const { db } = database;
    // A NUL byte is text that PostgreSQL does not take.
    const login = "himitsu-no-namae\0";
    const account = { login, name: "委員A", role: "member", passwordHash: "kaitou" } as const;
    const line = logged(await failureOf(createAccount(db, account)));
    expect(line).toContain("insert into");
    expect(line).toContain("22021");
    expect(line).toMatch(/accounts\.ts:\d+/);
    for (const value of ["himitsu", "委員A", "kaitou"]) expect(line).not.toContain(value);
  });

  it("does not quote what the database or a parser quotes", async () => {
    const refused = failureOf(database.db.execute(sql`select 'ABCD-EFGH'::uuid`).execute());
    expect(logged(await refused)).toContain("22P02");
    const parsed = failureOf(Promise.resolve().then(() => JSON.parse("[回答です")));
    for (const error of [await parsed]) {
      expect(logged(error)).toContain("SyntaxError");
      expect(logged(error)).not.toContain("回答です");
    }
  });

  it("tells what a fault of ours says, with its cause", () => {
    const line = logged(new Error("no meeting 3", { cause: new TypeError("not a function") }));
    expect(line).toContain("no meeting 3");
    expect(line).toContain("not a function");
  });
});
