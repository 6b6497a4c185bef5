import holidayTable from "@holiday-jp/holiday_jp";
import { dateParts } from "./civil-date.ts";
import { weekday } from "./civil-time.ts";

const nationalHolidays: Record<string, { name: string } | undefined> = holidayTable.holidays;

/**
 * Why a city office is shut on a civil date "YYYY-MM-DD": 「土曜日」, 「祝日（文化の日）」
 * (国民の祝日に関する法律), or 「年末年始の休み」 (12月29日 to 1月3日, as ordinances under
 * 地方自治法第4条の2 usually have it); undefined on a day it is open. The library knows the holidays
 * of 1970 to 2050.
 */
export function officeHoliday(date: string): string | undefined {
  const { month, day } = dateParts(date);
  const national = nationalHolidays[date];
  if (national) return `祝日（${national.name}）`;
  if ((month === 12 && day >= 29) || (month === 1 && day <= 3)) return "年末年始の休み";
  const name = weekday(date);
  return name === "土" || name === "日" ? `${name}曜日` : undefined;
}
