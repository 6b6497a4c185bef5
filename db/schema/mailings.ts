import { index, integer, jsonb, pgEnum, pgTable, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { id, now } from "./columns.ts";
import { surveys } from "./surveys.ts";

/** 依頼状, 再発行, 督促状. */
export const mailingKind = pgEnum("mailing_kind", ["invitation", "reissue", "reminder"]);

/** Letters that were made in one go: how many, and of which strata. Never whom. */
export const mailings = pgTable(
  "mailings",
  {
    id: id(),
    surveyId: uuid("survey_id")
      .notNull()
      .references(() => surveys.id),
    kind: mailingKind("kind").notNull(),
    firms: integer("firms").notNull(),
    /** By stratum, the categories that were chosen; empty for all. */
    filter: jsonb("filter").$type<Record<string, readonly string[]>>().notNull().default({}),
    createdBy: uuid("created_by").references(() => accounts.id),
    createdAt: now("created_at"),
  },
  (table) => [index("mailings_survey").on(table.surveyId)],
);
