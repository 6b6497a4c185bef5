import { and, asc, eq, inArray, isNotNull, isNull, not, type SQL } from "drizzle-orm";
import type { MailingSelection, StratumFilter } from "#app/domain/survey/letters/index.ts";
import { stratumAxes } from "#app/domain/survey/strata/strata.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { firms, invitations, mailings, surveyProgress } from "#db/schema/index.ts";
import { hasAnswered } from "./spent.ts";

/** A firm that a letter goes to, and the live invitation that it had when it was looked up. */
export interface MailingFirm {
  firmId: string;
  number: string;
  name: string;
  postalCode: string;
  address: string;
  invitationId: string | null;
}

/** Whom a mailing goes to, or why it goes to nobody. */
export type MailingAddressees =
  | { found: true; firms: MailingFirm[] }
  | { found: false; why: "nobody" | "unknown-firm" | "answered" };

/**
 * The firms of a selection in the order of the roster. Firms that have answered get no letter, and
 * those whose letter came back only one of their own, where the address can be corrected. What a
 * firm has answered is not looked at.
 */
export async function mailingAddressees(
  db: Database,
  viewer: Viewer,
  surveyId: string,
  selection: MailingSelection,
): Promise<MailingAddressees> {
  if (viewer.kind !== "secretariat") return { found: false, why: "nobody" };
  const rows = await db
    .select({
      firmId: firms.id,
      number: firms.number,
      name: firms.name,
      postalCode: firms.postalCode,
      address: firms.address,
      invitationId: invitations.id,
      answered: hasAnswered,
    })
    .from(firms)
    .leftJoin(surveyProgress, eq(surveyProgress.surveyId, firms.surveyId))
    .leftJoin(invitations, and(eq(invitations.firmId, firms.id), isNull(invitations.revokedAt)))
    .where(and(eq(firms.surveyId, surveyId), ...conditions(db, surveyId, selection)))
    .orderBy(asc(firms.number));
  const one = selection.of === "firm";
  const [first] = rows;
  if (!first) return { found: false, why: one ? "unknown-firm" : "nobody" };
  if (one && first.answered) return { found: false, why: "answered" };
  const correction = one ? selection.correction : undefined;
  return {
    found: true,
    firms: rows.map(({ answered: _, ...firm }) => ({ ...firm, ...correction })),
  };
}

function conditions(db: Database, surveyId: string, selection: MailingSelection): SQL[] {
  const reachable = [not(hasAnswered), isNull(firms.returnedOn)];
  switch (selection.of) {
    case "without-code":
      return [...reachable, isNull(invitations.id), ...within(selection.filter)];
    case "unanswered":
      return [...reachable, isNotNull(invitations.id), ...within(selection.filter)];
    case "mailing":
      return [
        ...reachable,
        inArray(
          invitations.issuedAt,
          db
            .select({ at: mailings.createdAt })
            .from(mailings)
            .where(and(eq(mailings.id, selection.mailingId), eq(mailings.surveyId, surveyId))),
        ),
      ];
    case "firm":
      return [eq(firms.number, selection.number)];
  }
}

function within(filter: StratumFilter): SQL[] {
  return stratumAxes.flatMap(({ axis }) => {
    const categories = filter[axis];
    return categories === undefined ? [] : [inArray(firms[axis], [...categories])];
  });
}
