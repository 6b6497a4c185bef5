import { afterAll, beforeAll, expect, it } from "vitest";
import { connect, isDatabaseUnavailable } from "#db/database.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/**
 * The driver as published ends the whole process here (porsager/postgres issue 1208): the rollback
 * of a transaction whose connection is gone is written to a socket that is null. patches/ mends it.
 */
it("within a transaction is an error like any other, and the pool goes on", async () => {
  const { db, sql, close } = connect(database.url, 1);
  for (let time = 0; time < 5; time++) {
    const [row] = await sql`select pg_backend_pid() as pid`;
    const lost = db.transaction(async (tx) => {
      await tx.execute("select 1");
      await tx.execute("select pg_sleep(5)");
    });
    setTimeout(() => database.sql`select pg_terminate_backend(${row?.pid})`.execute(), 50);
    const error = await lost.catch((reason: unknown) => reason);
    expect(isDatabaseUnavailable(error)).toBe(true);
    await expect.poll(() => sql`select 1 as one`.catch(() => [])).toEqual([{ one: 1 }]);
    await db.transaction((tx) => tx.execute("select 1"));
  }
  await close();
});
