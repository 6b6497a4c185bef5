import { hasBit } from "#app/domain/survey/participation/bitmap.ts";
import type { DumpedRow } from "./database-dump.ts";

/** The rows of a table in a dump, none where it is not there. */
export const rowsOf = (dump: Map<string, DumpedRow[]>, table: string) => dump.get(table) ?? [];

/** The firms that the dump says have answered, as the table of firms holds them. */
export function answeredFirms(dump: Map<string, DumpedRow[]>): DumpedRow[] {
  const spent = Buffer.from(String(rowsOf(dump, "survey_progress")[0]?.spent).slice(2), "hex");
  return rowsOf(dump, "firms").filter(({ ordinal }) => hasBit(spent, Number(ordinal)));
}

/** Orders of the firms that a dump offers: each table that leads to a firm, as it lies and by each column. */
export function ordersOf(dump: Map<string, DumpedRow[]>): Map<string, string[]> {
  const answered = new Map(answeredFirms(dump).map((firm) => [firm.id, String(firm.number)]));
  const firmOf = new Map(rowsOf(dump, "invitations").map((row) => [row.id, row.firm_id]));
  const orders = new Map<string, string[]>();
  for (const table of ["firms", "invitations", "drafts", "paper_keyings", "double_answers"]) {
    const rows = rowsOf(dump, table).flatMap((row) => {
      const number = answered.get(row.firm_id ?? firmOf.get(row.invitation_id) ?? row.id);
      return number === undefined ? [] : [{ row, number }];
    });
    const add = (name: string, list: typeof rows) =>
      orders.set(
        `${table} ${name}`,
        list.map(({ number }) => number),
      );
    add("as it lies", rows);
    for (const column of Object.keys(rows[0]?.row ?? {})) {
      const key = ({ row }: (typeof rows)[number]) => JSON.stringify(row[column]);
      add(
        `by ${column}`,
        [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1)),
      );
    }
  }
  return orders;
}

/** What chance alone does not reach: see `rightGuesses`. */
export const byChance = 9;

/**
 * Guesses that the n-th of one order is the n-th of the other, forwards and backwards. By chance
 * one guess is right on average; 9 or more happen once in 900,000 tries.
 */
export function rightGuesses(firms: string[], answers: string[]): number {
  const right = (list: string[]) => list.filter((firm, n) => firm === answers[n]).length;
  return Math.max(right(firms), right([...firms].reverse()));
}

/** Spearman's rank correlation of two orders of the same things, −1 … 1. */
export function correlation(one: string[], other: string[]): number {
  const place = new Map(other.map((each, n) => [each, n]));
  const shared = one.filter((each) => place.has(each));
  const squares = shared.map((each, n) => (n - (place.get(each) ?? 0)) ** 2);
  const n = shared.length;
  return 1 - (6 * squares.reduce((sum, each) => sum + each, 0)) / (n * (n * n - 1));
}
