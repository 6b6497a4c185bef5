import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBit } from "#app/domain/survey/participation/bitmap.ts";
import { anyone } from "#app/domain/viewer.ts";
import { type Connection, connect } from "#db/database.ts";
import { migrate, migrationsExpected } from "#db/migrate.ts";
import { closeSurvey, receiveAnswers } from "#db/queries/surveys/index.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { notRaised, raised, smallQuestionnaire } from "#tests/support/sample-survey.ts";

/** A database as the first release of the software left it, with surveys under way and over. */
const oldMigrations = 4;
const name = `older_${randomUUID().slice(0, 8)}`;

let host: TestDatabase;
let older: Connection;
let url: string;
const survey = { open: randomUUID(), closed: randomUUID(), prepared: randomUUID() };
/** Of the open survey: the firms' invitations in the order of their numbers. */
const invitations = [1, 2, 3, 4].map(() => randomUUID());

beforeAll(async () => {
  host = await testDatabase();
  await host.sql.unsafe(`create database ${name}`);
  const address = new URL(host.url);
  address.pathname = `/${name}`;
  url = address.href;
  await migrateInPart(oldMigrations);
  older = connect(url, 4);
  await fill(older.sql);
  await migrate(url);
});
afterAll(async () => {
  await older?.close();
  await host?.sql.unsafe(`drop database if exists ${name} with (force)`);
  await host?.drop();
});

async function migrateInPart(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jukugi-migrations-"));
  cpSync(resolve("db/migrations"), folder, { recursive: true });
  const file = join(folder, "meta/_journal.json");
  const journal: { entries: unknown[] } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await runMigrations(drizzle(sql), { migrationsFolder: folder });
  await sql.end();
  rmSync(folder, { recursive: true });
}

/** Rows in the columns of that time. */
async function fill(sql: postgres.Sql): Promise<void> {
  const questionnaire = JSON.stringify(smallQuestionnaire());
  for (const [state, id] of Object.entries(survey)) {
    const is = state === "prepared" ? "preparing" : state;
    await sql`
      insert into surveys (id, slug, title, questionnaire, state, closes_on, opened_at)
      values (${id}, ${state}, 'サンプル調査', ${questionnaire}::text::jsonb, ${is}, '2099-12-18', now())`;
    // Entered against the order of their numbers.
    for (const n of [4, 3, 2, 1]) {
      const [firm] = await sql`
        insert into firms (survey_id, number, name, postal_code, address, sector, size, region, grade, tier)
        values (${id}, ${`T0000${n}`}, ${`サンプル建設${n}`}, '518-0000', '三重県', '工事', '小', '市内', 'A', '元請')
        returning id`;
      const invitation = state === "open" ? (invitations[n - 1] ?? "") : randomUUID();
      const answered = state !== "prepared" && n % 2 === 0 ? `2026-05-0${n}` : null;
      await sql`
        insert into invitations (id, survey_id, firm_id, code_hash, answered_on)
        values (${invitation}, ${id}, ${firm?.id}, ${randomUUID()}, ${answered})`;
      if (answered === null) continue;
      const answers = JSON.stringify({ ...raised, employees: n });
      await sql`
        insert into responses (survey_id, submission_id, receipt_number, answers, strata)
        values (${id}, ${randomUUID()}, ${`${state}-${n}`}, ${answers}::text::jsonb,
          '{"sector":"工事","size":"小","region":"市内","grade":"A","tier":"元請"}')`;
    }
  }
}

async function progressOf(id: string) {
  const [row] = await older.sql`select * from survey_progress where survey_id = ${id}`;
  return row;
}

describe("a database of the first release", () => {
  it("is brought to the newest schema, and once more changes nothing", async () => {
    await migrate(url);
    const [row] = await older.sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
    expect(row?.n).toBe(await migrationsExpected());
  });

  it("keeps who has answered, by bit and by day, in the order of the roster", async () => {
    const firms = await older.sql`
      select number, ordinal from firms where survey_id = ${survey.open} order by ordinal`;
    expect(firms.map(({ number, ordinal }) => [number, ordinal])).toEqual(
      [0, 1, 2, 3].map((ordinal) => [`T0000${ordinal + 1}`, ordinal]),
    );
    for (const id of [survey.open, survey.closed]) {
      const progress = await progressOf(id);
      expect([0, 1, 2, 3].map((bit) => hasBit(progress?.spent, bit))).toEqual([
        false,
        true,
        false,
        true,
      ]);
      expect([0, 1, 2, 3].some((bit) => hasBit(progress?.on_paper, bit))).toBe(false);
      expect(progress).toMatchObject({ changes: 0, wipe_due: false });
      expect(progress?.days).toEqual({ "2026-05-02": 1, "2026-05-04": 1 });
    }
    expect((await progressOf(survey.prepared))?.days).toEqual({});
  });

  it("has every questionnaire as a first edition", async () => {
    const editions = await older.sql`
      select survey_id, number, questionnaire->>'title' as title from survey_editions`;
    expect(editions).toHaveLength(3);
    for (const edition of editions) {
      expect(edition).toMatchObject({ number: 1, title: "働き方のアンケート" });
    }
  });

  it("keeps every answer; those of a closed survey lose what leads to them", async () => {
    const receipts = (id: string) => older.sql`
      select receipt_number, answers->>'employees' as firm, firm_id, answered_at
      from responses where survey_id = ${id} order by 2`;
    expect((await receipts(survey.open)).map((row) => [row.firm, row.receipt_number])).toEqual([
      ["2", "open-2"],
      ["4", "open-4"],
    ]);
    const closed = await receipts(survey.closed);
    expect(closed.map(({ firm }) => firm)).toEqual(["2", "4"]);
    for (const row of closed) {
      expect(row).toMatchObject({ receipt_number: null, firm_id: null, answered_at: null });
    }
  });

  it("goes on: takes answers of those who have not answered, none twice, and closes", async () => {
    const { db } = older;
    const send = (index: number) =>
      receiveAnswers(db, {
        invitationId: invitations[index] ?? "",
        surveyId: survey.open,
        edition: 1,
        answers: notRaised,
        receiptNumber: `new-${index}`,
      });
    expect(await send(0)).toMatchObject({ received: true, first: true });
    expect(await send(1)).toMatchObject({ received: true, first: false });
    expect(await closeSurvey(db, anyone, survey.open)).toBe("closed");
    const [row] = await older.sql`
      select count(*)::int as answers, count(receipt_number)::int as receipts,
        count(coded)::int as coded
      from responses where survey_id = ${survey.open}`;
    expect(row).toEqual({ answers: 3, receipts: 0, coded: 3 });
    const [gone] = await older.sql`
      select count(*)::int as columns from information_schema.columns
      where column_name in ('answered_on', 'submission_id')`;
    expect(gone?.columns).toBe(0);
  });
});
