import { randomBytes, randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Strata } from "#app/domain/survey/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import { answerKeys } from "#app/http/answering-keys.ts";
import {
  closeSurvey,
  invitationByCode,
  receiveAnswers,
  releaseResults,
  saveDraft,
} from "#db/queries/surveys/index.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { type DumpedRow, dumpOf, valuesIn } from "#tests/support/database-dump.ts";
import {
  answeredFirms,
  byChance,
  correlation,
  ordersOf,
  rightGuesses,
  rowsOf,
} from "#tests/support/dump-attack.ts";
import { makeSurvey } from "#tests/support/sample-survey.ts";

/**
 * Tries to tie the answers of an anonymous survey to firms from a full logical dump without the
 * codes: by shared keys and derived receipts, by the order of rows in any table and by any column,
 * by times, by leftovers of drafts, by the record and the announcements, by the strata. The
 * attacker knows which answer came when (the heap's order while the survey is open tells it) and
 * every line of the roster.
 *
 * Not covered: physical backups and the write-ahead log (they hold transaction numbers and old
 * pages), two dumps compared (what is new in the second came between), what a firm writes of itself
 * in a free text, and, while the survey is open, strata of an early answer that no other firm
 * among those that answered shares (at the close they are merged).
 */
const firmsAsked = 150;
const threshold = 3;
const hashCode = (code: string) => `hash of ${code}`;

let database: TestDatabase;
let before: Map<string, DumpedRow[]>;
let whileOpen: Map<string, DumpedRow[]>;
let closed: Map<string, DumpedRow[]>;
let released: Map<string, DumpedRow[]>;
/** Numbers of the firms (T00001 …) in the order in which they answered; firm n answers n. */
const order: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const { surveyId, codes } = await makeSurvey(db, "himitsu", hashCode, { firms: firmsAsked });
  before = await dumpOf(database);
  const waiting = codes.map((code, index) => ({ code, index }));
  for (let left = Math.floor(firmsAsked * 0.6); left > 0; left--) {
    const [next] = waiting.splice(randomInt(waiting.length), 1);
    if (!next) throw new Error("nobody is left");
    const invitationId = (await invitationByCode(db, [hashCode(next.code)]))?.id ?? "";
    await saveDraft(db, { invitationId, revision: 0, sealed: randomBytes(1024) });
    const { receiptNumber } = answerKeys(next.code);
    const channel = left % 10 === 0 ? "paper" : "web";
    const answers = { raised: "yes", employees: 1 + next.index };
    await receiveAnswers(db, { invitationId, edition: 1, answers, receiptNumber, channel });
    order.push(`T${String(next.index + 1).padStart(5, "0")}`);
  }
  for (const { code } of waiting.slice(0, 20)) {
    const invitationId = (await invitationByCode(db, [hashCode(code)]))?.id ?? "";
    await saveDraft(db, { invitationId, revision: 0, sealed: randomBytes(1024) });
  }
  whileOpen = await dumpOf(database);
  await closeSurvey(db, anyone, surveyId);
  closed = await dumpOf(database);
  expect(await releaseResults(db, anyone, surveyId, "確報")).toMatchObject({ released: true });
  released = await dumpOf(database);
}, 60_000);
afterAll(() => database.drop());

/** Which firm gave a response: known to the test alone, by the marked answer. */
const truthOf = (response: DumpedRow) =>
  `T${String((response.answers as { employees: number }).employees).padStart(5, "0")}`;

/** Orders of the answers: as they lie and by identifier and receipt. */
function responseOrders(dump: Map<string, DumpedRow[]>): Map<string, string[]> {
  const rows = rowsOf(dump, "responses");
  const by = (column: string) =>
    [...rows].sort((a, b) => (String(a[column]) < String(b[column]) ? -1 : 1)).map(truthOf);
  return new Map([
    ["as they lie", rows.map(truthOf)],
    ["by id", by("id")],
    ["by receipt", by("receipt_number")],
    ["by place", [...rows].sort((a, b) => Number(a.place) - Number(b.place)).map(truthOf)],
  ]);
}

/** Four and a half standard deviations for the number of answers here. */
const strongest = 4.5 / Math.sqrt(firmsAsked * 0.6 - 1);

describe.each([
  ["while the survey is open", () => whileOpen],
  ["after its close", () => closed],
  ["after its release", () => released],
])("a dump taken %s", (_, dumped) => {
  it("holds the answers and who has answered", () => {
    expect(rowsOf(dumped(), "responses").map(truthOf).sort()).toEqual([...order].sort());
    expect(answeredFirms(dumped()).map(({ number }) => number)).toEqual([...order].sort());
  });

  it("shares no value of an answer with fewer firms than the threshold", () => {
    const carriers = new Map<string, number>();
    for (const table of ["firms", "invitations", "drafts", "paper_keyings", "double_answers"]) {
      for (const row of rowsOf(dumped(), table)) {
        for (const value of new Set(valuesIn(row))) {
          carriers.set(value, (carriers.get(value) ?? 0) + 1);
        }
      }
    }
    // The answer and its code are marked by the test; places are random numbers, see the orders.
    for (const { answers: _, coded: _coded, place: _place, ...response } of rowsOf(
      dumped(),
      "responses",
    )) {
      for (const value of valuesIn(response)) {
        const carriedBy = carriers.get(value) ?? 0;
        if (carriedBy > 0 && value !== "1")
          expect(carriedBy, value).toBeGreaterThanOrEqual(threshold);
      }
    }
  });

  it("lets no receipt be derived from what it holds of an invitation", () => {
    const receipts = new Set(rowsOf(dumped(), "responses").map((row) => row.receipt_number));
    for (const table of ["invitations", "firms"]) {
      for (const value of rowsOf(dumped(), table).flatMap(valuesIn)) {
        expect(receipts.has(answerKeys(value).receiptNumber)).toBe(false);
        expect(receipts.has(value)).toBe(false);
      }
    }
  });

  it("names no answer in any other table", () => {
    const marks = rowsOf(dumped(), "responses").flatMap(({ id, receipt_number: receipt }) =>
      receipt === null ? [String(id)] : [String(id), String(receipt)],
    );
    for (const [table, rows] of dumped()) {
      if (table === "responses") continue;
      const text = JSON.stringify(rows);
      for (const mark of marks) expect(text.includes(mark), table).toBe(false);
    }
  });

  it("ties no answer to a firm by order", () => {
    for (const [table, firms] of ordersOf(dumped())) {
      for (const [name, answers] of responseOrders(dumped())) {
        const guess = `${table} / ${name}`;
        if (firms.length < order.length) expect(firms, guess).toEqual([]);
        else {
          expect(rightGuesses(firms, answers), guess).toBeLessThan(byChance);
          expect(Math.abs(correlation(firms, answers)), guess).toBeLessThan(strongest);
        }
      }
    }
  });

  it("holds nothing that answering left behind but the bits, the days' counts and the answers", () => {
    const changed = [...dumped()].filter(
      ([table, rows]) =>
        !table.endsWith("_seq") && JSON.stringify(rows) !== JSON.stringify(before.get(table)),
    );
    const open = dumped() === whileOpen;
    expect(changed.map(([table]) => table).sort()).toEqual(
      open
        ? ["drafts", "responses", "survey_progress"]
        : [
            // Its dates are levelled: no code tells any more when it was made or revoked.
            "invitations",
            "publication_counter",
            "record_entries",
            "responses",
            "survey_progress",
            "surveys",
            ...(dumped() === released ? ["publications", "release_counts", "releases"] : []),
          ].sort(),
    );
    if (!open) {
      const dates = rowsOf(dumped(), "invitations").map(({ issued_at: at }) => String(at));
      expect(new Set(dates).size).toBe(1);
      const editions = rowsOf(dumped(), "responses").map(({ edition }) => edition);
      expect(new Set(editions).size).toBe(1);
      for (const firm of rowsOf(dumped(), "firms")) expect(firm.reminded_on).toBeNull();
    }
    const answered = new Set(answeredFirms(dumped()).map(({ id }) => id));
    const firmOf = new Map(rowsOf(dumped(), "invitations").map((row) => [row.id, row.firm_id]));
    const drafts = rowsOf(dumped(), "drafts");
    expect(drafts).toHaveLength(open ? 20 : 0);
    for (const draft of drafts) expect(answered.has(firmOf.get(draft.invitation_id))).toBe(false);
    for (const response of rowsOf(dumped(), "responses")) {
      expect(response).toMatchObject({ firm_id: null, answered_at: null, channel: null });
      if (open) expect(response.place).toBeNull();
    }
  });
});

describe("after the close", () => {
  it("the answers lie in another order than they came in, under other identifiers", () => {
    const [open, later] = [rowsOf(whileOpen, "responses"), rowsOf(closed, "responses")];
    expect(open.map(truthOf)).toEqual(order);
    expect(rightGuesses(order, later.map(truthOf))).toBeLessThan(byChance);
    expect(Math.abs(correlation(order, later.map(truthOf)))).toBeLessThan(strongest);
    const ids = new Set(open.map(({ id }) => id));
    for (const { id, receipt_number: receipt } of later) {
      expect(ids.has(id)).toBe(false);
      expect(receipt).toBeNull();
    }
  });

  it("as many firms as the threshold have answered wherever an answer's strata lead", () => {
    const firms = answeredFirms(closed);
    for (const response of rowsOf(closed, "responses")) {
      const strata = JSON.stringify(response.strata as Strata);
      const candidates = firms.filter(({ coarse }) => JSON.stringify(coarse) === strata);
      expect(candidates.length).toBeGreaterThanOrEqual(threshold);
    }
  });
});
