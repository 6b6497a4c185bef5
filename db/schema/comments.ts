import { type AnyPgColumn, index, integer, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { id, now } from "./columns.ts";
import { draftVersions, provisions } from "./ordinance.ts";

export const dispositionKind = pgEnum("disposition_kind", ["反映", "一部反映", "不採用", "検討中"]);

/** A comment on a provision as it read in one version, or a reply to a comment. Append-only. */
export const comments = pgTable(
  "comments",
  {
    id: id(),
    number: integer("number").generatedAlwaysAsIdentity().notNull().unique(),
    versionId: uuid("version_id")
      .notNull()
      .references(() => draftVersions.id),
    provisionId: uuid("provision_id")
      .notNull()
      .references(() => provisions.id),
    parentId: uuid("parent_id").references((): AnyPgColumn => comments.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => accounts.id),
    body: text("body").notNull(),
    createdAt: now("created_at"),
  },
  (table) => [index("comments_provision").on(table.provisionId)],
);

/** What became of a comment; the newest row counts, the earlier ones stay. Append-only. */
export const dispositions = pgTable(
  "dispositions",
  {
    id: id(),
    commentId: uuid("comment_id")
      .notNull()
      .references(() => comments.id),
    ordinal: integer("ordinal").notNull(),
    kind: dispositionKind("kind").notNull(),
    reason: text("reason").notNull(),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => accounts.id),
    createdAt: now("created_at"),
  },
  (table) => [index("dispositions_comment").on(table.commentId)],
);
