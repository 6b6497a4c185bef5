import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  civilDate,
  clock,
  clockWords,
  fiscalYear,
  isCivilDate,
  readWareki,
  wareki,
  warekiMonth,
  warekiMonthShort,
  warekiShort,
  weekday,
} from "#app/domain/japan/index.ts";

const days = fc
  .integer({ min: Date.UTC(1873, 0, 1) / 86_400_000, max: Date.UTC(2099, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe("writing dates", () => {
  test("of the council", () => {
    expect(wareki("2026-07-22")).toBe("令和8年7月22日");
    expect(warekiShort("2026-07-22")).toBe("R8.7.22");
    expect(warekiMonth("2027-02")).toBe("令和9年2月");
    expect(warekiMonthShort("2027-02")).toBe("R9.2");
    expect(weekday("2026-07-22")).toBe("水");
  });

  test("at the turn of an era", () => {
    expect(wareki("2019-04-30")).toBe("平成31年4月30日");
    expect(wareki("2019-05-01")).toBe("令和元年5月1日");
    expect(warekiShort("2019-05-01")).toBe("R1.5.1");
    expect(warekiMonth("2019-05")).toBe("令和元年5月");
    expect(wareki("1989-01-07")).toBe("昭和64年1月7日");
  });

  test("agree with the calendar of the platform for every day since 1873", () => {
    const calendar = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
      timeZone: "Asia/Tokyo",
      dateStyle: "long",
    });
    fc.assert(
      fc.property(days, (day) => {
        expect(wareki(day)).toBe(calendar.format(new Date(`${day}T00:00:00+09:00`)));
      }),
    );
  });

  test("a date that does not exist is a bug, not a date", () => {
    expect(() => wareki("2026-02-30")).toThrow(RangeError);
    expect(isCivilDate("2028-02-29")).toBe(true);
    expect(isCivilDate("2026-02-29")).toBe(false);
    expect(isCivilDate("2026-7-1")).toBe(false);
  });
});

describe("the time in Japan", () => {
  test("does not depend on the machine", () => {
    const instant = new Date("2026-12-31T15:04:00Z");
    expect(civilDate(instant)).toBe("2027-01-01");
    expect(clock(instant)).toBe("00:04");
  });

  test("in words", () => {
    expect(clockWords("14:05")).toBe("午後2時5分");
    expect(clockWords("09:00")).toBe("午前9時");
    expect(clockWords("12:00")).toBe("正午");
    expect(clockWords("12:30")).toBe("午後0時30分");
  });
});

describe("fiscal years", () => {
  test("R9.2 lies in 令和8年度", () => {
    expect(fiscalYear("2027-02")).toEqual({ year: 2026, label: "令和8年度" });
    expect(fiscalYear("2027-03-31").label).toBe("令和8年度");
    expect(fiscalYear("2027-04-01").label).toBe("令和9年度");
    expect(fiscalYear("2019-04-01").label).toBe("令和元年度");
  });
});

describe("reading dates", () => {
  test.each([
    "令和8年7月22日",
    "令和８年７月２２日（水）",
    "R8.7.22",
    "r8.7.22",
    "2026-07-22",
    "2026/7/22",
    "2026年7月22日(水曜日)",
    "令和 8年 7月 22日",
  ])("%s", (text) => {
    expect(readWareki(text)).toEqual({ ok: true, value: "2026-07-22" });
  });

  test("the first year of an era", () => {
    expect(readWareki("令和元年5月1日")).toEqual({ ok: true, value: "2019-05-01" });
    expect(readWareki("H31.4.30")).toEqual({ ok: true, value: "2019-04-30" });
  });

  test.each([
    ["7月22日", "「R8.7.22」"],
    ["令和8年2月30日", "暦にない日付"],
    ["令和元年4月30日", "令和の期間にない"],
    ["平成32年1月1日", "平成の期間にない"],
    ["令和8年7月22日（木）", "この日は水曜日です"],
    ["", "いずれかの形"],
  ])("%s is told to be wrong", (text, advice) => {
    const result = readWareki(text);
    expect(result.ok ? "" : result.problems[0]?.message).toContain(advice);
  });

  test("gives back what was written", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(readWareki(wareki(day))).toEqual({ ok: true, value: day });
        expect(readWareki(warekiShort(day))).toEqual({ ok: true, value: day });
        expect(readWareki(`${wareki(day)}（${weekday(day)}）`)).toEqual({ ok: true, value: day });
      }),
    );
  });
});
