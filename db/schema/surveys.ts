import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { Answers, Questionnaire, ResponseRate, Tabulation } from "#app/domain/survey/index.ts";
import { accounts } from "./accounts.ts";
import { id, instant, now } from "./columns.ts";

export const surveyState = pgEnum("survey_state", ["preparing", "open", "closed"]);

/** A survey: its questionnaire is fixed once it has opened. `closesOn` is the deadline printed in the letter. */
export const surveys = pgTable("surveys", {
  id: id(),
  slug: text("slug").notNull().unique(),
  title: text("title").notNull(),
  questionnaire: jsonb("questionnaire").$type<Questionnaire>().notNull(),
  state: surveyState("state").notNull().default("preparing"),
  closesOn: date("closes_on", { mode: "string" }),
  isSample: boolean("is_sample").notNull().default(false),
  isSimulated: boolean("is_simulated").notNull().default(false),
  createdBy: uuid("created_by").references(() => accounts.id),
  createdAt: now("created_at"),
  openedAt: instant("opened_at"),
  closedAt: instant("closed_at"),
});

/** The roster (名簿): whom the survey asks, with the strata the response rate is shown by. */
export const firms = pgTable(
  "firms",
  {
    id: id(),
    surveyId: uuid("survey_id")
      .notNull()
      .references(() => surveys.id),
    number: text("number").notNull(),
    name: text("name").notNull(),
    corporateNumber: text("corporate_number"),
    postalCode: text("postal_code").notNull(),
    address: text("address").notNull(),
    sector: text("sector").notNull(),
    size: text("size").notNull(),
    region: text("region").notNull(),
    grade: text("grade").notNull(),
    tier: text("tier").notNull(),
  },
  (table) => [unique("firms_number").on(table.surveyId, table.number)],
);

/** One code a firm; only its keyed hash is stored. `answeredOn` is a date, so no answer can be matched by time. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    surveyId: uuid("survey_id")
      .notNull()
      .references(() => surveys.id),
    firmId: uuid("firm_id")
      .notNull()
      .references(() => firms.id),
    codeHash: text("code_hash").notNull().unique(),
    issuedAt: now("issued_at"),
    answeredOn: date("answered_on", { mode: "string" }),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    index("invitations_survey").on(table.surveyId),
    index("invitations_firm").on(table.firmId),
  ],
);

/** A firm's coarse attributes, copied into its answer; the answer holds no firm. */
export interface Strata {
  sector: string;
  size: string;
  region: string;
  grade: string;
  tier: string;
}

/**
 * Finished answers. There is no column that leads to a firm and none that holds a time.
 * `submissionId` is made when the form is opened: posting it twice stores one answer.
 */
export const responses = pgTable(
  "responses",
  {
    id: id(),
    surveyId: uuid("survey_id")
      .notNull()
      .references(() => surveys.id),
    submissionId: uuid("submission_id").notNull().unique(),
    receiptNumber: text("receipt_number").notNull().unique(),
    answers: jsonb("answers").$type<Answers>().notNull(),
    strata: jsonb("strata").$type<Strata>().notNull(),
  },
  (table) => [index("responses_survey").on(table.surveyId)],
);

/** A release (集計版) of a survey's tables. Immutable. */
export const releases = pgTable(
  "releases",
  {
    id: id(),
    surveyId: uuid("survey_id")
      .notNull()
      .references(() => surveys.id),
    number: integer("number").notNull(),
    label: text("label").notNull(),
    tabulation: jsonb("tabulation").$type<Tabulation>().notNull(),
    responseRate: jsonb("response_rate").$type<ResponseRate>().notNull(),
    sha256: text("sha256").notNull(),
    createdBy: uuid("created_by").references(() => accounts.id),
    releasedAt: now("released_at"),
  },
  (table) => [unique("releases_number").on(table.surveyId, table.number)],
);
