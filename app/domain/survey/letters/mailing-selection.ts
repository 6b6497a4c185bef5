import { type StratumAxis, stratumAxes } from "../strata/strata.ts";

/** By stratum, the categories chosen; an axis without an entry is not narrowed. */
export type StratumFilter = Partial<Record<StratumAxis, readonly string[]>>;

/** Whom a mailing goes to. */
export type MailingSelection =
  /** Firms that have no live code. */
  | { of: "without-code"; filter: StratumFilter }
  /** Firms that have a code and have not answered. */
  | { of: "unanswered"; filter: StratumFilter }
  /** Those of an earlier mailing that have not answered, when its file was lost. */
  | { of: "mailing"; mailingId: string }
  /** One firm, whose address may be corrected with it. */
  | { of: "firm"; number: string; correction?: AddressCorrection };

/** Where the firm really is. */
export interface AddressCorrection {
  name: string;
  postalCode: string;
  address: string;
}

/** A filter out of a form's fields: one list of categories for each axis. */
export function stratumFilter(chosen: (axis: StratumAxis) => readonly string[]): StratumFilter {
  const filter: StratumFilter = {};
  for (const { axis } of stratumAxes) {
    const categories = [...new Set(chosen(axis))];
    if (categories.length > 0) filter[axis] = categories;
  }
  return filter;
}

/** A filter in words: 「業種：工事、委託／規模：小」; 「全体」 when nothing is narrowed. */
export function filterInWords(filter: StratumFilter): string {
  const words = stratumAxes.flatMap(({ axis, label }) => {
    const categories = filter[axis];
    return categories === undefined ? [] : [`${label}：${categories.join("、")}`];
  });
  return words.join("／") || "全体";
}
