import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sqlState } from "#db/database.ts";
import * as schema from "#db/schema/index.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase("samples");
});
afterAll(() => database.drop());

/** The SQLSTATE with which the database refuses, or "done". */
async function outcome(statement: string): Promise<string | undefined> {
  try {
    await database.sql.begin(async (sql) => {
      await sql.unsafe(statement);
      throw new Error("taken back");
    });
    return "done";
  } catch (error) {
    return error instanceof Error && error.message === "taken back" ? "done" : sqlState(error);
  }
}

/** Tables that hold nothing published: accounts, counters, rosters and codes, answers under way. */
const free = new Set([
  "accounts",
  "attempts",
  "double_answers",
  "drafts",
  "firms",
  "invitations",
  "links",
  "mailings",
  "meetings",
  "paper_keyings",
  "publication_counter",
  "roster_uploads",
  "sessions",
  "survey_progress",
]);

const kept = Object.values(schema)
  .flatMap((table) => (is(table, PgTable) ? [getTableName(table)] : []))
  .filter((name) => !free.has(name));

describe("what is published", () => {
  it.each(kept)("in %s cannot be emptied at once", async (table) => {
    expect(await outcome(`truncate ${table} cascade`)).toBe("JK001");
  });

  it("takes in no rows of a version that is still written", async () => {
    const moves = [
      `insert into minutes_versions (meeting_id, version, source, parsed)
         select meeting_id, 99, source, parsed from minutes_versions limit 1;
       insert into utterances
         select v.id, v.meeting_id, 999, 999, '会長', '後から', '', false
         from minutes_versions v where v.version = 99;
       update utterances set version_id = (
         select id from minutes_versions where audience = 'public' limit 1) where number = 999`,
      `insert into draft_versions (number, label, note, source, parsed)
         select 99, '控え', '', source, parsed from draft_versions limit 1;
       insert into provisions (kind) values ('article');
       insert into version_provisions (version_id, provision_id, ordinal, path, label, full_label, text, anchor)
         select v.id, p.id, 999, 'art-99', '第99条', '第99条', '後から', 'art-99'
         from draft_versions v, (select id from provisions order by number desc limit 1) p
         where v.number = 99;
       update version_provisions set version_id = (
         select id from draft_versions where audience = 'public' limit 1) where path = 'art-99'`,
    ];
    for (const statement of moves) {
      expect(await outcome(statement.slice(0, statement.lastIndexOf(";")))).toBe("done");
      expect(await outcome(statement)).toBe("JK001");
    }
  });

  it("does not become free by taking a survey back", async () => {
    expect(await outcome("update surveys set state = 'preparing'")).toBe("JK001");
    expect(await outcome("update surveys set state = 'open' where state = 'closed'")).toBe("JK001");
    expect(await outcome("update surveys set state = 'closed'")).toBe("done");
  });
});
