import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { now } from "./columns.ts";

export const audience = pgEnum("audience", ["secretariat", "members", "public"]);

/** What became visible to whom; a row's subject says which page shows it. */
export type PublicationSubject =
  | { kind: "minutes"; meeting: number; version: number }
  | { kind: "paper"; meeting: number; paperId: string }
  | { kind: "draft-version"; version: number }
  | { kind: "survey"; slug: string }
  | { kind: "release"; slug: string; release: number }
  | { kind: "interim-draft"; number: number }
  | { kind: "goal-sheet"; version: number };

/** Every publication, newest by id: home page, feed and sitemap read it. Append-only. */
export const publications = pgTable(
  "publications",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    at: now("at"),
    audience: audience("audience").notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    subject: jsonb("subject").$type<PublicationSubject>().notNull(),
    isSample: boolean("is_sample").notNull().default(false),
  },
  (table) => [index("publications_audience").on(table.audience, table.id)],
);

/** One row that counts every change to what the public sees; kept pages are dropped by it. */
export const publicationCounter = pgTable("publication_counter", {
  id: integer("id").primaryKey(),
  value: bigint("value", { mode: "number" }).notNull(),
});

/** Who published or changed what. Append-only: a trigger refuses UPDATE and DELETE. */
export const recordEntries = pgTable("record_entries", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  at: now("at"),
  actorId: uuid("actor_id").references(() => accounts.id),
  actorName: text("actor_name").notNull(),
  action: text("action").notNull(),
  subject: text("subject").notNull(),
  detail: jsonb("detail").$type<Record<string, unknown>>().notNull(),
});

/** Failed or counted attempts within a window, by a keyed hash of who tried. */
export const attempts = pgTable("attempts", {
  key: text("key").primaryKey(),
  count: integer("count").notNull(),
  windowStart: now("window_start"),
});
