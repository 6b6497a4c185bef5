import { boolean, integer, jsonb, pgEnum, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { bytea } from "./columns.ts";
import { firms } from "./survey-roster.ts";
import { surveys } from "./surveys.ts";

/** How an answer came. */
export const answerChannel = pgEnum("answer_channel", ["web", "paper"]);

/**
 * Who has answered, one row a survey: a bit for each firm (`firms.ordinal`), and how many answers
 * came on each day. A bitmap holds no order, and no firm has a time.
 */
export const surveyProgress = pgTable("survey_progress", {
  surveyId: uuid("survey_id")
    .primaryKey()
    .references(() => surveys.id),
  spent: bytea("spent").notNull(),
  /** Those of `spent` whose answer came on paper. */
  onPaper: bytea("on_paper").notNull(),
  /** Answers by day, Asia/Tokyo. */
  days: jsonb("days").$type<Record<string, number>>().notNull().default({}),
  /** How often the survey was taken for a change: what was read of it before holds no longer. */
  changes: integer("changes").notNull().default(0),
  /** The survey has closed, and its tables still have to be written anew (`wipeDeadRows`). */
  wipeDue: boolean("wipe_due").notNull().default(false),
});

/** An answer that came second from its firm, by the other way, and does not count. */
export const doubleAnswers = pgTable(
  "double_answers",
  {
    firmId: uuid("firm_id")
      .notNull()
      .references(() => firms.id),
    /** How the answer came that does not count. */
    channel: answerChannel("channel").notNull(),
    surveyId: uuid("survey_id")
      .notNull()
      .references(() => surveys.id),
    notedBy: uuid("noted_by").references(() => accounts.id),
  },
  (table) => [primaryKey({ columns: [table.firmId, table.channel] })],
);
