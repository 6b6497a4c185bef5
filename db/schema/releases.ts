import {
  date,
  doublePrecision,
  integer,
  json,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { StoredProtection } from "#app/domain/survey/release/protection.ts";
import type {
  PublishedCrossing,
  PublishedRelease,
  ReleaseLabel,
} from "#app/domain/survey/release/published.ts";
import { accounts } from "./accounts.ts";
import { bytea, id, now } from "./columns.ts";
import { surveys } from "./surveys.ts";

/**
 * A release (集計版) of a survey's tables. Immutable. What lists say of it stands in columns of its
 * own, and its crossings apart, so that no page reads more of it than it shows.
 */
export const releases = pgTable(
  "releases",
  {
    id: id(),
    surveyId: uuid("survey_id")
      .notNull()
      .references(() => surveys.id),
    number: integer("number").notNull(),
    label: text("label").$type<ReleaseLabel>().notNull(),
    /** Answers received by the end of this day are counted. */
    cutOff: date("cut_off", { mode: "string" }).notNull(),
    /** Edition of the questionnaire by which it was counted. */
    edition: integer("edition").notNull(),
    responses: integer("responses").notNull(),
    /** Firms asked. */
    invited: integer("invited").notNull(),
    /** AAPOR RR1, one decimal; null when nobody was eligible. */
    responseRatePercent: doublePrecision("response_rate_percent"),
    published: jsonb("published").$type<PublishedRelease>().notNull(),
    /** Tables of one variable by another, by "q5|q7": rows, then columns. */
    crossings: jsonb("crossings").$type<Record<string, PublishedCrossing>>().notNull(),
    /** Of the canonical JSON of what is published, crossings included. */
    sha256: text("sha256").notNull(),
    createdBy: uuid("created_by").references(() => accounts.id),
    releasedAt: now("released_at"),
  },
  (table) => [unique("releases_number").on(table.surveyId, table.number)],
);

/**
 * What the next release of the same survey begins with: the exact counts, to which new answers are
 * added, and how the cells were protected. Nothing of it is published.
 */
export const releaseCounts = pgTable("release_counts", {
  releaseId: uuid("release_id")
    .primaryKey()
    .references(() => releases.id),
  /** Hash of what was counted and how; counts of another layout cannot be added to. */
  layout: text("layout").notNull(),
  /** Answers counted: those whose place in the survey is below this number. */
  counted: integer("counted").notNull(),
  counts: bytea("counts").notNull(),
  /** Not as jsonb, which would put its keys into another order. */
  protection: json("protection").$type<StoredProtection>().notNull(),
});
