import { integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { id, now } from "./columns.ts";
import { surveys } from "./surveys.ts";

export const textVerdict = pgEnum("text_verdict", ["publish", "redact", "withhold"]);

/**
 * What the secretariat decided of a free text of a closed survey, by the hash of its key: nothing
 * in it leads to an answer. A changed decision is a further version; all stay.
 */
export const textDecisions = pgTable(
  "text_decisions",
  {
    id: id(),
    surveyId: uuid("survey_id")
      .notNull()
      .references(() => surveys.id),
    question: text("question").notNull(),
    hash: text("hash").notNull(),
    version: integer("version").notNull(),
    verdict: textVerdict("verdict").notNull(),
    /** What a release publishes; null when nothing. */
    wording: text("wording"),
    decidedBy: uuid("decided_by").references(() => accounts.id),
    decidedAt: now("decided_at"),
  },
  (table) => [
    unique("text_decisions_version").on(table.surveyId, table.question, table.hash, table.version),
  ],
);
