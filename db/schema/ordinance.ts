import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { AlignmentDecision, Ordinance, ProvisionKind } from "#app/domain/ordinance/index.ts";
import { accounts } from "./accounts.ts";
import { id, instant, now } from "./columns.ts";
import { audience } from "./record.ts";

/**
 * A version of the draft ordinance. `audience` is `secretariat` while it is prepared, then
 * `members`, then `public`; from the first publication its text and identities are fixed.
 * `decisions` are people's corrections of the proposed alignment with the version before.
 */
export const draftVersions = pgTable("draft_versions", {
  id: id(),
  number: integer("number").notNull().unique(),
  label: text("label").notNull(),
  note: text("note").notNull(),
  source: text("source").notNull(),
  parsed: jsonb("parsed").$type<Ordinance>().notNull(),
  previousId: uuid("previous_id"),
  decisions: jsonb("decisions").$type<AlignmentDecision[]>().notNull().default([]),
  audience: audience("audience").notNull().default("secretariat"),
  isSample: boolean("is_sample").notNull().default(false),
  createdBy: uuid("created_by").references(() => accounts.id),
  createdAt: now("created_at"),
  toMembersAt: instant("to_members_at"),
  publishedAt: instant("published_at"),
});

/** The identity of a provision: it outlives renumbering. `number` is its short public name. */
export const provisions = pgTable("provisions", {
  id: id(),
  number: integer("number").generatedAlwaysAsIdentity().notNull().unique(),
  kind: text("kind").$type<ProvisionKind>().notNull(),
});

/** A provision as one version has it: its place, its label and its own words. */
export const versionProvisions = pgTable(
  "version_provisions",
  {
    versionId: uuid("version_id")
      .notNull()
      .references(() => draftVersions.id, { onDelete: "cascade" }),
    provisionId: uuid("provision_id")
      .notNull()
      .references(() => provisions.id),
    ordinal: integer("ordinal").notNull(),
    path: text("path").notNull(),
    parentPath: text("parent_path"),
    label: text("label").notNull(),
    fullLabel: text("full_label").notNull(),
    caption: text("caption"),
    text: text("text").notNull(),
    anchor: text("anchor").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.provisionId] }),
    unique("version_provisions_path").on(table.versionId, table.path),
    index("version_provisions_identity").on(table.provisionId),
  ],
);
