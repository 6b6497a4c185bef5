import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { Minutes } from "#app/domain/minutes/index.ts";
import { accounts } from "./accounts.ts";
import { bytea, id, instant, now } from "./columns.ts";
import { audience } from "./record.ts";

/** A meeting of the council; `number` is 第n回. */
export const meetings = pgTable("meetings", {
  id: id(),
  number: integer("number").notNull().unique(),
  title: text("title").notNull(),
  heldOn: date("held_on", { mode: "string" }).notNull(),
  isSample: boolean("is_sample").notNull().default(false),
  createdAt: now("created_at"),
});

/**
 * The minutes of a meeting, version by version: version 1, then corrections, each with its reason.
 * `audience` is `secretariat` while a version is being written; a published version never changes.
 */
export const minutesVersions = pgTable(
  "minutes_versions",
  {
    id: id(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id),
    version: integer("version").notNull(),
    source: text("source").notNull(),
    parsed: jsonb("parsed").$type<Minutes>().notNull(),
    reason: text("reason"),
    audience: audience("audience").notNull().default("secretariat"),
    createdBy: uuid("created_by").references(() => accounts.id),
    createdAt: now("created_at"),
    publishedAt: instant("published_at"),
  },
  (table) => [unique("minutes_versions_number").on(table.meetingId, table.version)],
);

/** The utterances of a version; `number` is permanent within the meeting, over all corrections. */
export const utterances = pgTable(
  "utterances",
  {
    versionId: uuid("version_id")
      .notNull()
      .references(() => minutesVersions.id, { onDelete: "cascade" }),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id),
    number: integer("number").notNull(),
    ordinal: integer("ordinal").notNull(),
    speaker: text("speaker").notNull(),
    text: text("text").notNull(),
    section: text("section").notNull(),
    closed: boolean("closed").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.number] }),
    index("utterances_meeting").on(table.meetingId, table.number),
  ],
);

/** Papers (資料) of a meeting, stored whole. */
export const papers = pgTable(
  "papers",
  {
    id: id(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id),
    number: text("number").notNull(),
    title: text("title").notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    content: bytea("content").notNull(),
    audience: audience("audience").notNull(),
    isSample: boolean("is_sample").notNull().default(false),
    createdAt: now("created_at"),
  },
  (table) => [unique("papers_number").on(table.meetingId, table.number)],
);
