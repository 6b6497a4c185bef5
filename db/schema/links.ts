import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { id, instant, now } from "./columns.ts";
import { comments } from "./comments.ts";
import { meetings } from "./meetings.ts";
import { provisions } from "./ordinance.ts";
import { surveys } from "./surveys.ts";

export const linkKind = pgEnum("link_kind", ["utterance", "question", "comment"]);

/**
 * What led to a provision: an utterance, a survey question (or one choice of it) or a comment.
 * Links hang on the provision's identity, so they follow it through renumbering.
 * A link is taken back by `removedAt`, never removed.
 */
export const links = pgTable(
  "links",
  {
    id: id(),
    provisionId: uuid("provision_id")
      .notNull()
      .references(() => provisions.id),
    kind: linkKind("kind").notNull(),
    meetingId: uuid("meeting_id").references(() => meetings.id),
    utterance: integer("utterance"),
    surveyId: uuid("survey_id").references(() => surveys.id),
    question: text("question"),
    choice: text("choice"),
    commentId: uuid("comment_id").references(() => comments.id),
    note: text("note").notNull(),
    createdBy: uuid("created_by").references(() => accounts.id),
    createdAt: now("created_at"),
    removedAt: instant("removed_at"),
  },
  (table) => [
    index("links_provision").on(table.provisionId),
    check(
      "links_target",
      sql`case ${table.kind}
        when 'utterance' then ${table.meetingId} is not null and ${table.utterance} is not null
        when 'question' then ${table.surveyId} is not null and ${table.question} is not null
        when 'comment' then ${table.commentId} is not null
      end`,
    ),
  ],
);
