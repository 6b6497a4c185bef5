import { daysAfter, daysBetween } from "../../japan/days.ts";
import { percentOf } from "./percent.ts";

/** What came on one day of a survey, and the response rate (AAPOR RR1) at its end. */
export interface DayOfResponses {
  /** "YYYY-MM-DD", Asia/Tokyo. */
  date: string;
  count: number;
  /** Of all days up to this one. */
  total: number;
  /** `total` in percent of the eligible firms; null when there are none. */
  percent: number | null;
}

/** Longer surveys are shown from the day on that is this many days before the last. */
export const mostDays = 366;

/**
 * The answers day by day, days without any included, from `from` (the opening) to `to` (today, or
 * the close), or to the last answer where that came later. `days` counts answers by date.
 */
export function responsesByDay(
  days: Readonly<Record<string, number>>,
  { from, to, eligible }: { from: string; to: string; eligible: number },
): DayOfResponses[] {
  const counted = Object.keys(days).sort();
  const first = min(from, counted[0] ?? from);
  const last = max(max(from, to), counted.at(-1) ?? to);
  const shown: DayOfResponses[] = [];
  let total = 0;
  for (let date = first; date <= last; date = daysAfter(date, 1)) {
    const count = days[date] ?? 0;
    total += count;
    if (daysBetween(date, last) >= mostDays) continue;
    shown.push({ date, count, total, percent: percentOf(total, eligible) });
  }
  return shown;
}

const min = (a: string, b: string) => (a < b ? a : b);
const max = (a: string, b: string) => (a > b ? a : b);
