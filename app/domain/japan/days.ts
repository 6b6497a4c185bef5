import { dateParts } from "./civil-date.ts";

const dayInMilliseconds = 86_400_000;

/** How many days `to` is after `from`, both "YYYY-MM-DD"; negative when it is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnight(to) - midnight(from)) / dayInMilliseconds);
}

/** The civil date `days` after a date. */
export function daysAfter(date: string, days: number): string {
  return new Date(midnight(date) + days * dayInMilliseconds).toISOString().slice(0, 10);
}

function midnight(date: string): number {
  const { year, month, day } = dateParts(date);
  return Date.UTC(year, month - 1, day);
}
