import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysAfter, daysBetween, officeHoliday } from "#app/domain/japan/index.ts";
import {
  calendarCautions,
  calendarEntries,
  calendarProblems,
  daysForPaper,
  deadlinePassed,
  dueStep,
  extensionProblems,
  type SurveyDates,
  stateForFirms,
} from "#app/domain/survey/calendar.ts";

const dates = { opensOn: "2026-12-01", remindsOn: "2026-12-14", closesOn: "2026-12-24" };
const preparing = (more: object = {}) =>
  ({ state: "preparing", ready: true, ...dates, ...more }) as const;
const day = fc.integer({ min: 0, max: 400 }).map((days) => daysAfter("2026-06-01", days));

describe("what the calendar does by itself", () => {
  it("opens a survey that is ready on its day, and later if the day was missed", () => {
    expect(dueStep(preparing(), "2026-11-30")).toBeNull();
    expect(dueStep(preparing(), "2026-12-01")).toBe("open");
    expect(dueStep(preparing(), "2026-12-10")).toBe("open");
  });

  it("opens nothing that is not ready, has no day, or is past its deadline", () => {
    expect(dueStep(preparing({ ready: false }), "2026-12-01")).toBeNull();
    expect(dueStep(preparing({ opensOn: null }), "2026-12-01")).toBeNull();
    expect(dueStep(preparing({ closesOn: null }), "2026-12-01")).toBeNull();
    expect(dueStep(preparing(), "2026-12-25")).toBeNull();
  });

  it("closes an open survey when the days for paper are over, not before", () => {
    const open = { state: "open", ready: true, ...dates } as const;
    const last = daysAfter(dates.closesOn, daysForPaper);
    expect(dueStep(open, dates.closesOn)).toBeNull();
    expect(dueStep(open, last)).toBeNull();
    expect(dueStep(open, daysAfter(last, 1))).toBe("close");
    expect(dueStep({ ...open, closesOn: null }, "2030-01-01")).toBeNull();
  });

  it("tells firms that an open survey is closed once its deadline is over", () => {
    const open = { state: "open", closesOn: "2026-12-24" } as const;
    expect(stateForFirms(open, "2026-12-24")).toBe("open");
    expect(stateForFirms(open, "2026-12-25")).toBe("closed");
    expect(stateForFirms({ ...open, state: "preparing" }, "2026-12-25")).toBe("preparing");
  });

  it("has nothing left to do once it has done it, on any day", () => {
    fc.assert(
      fc.property(day, day, day, (opensOn, closesOn, today) => {
        const survey = { ready: true, opensOn, closesOn };
        const first = dueStep({ ...survey, state: "preparing" }, today);
        if (first === "open") {
          expect(deadlinePassed(closesOn, today)).toBe(false);
          expect(dueStep({ ...survey, state: "open" }, today)).toBeNull();
        }
        expect(dueStep({ ...survey, state: "closed" }, today)).toBeNull();
      }),
    );
  });
});

describe("the dates of a survey", () => {
  it("are refused out of order, each at its field", () => {
    const problems = (more: Partial<SurveyDates>) =>
      calendarProblems({ ...dates, ...more }).map(({ field }) => field);
    expect(problems({})).toEqual([]);
    expect(problems({ opensOn: "2026-12-25" })).toEqual(["opensOn", "remindsOn"]);
    expect(problems({ remindsOn: "2026-12-24" })).toEqual(["remindsOn"]);
    expect(problems({ remindsOn: "2026-12-01" })).toEqual(["remindsOn"]);
    expect(problems({ opensOn: null, remindsOn: null })).toEqual([]);
  });

  it("are cautioned about: a short time, a day the office is shut, a late reminder", () => {
    const cautions = (more: Partial<SurveyDates>, today = "2026-11-20") =>
      calendarCautions({ ...dates, ...more }, { state: "preparing", today }).join("\n");
    expect(cautions({})).toBe("");
    expect(cautions({ closesOn: "2026-12-26" })).toContain("土曜日です");
    expect(cautions({ closesOn: "2027-01-01", remindsOn: null })).toContain("祝日（元日）です");
    expect(cautions({ closesOn: "2026-12-30", remindsOn: null })).toContain("年末年始の休み");
    expect(cautions({ closesOn: "2026-12-08", remindsOn: null })).toContain("受付の期間が7日です");
    expect(cautions({ remindsOn: "2026-12-22" })).toContain("督促の日から締切日まで2日です");
    expect(cautions({ remindsOn: "2026-12-13" })).toContain("督促の日（令和8年12月13日）は日曜日");
    expect(cautions({}, "2026-12-28")).toContain("過ぎています");
    expect(calendarCautions(dates, { state: "closed", today: "2026-12-28" })).toEqual([]);
  });

  it("stand in the calendar with the days that are left", () => {
    const entries = calendarEntries({ ...dates, state: "open", remindedOn: null }, "2026-12-10");
    expect(entries).toEqual([
      { what: "open", on: "2026-12-01", inDays: -9, done: true },
      { what: "remind", on: "2026-12-14", inDays: 4, done: false },
      { what: "close", on: "2026-12-24", inDays: 14, done: false },
    ]);
  });

  it("of an open survey can be extended only, and not into the past", () => {
    const extend = (to: string, today = "2026-12-20") =>
      extensionProblems({ closesOn: "2026-12-24", today }, to).length;
    expect(extend("2026-12-25")).toBe(0);
    expect(extend("2026-12-24")).toBe(1);
    expect(extend("2026-12-21")).toBe(1);
    expect(extend("2026-12-26", "2026-12-27")).toBe(1);
  });
});

describe("days", () => {
  it("are counted over months, years and leap days", () => {
    expect(daysBetween("2026-12-31", "2027-01-01")).toBe(1);
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
    fc.assert(
      fc.property(day, fc.integer({ min: -500, max: 500 }), (from, days) => {
        expect(daysBetween(from, daysAfter(from, days))).toBe(days);
      }),
    );
  });

  it("know when a city office is shut", () => {
    expect(officeHoliday("2026-11-22")).toBe("日曜日");
    expect(officeHoliday("2026-11-23")).toBe("祝日（勤労感謝の日）");
    expect(officeHoliday("2027-03-22")).toBe("祝日（春分の日 振替休日）");
    expect(officeHoliday("2026-12-29")).toBe("年末年始の休み");
    expect(officeHoliday("2026-11-24")).toBeUndefined();
  });
});
