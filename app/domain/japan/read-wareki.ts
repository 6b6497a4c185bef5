import type { Checked } from "../problem.ts";
import { joinDate } from "./civil-date.ts";
import { weekday } from "./civil-time.ts";
import { eraCalled, eraOf } from "./era.ts";

const forms =
  /^(?:(?<era>明治|大正|昭和|平成|令和|[MTSHR])\s*(?<eraYear>元|\d{1,2})|(?<year>\d{4}))(?:年|[-./])(?<month>\d{1,2})(?:月|[-./])(?<day>\d{1,2})日?(?:\((?<weekday>[日月火水木金土])(?:曜日?)?\))?$/iu;

/**
 * Reads a date as people write it to "YYYY-MM-DD": 「令和8年7月22日（水）」, 「R8.7.22」, 「2026-07-22」,
 * 「2026年7月22日」, in full or half width. A date that is not in the calendar or lies outside its
 * era, or a day of the week that does not fit, is a problem.
 */
export function readWareki(text: string): Checked<string> {
  const groups = forms.exec(text.normalize("NFKC").replace(/\s+/gu, ""))?.groups;
  if (!groups) {
    return wrong(
      text,
      "「令和8年7月22日」「R8.7.22」「2026-07-22」のいずれかの形で書いてください。",
    );
  }
  const era = groups.era === undefined ? undefined : eraCalled(groups.era);
  const year =
    era === undefined
      ? Number(groups.year)
      : era.zero + (groups.eraYear === "元" ? 1 : Number(groups.eraYear));
  const date = joinDate(year, Number(groups.month), Number(groups.day));
  if (date === undefined) return wrong(text, "暦にない日付です。月と日を確かめてください。");
  if (era && (date < era.since || eraOf(date).era !== era)) {
    return wrong(text, `${era.name}の期間にない日付です。元号と年を確かめてください。`);
  }
  if (groups.weekday !== undefined && groups.weekday !== weekday(date)) {
    return wrong(text, `この日は${weekday(date)}曜日です。日付か曜日を直してください。`);
  }
  return { ok: true, value: date };
}

function wrong(text: string, advice: string): Checked<string> {
  const shown = text.length > 30 ? `${text.slice(0, 30)}…` : text;
  return { ok: false, problems: [{ message: `日付「${shown}」を読み取れません。${advice}` }] };
}
