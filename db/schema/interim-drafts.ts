import { boolean, integer, jsonb, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { bytea, id, instant, now } from "./columns.ts";
import { draftVersions } from "./ordinance.ts";

export const interimDraftState = pgEnum("interim_draft_state", ["preparing", "published"]);

/**
 * An interim draft (条例中間案). While `preparing`, title, introduction and commentaries are edited.
 * On publication `document` (canonical JSON), its hashes and the PDF are frozen together.
 */
export const interimDrafts = pgTable("interim_drafts", {
  id: id(),
  number: integer("number").notNull().unique(),
  title: text("title").notNull(),
  statusText: text("status_text").notNull(),
  introduction: text("introduction").notNull(),
  versionId: uuid("version_id")
    .notNull()
    .references(() => draftVersions.id),
  commentaries: jsonb("commentaries").$type<Record<string, string>>().notNull().default({}),
  state: interimDraftState("state").notNull().default("preparing"),
  isSample: boolean("is_sample").notNull().default(false),
  document: text("document"),
  textSha256: text("text_sha256"),
  figuresSha256: text("figures_sha256"),
  sha256: text("sha256"),
  pdf: bytea("pdf"),
  createdBy: uuid("created_by").references(() => accounts.id),
  createdAt: now("created_at"),
  publishedAt: instant("published_at"),
});
