/** The parts of a civil date; month and day count from 1. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
}

/**
 * Splits "YYYY-MM-DD". Undefined when the text has another form or names no day of the calendar
 * (2026-02-30).
 */
export function datePartsOf(text: string): DateParts | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return daysIn(parts.year, parts.month) >= parts.day && parts.day >= 1 ? parts : undefined;
}

/** Whether a text is a civil date "YYYY-MM-DD" that exists. */
export function isCivilDate(text: string): boolean {
  return datePartsOf(text) !== undefined;
}

/** The parts of a date known to be good. Throws RangeError for anything else: that is a bug. */
export function dateParts(date: string): DateParts {
  const parts = datePartsOf(date);
  if (!parts) throw new RangeError(`not a civil date: ${date}`);
  return parts;
}

/** Joins year, month and day to "YYYY-MM-DD"; undefined when there is no such day. */
export function joinDate(year: number, month: number, day: number): string | undefined {
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return isCivilDate(date) ? date : undefined;
}

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
