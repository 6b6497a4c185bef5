import { sql } from "drizzle-orm";
import { check, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { FateKind } from "#app/domain/draft-version/index.ts";
import { accounts } from "./accounts.ts";
import { id, now } from "./columns.ts";
import { comments } from "./comments.ts";
import { links } from "./links.ts";
import { draftVersions, provisions } from "./ordinance.ts";

/**
 * Somebody has looked at what a version did to the provision that a link or a comment hangs on.
 * `wording` names the text that was looked at: when the version's text changes again, the
 * confirmation does not count any more. Append-only.
 */
export const confirmations = pgTable(
  "confirmations",
  {
    id: id(),
    versionId: uuid("version_id")
      .notNull()
      .references(() => draftVersions.id),
    provisionId: uuid("provision_id")
      .notNull()
      .references(() => provisions.id),
    linkId: uuid("link_id").references(() => links.id),
    commentId: uuid("comment_id").references(() => comments.id),
    kind: text("kind").$type<FateKind>().notNull(),
    wording: text("wording").notNull(),
    confirmedBy: uuid("confirmed_by")
      .notNull()
      .references(() => accounts.id),
    confirmedAt: now("confirmed_at"),
  },
  (table) => [
    unique("confirmations_once")
      .on(table.versionId, table.linkId, table.commentId, table.kind, table.wording)
      .nullsNotDistinct(),
    check("confirmations_target", sql`(${table.linkId} is null) <> (${table.commentId} is null)`),
  ],
);
