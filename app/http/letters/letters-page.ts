import { civilDate } from "#app/domain/japan/index.ts";
import {
  defaultLetterText,
  filterInWords,
  type StratumFilter,
} from "#app/domain/survey/letters/index.ts";
import { stratumAxes } from "#app/domain/survey/strata/strata.ts";
import { byCode } from "#app/domain/survey/strata/stratum-codes.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Survey } from "#db/queries/surveys/index.ts";
import { mailingAddressees } from "#db/queries/surveys/mailing-addressees.ts";
import { type LetterCounts, letterCounts, listMailings } from "#db/queries/surveys/mailing-list.ts";
import { firmForLetter, returnedFirms } from "#db/queries/surveys/returned-mail.ts";
import type { RequestContext } from "../context.ts";
import { firmCautions } from "./letter-cautions.ts";
import { letterJobs } from "./letter-jobs.ts";
import { type MailingOrder, mailingFields } from "./mailing-order.ts";
import { lettersAtMost } from "./make-letters.ts";

/** What the page of letters shows at first: whom letters could go to, what came back, what was sent. */
export async function lettersOverview({ db }: RequestContext, viewer: Viewer, survey: Survey) {
  const [counts, returned, mailings] = await Promise.all([
    letterCounts(db, viewer, survey.id),
    returnedFirms(db, viewer, survey.id),
    listMailings(db, viewer, survey.id),
  ]);
  return {
    letterText: survey.letterText || defaultLetterText(),
    contact: survey.contact,
    today: civilDate(new Date()),
    counts: {
      withoutCode: total(counts, "withoutCode"),
      unanswered: total(counts, "unanswered"),
    },
    strata: stratumAxes.map(({ axis, label }) => ({
      axis,
      label,
      categories: [...new Set(counts.map((row) => row[axis]))]
        .sort(byCode(axis))
        .map((category) => {
          const rows = counts.filter((row) => row[axis] === category);
          return {
            category,
            withoutCode: total(rows, "withoutCode"),
            unanswered: total(rows, "unanswered"),
          };
        }),
    })),
    returned,
    mailings: mailings.map((mailing) => ({
      ...mailing,
      to: filterInWords(mailing.filter),
      job: letterJobs.find(survey.id, mailing.id) ? mailing.id : undefined,
    })),
    jobs: letterJobs
      .of(survey.id)
      .filter(({ state }) => state.at === "laying-out")
      .map(({ id }) => id),
  };
}

const total = (rows: readonly LetterCounts[], what: "withoutCode" | "unanswered") =>
  rows.reduce((sum, row) => sum + row[what], 0);

/** How many firms' faults are listed at most. */
const cautionsShown = 100;

/** What stands before letters are made: how many, to whom, what to know of single firms. */
export async function lettersToConfirm(
  { db }: RequestContext,
  viewer: Viewer,
  survey: Survey,
  order: MailingOrder,
) {
  const { kind, withCodes, selection } = order;
  const addressees = await mailingAddressees(db, viewer, survey.id, selection);
  const firms = addressees.found ? addressees.firms : [];
  const cautions = firmCautions(firms);
  const one =
    selection.of === "firm"
      ? await firmForLetter(db, viewer, survey.id, selection.number)
      : undefined;
  return {
    kind,
    withCodes,
    withoutContact: survey.contact.trim() === "",
    /** Codes that die when these letters are made. */
    dying: withCodes ? firms.filter(({ invitationId }) => invitationId !== null).length : 0,
    fields: mailingFields(order),
    to: toInWords(order, "filter" in selection ? selection.filter : {}),
    firms: firms.length,
    tooMany: firms.length > lettersAtMost,
    why: addressees.found ? undefined : addressees.why,
    one,
    cautions: cautions.slice(0, cautionsShown),
    cautionCount: cautions.length,
  };
}

function toInWords({ selection }: MailingOrder, filter: StratumFilter): string {
  switch (selection.of) {
    case "firm":
      return `事業者番号 ${selection.number}`;
    case "mailing":
      return "前に作った手紙の送り先のうち、まだ回答のない事業者";
    case "without-code":
      return `コードのない事業者（${filterInWords(filter)}）`;
    case "unanswered":
      return `まだ回答のない事業者（${filterInWords(filter)}）`;
  }
}
