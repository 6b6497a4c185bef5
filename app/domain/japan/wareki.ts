import { dateParts } from "./civil-date.ts";
import { eraOf } from "./era.ts";

/** A civil date "YYYY-MM-DD" in words: 「令和8年7月22日」; an era's first year is 「元年」. */
export function wareki(date: string): string {
  const { month, day } = dateParts(date);
  return `${eraYear(date)}年${month}月${day}日`;
}

/** A civil date in short: 「R8.7.22」. An era's first year is 1. */
export function warekiShort(date: string): string {
  const { month, day } = dateParts(date);
  const { era, year } = eraOf(date);
  return `${era.letter}${year}.${month}.${day}`;
}

/** A month "YYYY-MM" in words: 「令和9年2月」; the era is that of the month's first day. */
export function warekiMonth(month: string): string {
  const first = `${month}-01`;
  return `${eraYear(first)}年${dateParts(first).month}月`;
}

/** A month "YYYY-MM" in short: 「R9.2」. */
export function warekiMonthShort(month: string): string {
  const first = `${month}-01`;
  const { era, year } = eraOf(first);
  return `${era.letter}${year}.${dateParts(first).month}`;
}

function eraYear(date: string): string {
  const { era, year } = eraOf(date);
  return `${era.name}${year === 1 ? "元" : year}`;
}
