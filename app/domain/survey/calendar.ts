import { daysAfter, daysBetween, officeHoliday, wareki, weekday } from "../japan/index.ts";
import type { Problem } from "../problem.ts";
import type { SurveyState } from "./admission.ts";

/** The dates of a survey, "YYYY-MM-DD" in Japan; null where none is set. */
export interface SurveyDates {
  /** The day on which a survey that is ready opens by itself; null: it is opened by hand. */
  opensOn: string | null;
  /** The day on which reminders are to go out. */
  remindsOn: string | null;
  /** The deadline: the last day on which answers are taken. */
  closesOn: string | null;
}

/** How long firms should have, from the opening to the deadline, in days. */
const daysToAnswer = 14;
/** How long a reminder needs before the deadline: the post takes two days, the firm the rest. */
const daysToRemind = 5;

/**
 * How long after the deadline a survey stays open for paper: what has come in time by post is keyed
 * in twice, by two people. The web is shut from the deadline on; the secretariat may close earlier.
 */
export const daysForPaper = 7;

/** The last day before the calendar closes a survey by itself. */
export function paperUntil(closesOn: string): string {
  return daysAfter(closesOn, daysForPaper);
}

/** Whether a deadline is over on a day in Japan; the deadline's own day still counts. */
export function deadlinePassed(closesOn: string | null | undefined, today: string): boolean {
  return typeof closesOn === "string" && closesOn < today;
}

/** Where a survey stands for those who answer: closed from the deadline on, though paper is still keyed in. */
export function stateForFirms(
  { state, closesOn }: { state: SurveyState; closesOn: string | null },
  today: string,
): SurveyState {
  return state === "open" && deadlinePassed(closesOn, today) ? "closed" : state;
}

/** What the calendar does to a survey on a day: opens it, closes it once paper is in, or nothing. */
export function dueStep(
  survey: { state: SurveyState; ready: boolean } & Pick<SurveyDates, "opensOn" | "closesOn">,
  today: string,
): "open" | "close" | null {
  const { state, ready, opensOn, closesOn } = survey;
  if (state === "open") {
    return closesOn !== null && deadlinePassed(paperUntil(closesOn), today) ? "close" : null;
  }
  if (state !== "preparing" || opensOn === null || opensOn > today) return null;
  // A survey whose deadline is over would open for nobody.
  return ready && closesOn !== null && !deadlinePassed(closesOn, today) ? "open" : null;
}

/** One line of the calendar as the desk shows it. */
export interface CalendarEntry {
  what: "open" | "remind" | "close";
  on: string | null;
  /** Days from today; negative when it is past. */
  inDays: number | null;
  done: boolean;
}

/**
 * The calendar of a survey in order, with what is done.
 *
 * @param remindedOn the day of the last reminder, if any was sent
 */
export function calendarEntries(
  survey: { state: SurveyState; remindedOn: string | null } & SurveyDates,
  today: string,
): CalendarEntry[] {
  const entry = (what: CalendarEntry["what"], on: string | null, done: boolean): CalendarEntry => ({
    what,
    on,
    inDays: on === null ? null : daysBetween(today, on),
    done,
  });
  return [
    entry("open", survey.opensOn, survey.state !== "preparing"),
    entry("remind", survey.remindsOn, survey.remindedOn !== null),
    entry("close", survey.closesOn, survey.state === "closed"),
  ];
}

/** What is wrong with the dates of a survey in preparation: they must be in order. */
export function calendarProblems({ opensOn, remindsOn, closesOn }: SurveyDates): Problem[] {
  const problems: Problem[] = [];
  if (opensOn !== null && closesOn !== null && opensOn > closesOn) {
    const message = "受付を始める日が締切日より後です。締切日より前の日にしてください。";
    problems.push({ message, field: "opensOn" });
  }
  if (remindsOn !== null && closesOn !== null && remindsOn >= closesOn) {
    const message = "督促の日が締切日より前ではありません。締切日より前の日にしてください。";
    problems.push({ message, field: "remindsOn" });
  }
  if (remindsOn !== null && opensOn !== null && remindsOn <= opensOn) {
    const message = "督促の日が受付を始める日より後ではありません。後の日にしてください。";
    problems.push({ message, field: "remindsOn" });
  }
  return problems;
}

/** What to think about again (注意): nothing here keeps a survey from being opened. */
export function calendarCautions(
  { opensOn, remindsOn, closesOn }: SurveyDates,
  { state, today }: { state: SurveyState; today: string },
): string[] {
  if (state === "closed" || closesOn === null) return [];
  const start = opensOn !== null && opensOn > today ? opensOn : today;
  const cautions: string[] = [];
  if (deadlinePassed(closesOn, today)) {
    if (state === "preparing") cautions.push(`締切日（${wareki(closesOn)}）が過ぎています。`);
  } else if (state === "preparing" && daysBetween(start, closesOn) < daysToAnswer) {
    cautions.push(
      `受付の期間が${daysBetween(start, closesOn)}日です。郵送の日数を含めて${daysToAnswer}日以上あると、事業者が答えやすくなります。`,
    );
  }
  const shut = officeHoliday(closesOn);
  if (shut !== undefined) {
    cautions.push(
      `締切日（${wareki(closesOn)}・${weekday(closesOn)}）は${shut}です。問い合わせに答えられる開庁日を締切日にすると安心です。`,
    );
  }
  if (state === "preparing" && opensOn !== null && opensOn < today) {
    cautions.push("受付を始める日が過ぎています。名簿とコードがそろうと、すぐに始まります。");
  }
  if (remindsOn !== null && daysBetween(remindsOn, closesOn) < daysToRemind) {
    cautions.push(
      `督促の日から締切日まで${daysBetween(remindsOn, closesOn)}日です。督促状が届いてから答える時間がないことがあります。`,
    );
  }
  if (remindsOn !== null) {
    const closed = officeHoliday(remindsOn);
    if (closed !== undefined) cautions.push(`督促の日（${wareki(remindsOn)}）は${closed}です。`);
  }
  return cautions;
}

/** What is wrong with a new deadline of an open survey: it can only be later, and not in the past. */
export function extensionProblems(
  { closesOn, today }: { closesOn: string | null; today: string },
  extended: string,
): Problem[] {
  if (extended < today) {
    return [{ message: "過ぎた日です。今日かそれより後の日にしてください。", field: "extendedTo" }];
  }
  if (closesOn !== null && extended <= closesOn) {
    const message = `延ばした締切日は、今の締切日（${wareki(closesOn)}）より後の日にしてください。早めることはできません。`;
    return [{ message, field: "extendedTo" }];
  }
  return [];
}
