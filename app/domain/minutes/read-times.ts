import { readWareki } from "../japan/read-wareki.ts";
import type { Checked } from "../problem.ts";

/** When a meeting was held: civil date "YYYY-MM-DD", times "HH:MM". */
export interface MeetingTimes {
  date: string;
  startsAt: string;
  endsAt: string;
}

const clockForm = String.raw`(?:(午前|午後)\s*)?(\d{1,2})(?::(\d{2})|時(?:(\d{1,2})分|(半))?)`;
const form = new RegExp(
  `^(.+?)\\s*${clockForm}\\s*(?:[-~‐–—―−〜ー]|から)\\s*${clockForm}\\s*(?:まで)?$`,
  "u",
);

/**
 * Reads 日時: 「2026-07-22 14:00-16:05」, 「令和8年7月22日（水）午後2時から午後4時5分まで」.
 * A bad date, a time that no clock shows and an end before the start are problems.
 */
export function readMeetingTimes(text: string): Checked<MeetingTimes> {
  const match = form.exec(text.normalize("NFKC"));
  if (!match)
    return wrong("日時は「2026-07-22 14:00-16:05」の形（日付、開始、終了）で書いてください。");
  const date = readWareki(match[1] ?? "");
  if (!date.ok) return date;
  const startsAt = clock(match.slice(2, 7));
  const endsAt = clock(match.slice(7, 12));
  if (startsAt === undefined || endsAt === undefined) {
    return wrong("時刻は 0:00 から 23:59 まで、または「午後2時5分」の形で書いてください。");
  }
  if (endsAt <= startsAt) {
    return wrong("終了の時刻は開始より後にしてください。午前と午後も確かめてください。");
  }
  return { ok: true, value: { date: date.value, startsAt, endsAt } };
}

function clock(parts: (string | undefined)[]): string | undefined {
  const [half, hourText, colonMinute, wordMinute, isHalf] = parts;
  const hour = Number(hourText) + (half === "午後" ? 12 : 0);
  const minute = Number(colonMinute ?? wordMinute ?? (isHalf ? 30 : 0));
  if ((half !== undefined && Number(hourText) > 12) || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function wrong(message: string): Checked<MeetingTimes> {
  return { ok: false, problems: [{ message }] };
}
