import { index, pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { id, instant, now } from "./columns.ts";

export const accountRole = pgEnum("account_role", ["member", "secretariat"]);

/** People who sign in. `name` is a role name such as 委員A; an account is disabled, never removed. */
export const accounts = pgTable("accounts", {
  id: id(),
  login: text("login").notNull().unique(),
  name: text("name").notNull(),
  role: accountRole("role").notNull(),
  passwordHash: text("password_hash").notNull(),
  createdAt: now("created_at"),
  disabledAt: instant("disabled_at"),
});

/** Sign-ins that last; the cookie holds the token, the table only its SHA-256. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    createdAt: now("created_at"),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("sessions_account").on(table.accountId)],
);
