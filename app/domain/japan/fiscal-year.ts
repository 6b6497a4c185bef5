import { dateParts } from "./civil-date.ts";
import { eraOf } from "./era.ts";

/** A fiscal year (年度), April to March; `year` is the Gregorian year of its April. */
export interface FiscalYear {
  year: number;
  label: string;
}

/**
 * The fiscal year of a civil date "YYYY-MM-DD" or a month "YYYY-MM": R9.2 lies in 「令和8年度」.
 * A year in which the era changed goes by the newer era (2019 is 「令和元年度」).
 */
export function fiscalYear(dateOrMonth: string): FiscalYear {
  const { year, month } = dateParts(dateOrMonth.length === 7 ? `${dateOrMonth}-01` : dateOrMonth);
  const start = month >= 4 ? year : year - 1;
  const { era, year: eraYear } = eraOf(`${start}-10-01`);
  return { year: start, label: `${era.name}${eraYear === 1 ? "元" : eraYear}年度` };
}
