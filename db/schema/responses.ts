import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Answers, Strata } from "#app/domain/survey/index.ts";
import { bytea, id, instant } from "./columns.ts";
import { answerChannel } from "./survey-progress.ts";
import { firms } from "./survey-roster.ts";
import { surveys } from "./surveys.ts";

/**
 * Finished answers. In an anonymous survey the last three columns are null: nothing leads to a firm
 * and nothing holds a time; at its close the rows are written anew in random order under new
 * identifiers and without receipt numbers. The database refuses any other change.
 */
export const responses = pgTable(
  "responses",
  {
    id: id(),
    surveyId: uuid("survey_id")
      .notNull()
      .references(() => surveys.id),
    edition: integer("edition").notNull().default(1),
    /** Derived from the code, so that the same code has the same receipt. */
    receiptNumber: text("receipt_number").unique(),
    answers: jsonb("answers").$type<Answers>().notNull(),
    strata: jsonb("strata").$type<Strata>().notNull(),
    /** The answers as tables count them, by the questionnaire of their edition. */
    coded: bytea("coded"),
    /**
     * The answer's number in its survey from 0, without gaps: as they came in a named survey, in
     * their new random order in an anonymous one that has closed, null before.
     */
    place: integer("place"),
    firmId: uuid("firm_id")
      .unique()
      .references(() => firms.id),
    answeredAt: instant("answered_at"),
    channel: answerChannel("channel"),
  },
  (table) => [
    index("responses_survey").on(table.surveyId),
    uniqueIndex("responses_place").on(table.surveyId, table.place).where(sql`place is not null`),
    check("responses_placed", sql`firm_id is null or place is not null`),
  ],
);
