import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { GoalSheet } from "#app/domain/goal-sheet/index.ts";
import { accounts } from "./accounts.ts";
import { id, now } from "./columns.ts";

/** The department's goal sheet; a change is a new version with its reason. Append-only. */
export const goalSheets = pgTable("goal_sheets", {
  id: id(),
  version: integer("version").notNull().unique(),
  source: text("source").notNull(),
  parsed: jsonb("parsed").$type<GoalSheet>().notNull(),
  reason: text("reason").notNull(),
  createdBy: uuid("created_by").references(() => accounts.id),
  createdAt: now("created_at"),
});
