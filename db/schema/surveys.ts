import {
  boolean,
  date,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { Questionnaire } from "#app/domain/survey/index.ts";
import { accounts } from "./accounts.ts";
import { id, instant, now } from "./columns.ts";

export const surveyState = pgEnum("survey_state", ["preparing", "open", "closed"]);

/** 無記名 or 記名. */
export const surveyMode = pgEnum("survey_mode", ["anonymous", "named"]);

/**
 * A survey. Its mode and threshold are fixed once it has opened; its questionnaire then changes by
 * a new edition alone. `closesOn` is the deadline printed in the letter: the last day on which
 * answers are taken.
 */
export const surveys = pgTable("surveys", {
  id: id(),
  slug: text("slug").notNull().unique(),
  title: text("title").notNull(),
  /** The questionnaire of the current edition. */
  questionnaire: jsonb("questionnaire").$type<Questionnaire>().notNull(),
  edition: integer("edition").notNull().default(1),
  state: surveyState("state").notNull().default("preparing"),
  mode: surveyMode("mode").notNull().default("anonymous"),
  /** How many firms every combination of strata has at least, in an anonymous survey. */
  threshold: integer("threshold").notNull().default(3),
  opensOn: date("opens_on", { mode: "string" }),
  remindsOn: date("reminds_on", { mode: "string" }),
  closesOn: date("closes_on", { mode: "string" }),
  /** Whom to ask: the section's name and telephone number. */
  contact: text("contact").notNull().default(""),
  /** The secretariat's own words in the letter; a blank line parts paragraphs. */
  letterText: text("letter_text").notNull().default(""),
  isSample: boolean("is_sample").notNull().default(false),
  isSimulated: boolean("is_simulated").notNull().default(false),
  createdBy: uuid("created_by").references(() => accounts.id),
  createdAt: now("created_at"),
  openedAt: instant("opened_at"),
  closedAt: instant("closed_at"),
});

/** What a questionnaire was at each time. Append-only once the survey is open. */
export const surveyEditions = pgTable(
  "survey_editions",
  {
    surveyId: uuid("survey_id")
      .notNull()
      .references(() => surveys.id),
    number: integer("number").notNull(),
    /** The definition exactly as it was given. */
    source: text("source").notNull(),
    questionnaire: jsonb("questionnaire").$type<Questionnaire>().notNull(),
    reason: text("reason").notNull().default(""),
    /** What the secretariat was told beforehand about answers already given. */
    effects: jsonb("effects").$type<unknown>(),
    createdBy: uuid("created_by").references(() => accounts.id),
    createdAt: now("created_at"),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.number] })],
);
