import { sql } from "drizzle-orm";
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Strata } from "#app/domain/survey/index.ts";
import { id, instant, now } from "./columns.ts";
import { surveys } from "./surveys.ts";

/** The roster (名簿): whom the survey asks, with the strata the response rate is shown by. */
export const firms = pgTable(
  "firms",
  {
    id: id(),
    surveyId: uuid("survey_id")
      .notNull()
      .references(() => surveys.id),
    /** 0 … n-1 within the survey: the firm's bit in the bitmaps of `survey_progress`. */
    ordinal: integer("ordinal").notNull(),
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
    /** The merged strata that an anonymous answer carries; set when the survey opens. */
    coarse: jsonb("coarse").$type<Strata>(),
    /** The day on which the letter came back, and why (宛先不明 …). */
    returnedOn: date("returned_on", { mode: "string" }),
    returnedReason: text("returned_reason"),
    remindedOn: date("reminded_on", { mode: "string" }),
  },
  (table) => [
    unique("firms_number").on(table.surveyId, table.number),
    unique("firms_ordinal").on(table.surveyId, table.ordinal),
  ],
);

/**
 * One code a firm; only its keyed hash is stored. Whether it is spent stands in `survey_progress`:
 * answering leaves no trace here, neither a time nor an order.
 */
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
    revokedAt: instant("revoked_at"),
    revokedReason: text("revoked_reason"),
  },
  (table) => [
    index("invitations_survey").on(table.surveyId),
    index("invitations_firm").on(table.firmId),
    uniqueIndex("invitations_one_live").on(table.firmId).where(sql`revoked_at is null`),
  ],
);
