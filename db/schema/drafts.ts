import { integer, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { bytea, id } from "./columns.ts";
import { invitations } from "./survey-roster.ts";
import { surveys } from "./surveys.ts";

/**
 * Answers not yet sent, sealed under a key that the code alone gives: the server cannot read them.
 * There is no time. `revision` counts the savings, so that two tabs do not overwrite each other.
 */
export const drafts = pgTable("drafts", {
  invitationId: uuid("invitation_id")
    .primaryKey()
    .references(() => invitations.id),
  surveyId: uuid("survey_id")
    .notNull()
    .references(() => surveys.id),
  revision: integer("revision").notNull(),
  sealed: bytea("sealed").notNull(),
});

/** A paper answer as one person has keyed it, sealed under the firm's code; two are compared. */
export const paperKeyings = pgTable(
  "paper_keyings",
  {
    id: id(),
    surveyId: uuid("survey_id")
      .notNull()
      .references(() => surveys.id),
    invitationId: uuid("invitation_id")
      .notNull()
      .references(() => invitations.id),
    keyedBy: uuid("keyed_by")
      .notNull()
      .references(() => accounts.id),
    sealed: bytea("sealed").notNull(),
  },
  (table) => [unique("paper_keyings_once").on(table.invitationId, table.keyedBy)],
);
