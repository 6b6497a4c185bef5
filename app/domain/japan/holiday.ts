import { holidays } from "@holiday-jp/holiday_jp";
import { dateParts } from "./civil-date.ts";
import { weekday } from "./civil-time.ts";

/**
 * Why a city office is shut on a civil date "YYYY-MM-DD": 「土曜日」, the name of a national holiday
 * (国民の祝日に関する法律), or 「年末年始の休み」 (12月29日 to 1月3日, as 地方自治法第4条の2 has it);
 * undefined on a day it is open. Holidays beyond the library's table (2050) are not known.
 */
export function officeHoliday(date: string): string | undefined {
  const { month, day } = dateParts(date);
  const national = Object.hasOwn(holidays, date) ? holidays[date]?.name : undefined;
  if (national !== undefined) return `祝日（${national}）`;
  if ((month === 12 && day >= 29) || (month === 1 && day <= 3)) return "年末年始の休み";
  const name = weekday(date);
  return name === "土" || name === "日" ? `${name}曜日` : undefined;
}
