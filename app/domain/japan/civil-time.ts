import { dateParts } from "./civil-date.ts";

const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Tokyo",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** The date in Japan at an instant, "YYYY-MM-DD", whatever the time zone of the machine. */
export function civilDate(instant: Date): string {
  const part = tokyo(instant);
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** The time of day in Japan at an instant, "HH:MM" from 00:00 to 23:59. */
export function clock(instant: Date): string {
  const part = tokyo(instant);
  return `${part("hour")}:${part("minute")}`;
}

/** The day of the week of a civil date "YYYY-MM-DD": 「水」. */
export function weekday(date: string): string {
  const { year, month, day } = dateParts(date);
  return "日月火水木金土".charAt(new Date(Date.UTC(year, month - 1, day)).getUTCDay());
}

/** A time "HH:MM" as minutes print it: 「午後2時5分」, 「午前10時」; noon is 「正午」. */
export function clockWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  if (hour === 12 && minute === 0) return "正午";
  const words = `${hour < 12 ? "午前" : "午後"}${hour % 12}時`;
  return minute === 0 ? words : `${words}${minute}分`;
}

function tokyo(instant: Date): (type: Intl.DateTimeFormatPartTypes) => string {
  const list = parts.formatToParts(instant);
  return (type) => list.find((part) => part.type === type)?.value ?? "";
}
