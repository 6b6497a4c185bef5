import { expect, test } from "vitest";
import { newCode } from "#app/domain/survey/code/code.ts";
import {
  choiceOf,
  filterInWords,
  letterChoice,
  letterChoices,
  letterText,
  letterTo,
  paragraphsOf,
  readReturned,
  stratumFilter,
} from "#app/domain/survey/letters/index.ts";
import { languagesOffered } from "#app/domain/survey/letters/languages.ts";
import { letterOrigin, letterSurvey } from "#tests/support/letters.ts";

const address = `${letterOrigin}/answer`;
const of = (
  kind: "invitation" | "reissue" | "reminder",
  withCodes = true,
  survey: Partial<typeof letterSurvey> = {},
) => letterText({ ...letterSurvey, ...survey }, { kind, withCodes, day: "2026-11-22", address });

test("dates stand in the Japanese calendar, the deadline with its weekday", () => {
  expect(of("invitation")).toMatchObject({
    date: "令和8年11月22日",
    deadline: "令和8年12月18日（金曜日）",
    opening: undefined,
    address,
  });
  expect(of("invitation", true, { opensOn: "2026-12-01" }).opening).toBe(
    "令和8年12月1日（火曜日）",
  );
  // Answers are taken already: nothing is to be waited for.
  expect(of("invitation", true, { opensOn: "2026-11-22" }).opening).toBeUndefined();
});

test("each kind says what has become of codes", () => {
  expect(of("invitation").notice).toEqual([]);
  expect(of("reissue").notice.join("")).toContain("前のコードは使えなくなりました");
  expect(of("reminder", true).notice.join("")).toContain("前のコードは使えなくなりました");
  const bare = of("reminder", false).notice.join("");
  expect(bare).toContain("前にお送りした依頼状に書いてあります");
  expect(bare).not.toContain("使えなくなりました");
});

test("says whether answers are anonymous, in the words of the survey's mode", () => {
  expect(of("invitation").anonymity.label).toBe("匿名");
  expect(of("invitation", true, { threshold: 5 }).anonymity.lines.join("")).toContain("5者以上");
  expect(of("invitation", true, { mode: "named" }).anonymity.label).toBe("記名");
});

test("the secretariat's own text comes in paragraphs, its line breaks kept", () => {
  expect(paragraphsOf("　はじめに。\r\n二行目。\r\n\r\n　次の段落。\n\n\n")).toEqual([
    "はじめに。\n二行目。",
    "次の段落。",
  ]);
  expect(of("invitation", true, { letterText: "拝啓\n\n敬具" }).paragraphs).toEqual([
    "拝啓",
    "敬具",
  ]);
  expect(of("invitation", true, { letterText: " \n " }).paragraphs.length).toBeGreaterThan(1);
});

test("offers languages by their own names, and in Japanese what cannot be printed", () => {
  expect(languagesOffered(["ja"])).toBeUndefined();
  expect(languagesOffered(["ja", "en", "vi"])).toBe("日本語、English、Tiếng Việt");
  expect(languagesOffered(["ja", "vi"], (text) => !/[ếệ]/.test(text))).toBe("日本語、ベトナム語");
});

test("a letter carries its code in groups of four", () => {
  const firm = { number: "1", name: "株式会社サンプル", postalCode: "518-0000", address: "伊賀市" };
  const code = newCode(new Uint8Array(15).fill(7));
  expect(letterTo(firm, code, "x").code).toEqual(code.split("-"));
  expect(letterTo(firm, undefined, "x").code).toEqual([]);
});

test("a list of returned letters is read from numbers, codes and scanned addresses", () => {
  const code = newCode(new Uint8Array(15).fill(9));
  const other = newCode(new Uint8Array(15).fill(21));
  const typed = `T00001\n t00002 T00003\nT00001,${code.toLowerCase()}\n${letterOrigin}/a/${other}\n${code.replaceAll("-", " ")}`;
  expect(readReturned(typed)).toEqual([
    { by: "number", number: "T00001" },
    { by: "number", number: "t00002" },
    { by: "number", number: "T00003" },
    { by: "code", code },
    { by: "code", code: other },
  ]);
  expect(readReturned(" \n,、\t")).toEqual([]);
});

test("filters narrow by the axes that name categories, and say so in words", () => {
  const filter = stratumFilter((axis) => (axis === "sector" ? ["工事", "工事", "委託"] : []));
  expect(filter).toEqual({ sector: ["工事", "委託"] });
  expect(filterInWords(filter)).toBe("業種：工事、委託");
  expect(filterInWords({})).toBe("全体");
});

test("a clerk's choice names kind and codes, and nothing else is a choice", () => {
  for (const [choice, order] of Object.entries(letterChoices)) expect(choiceOf(order)).toBe(choice);
  expect(letterChoice("reminder-new")).toBe("reminder-new");
  for (const wrong of ["toString", "", "letters", undefined, 3]) {
    expect(letterChoice(wrong)).toBeUndefined();
  }
});
