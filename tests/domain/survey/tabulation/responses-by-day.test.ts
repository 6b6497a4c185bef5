import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysAfter } from "#app/domain/japan/days.ts";
import { mostDays, responsesByDay } from "#app/domain/survey/tabulation/responses-by-day.ts";

describe("answers day by day", () => {
  it("name every day from the opening to today, with the rate at its end", () => {
    const days = { "2026-11-18": 2, "2026-11-20": 1 };
    expect(responsesByDay(days, { from: "2026-11-17", to: "2026-11-21", eligible: 8 })).toEqual([
      { date: "2026-11-17", count: 0, total: 0, percent: 0 },
      { date: "2026-11-18", count: 2, total: 2, percent: 25 },
      { date: "2026-11-19", count: 0, total: 2, percent: 25 },
      { date: "2026-11-20", count: 1, total: 3, percent: 37.5 },
      { date: "2026-11-21", count: 0, total: 3, percent: 37.5 },
    ]);
  });

  it("lose no answer that came before the opening or after the close by the clock", () => {
    const day = fc.integer({ min: -5, max: 500 }).map((days) => daysAfter("2026-04-01", days));
    const counts = fc.dictionary(day, fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(counts, day, day, (days, from, to) => {
        const shown = responsesByDay(days, { from, to, eligible: 1000 });
        const sum = Object.values(days).reduce((total, count) => total + count, 0);
        expect(shown.at(-1)?.total).toBe(sum);
        expect(shown.length).toBeLessThanOrEqual(mostDays);
        for (const [index, { date, count, total }] of shown.entries()) {
          const before = shown[index - 1];
          if (!before) continue;
          expect([date, total]).toEqual([daysAfter(before.date, 1), before.total + count]);
        }
      }),
    );
  });

  it("have no rate where nobody is eligible", () => {
    const none = { from: "2026-11-17", to: "2026-11-17", eligible: 0 };
    expect(responsesByDay({}, none)).toEqual([
      { date: "2026-11-17", count: 0, total: 0, percent: null },
    ]);
  });
});
