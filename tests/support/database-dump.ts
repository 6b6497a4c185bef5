import type { TestDatabase } from "./database.ts";

/** A row as a dump holds it: column → value; bytea as \x…, instants as text. */
export type DumpedRow = Record<string, unknown>;

/**
 * All that a full logical dump (pg_dump) carries: the rows of every table in the order in which
 * the table's pages hold them, as COPY reads them, and the sequences.
 */
export async function dumpOf({ sql }: TestDatabase): Promise<Map<string, DumpedRow[]>> {
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'S', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    order by 1`;
  const dump = new Map<string, DumpedRow[]>();
  for (const { name } of tables) {
    if (name.startsWith("__drizzle")) continue;
    const rows = await sql.begin(async (tx) => {
      await tx`set local synchronize_seqscans = off`;
      return tx.unsafe<{ row: DumpedRow }[]>(
        `select to_jsonb(t) as row from (select * from "${name}") t`,
      );
    });
    dump.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return dump;
}

/** Every single value within a row, also within its JSON, as text; short ones tell nothing alone. */
export function valuesIn(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [String(value)];
  return Object.values(value).flatMap(valuesIn);
}
