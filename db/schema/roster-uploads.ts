import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Coding } from "#app/domain/survey/roster/coding.ts";
import type { Matching } from "#app/domain/survey/roster/columns.ts";
import type { RosterFileFacts } from "#app/domain/survey/roster/roster-file.ts";
import { accounts } from "./accounts.ts";
import { bytea, id, now } from "./columns.ts";
import { surveys } from "./surveys.ts";

/**
 * A roster's file between its upload and the confirmation, with what the clerk decided about it.
 * Gone once it has been imported, and after a day.
 */
export const rosterUploads = pgTable(
  "roster_uploads",
  {
    id: id(),
    surveyId: uuid("survey_id")
      .notNull()
      .references(() => surveys.id),
    fileName: text("file_name").notNull(),
    /** As it was uploaded, so that another sheet of it can be read. */
    file: bytea("file").notNull(),
    /** The rows of the sheet that was read (`SheetRow[]`), as gzipped JSON. */
    rows: bytea("rows").notNull(),
    facts: jsonb("facts").$type<RosterFileFacts>().notNull(),
    matching: jsonb("matching").$type<Matching>().notNull(),
    coding: jsonb("coding").$type<Coding>().notNull(),
    createdBy: uuid("created_by").references(() => accounts.id),
    createdAt: now("created_at"),
  },
  (table) => [index("roster_uploads_survey").on(table.surveyId)],
);
