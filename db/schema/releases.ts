import { integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { ResponseRate, Tabulation } from "#app/domain/survey/index.ts";
import { accounts } from "./accounts.ts";
import { id, now } from "./columns.ts";
import { surveys } from "./surveys.ts";

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
