import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Binary content (files, PDFs). */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
});

/** A random primary key: it tells nothing of order or number. */
export const id = () => uuid("id").primaryKey().defaultRandom();

/** An instant with time zone; the database's clock fills it. */
export const now = (name: string) => timestamp(name, { withTimezone: true }).notNull().defaultNow();

/** An instant that has not come for every row. */
export const instant = (name: string) => timestamp(name, { withTimezone: true });
