import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparisonKey, fileLabel, fileSize, searchKey, wordsOf } from "#app/domain/japan/index.ts";

describe("comparing and searching", () => {
  test("width, dashes and wave dashes do not count", () => {
    expect(comparisonKey("ｱﾝｹｰﾄ　第１回（Ａ社）")).toBe(comparisonKey("アンケート 第1回(A社)"));
    expect(comparisonKey("14時〜16時")).toBe(comparisonKey("14時～16時"));
    expect(comparisonKey("1−2")).toBe(comparisonKey("1-2"));
  });

  test("the long vowel is no dash", () => {
    expect(comparisonKey("データ")).not.toBe(comparisonKey("デ-タ"));
  });

  test("a search finds old glyphs, other kana and spaced words", () => {
    expect(searchKey("髙﨑建設 株式会社")).toContain(searchKey("高崎建設"));
    expect(searchKey("サンプル建設００１")).toBe(searchKey("さんぷる建設001"));
    expect(searchKey("公 契 約 条 例")).toContain("公契約条例");
  });

  test("a key of a key is the key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(comparisonKey(comparisonKey(text))).toBe(comparisonKey(text));
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
      }),
    );
  });
});

describe("files in words", () => {
  test.each([
    ["調査票（案）.pdf", 24_000, "PDF・24 KB"],
    ["集計.XLSX", 1_363_149, "Excel・1.3 MB"],
    ["名簿.csv", 512, "CSV・512 B"],
    ["要領", 1024, "ファイル・1 KB"],
  ])("%s", (name, bytes, label) => {
    expect(fileLabel(name, bytes)).toBe(label);
  });

  test("no step back where the unit changes", () => {
    expect(fileSize(1023)).toBe("1023 B");
    expect(fileSize(1_048_575)).toBe("1.0 MB");
    expect(() => fileSize(-1)).toThrow(RangeError);
  });
});

test("words joined again are the text", () => {
  expect(wordsOf("受注者は、労働報酬下限額を支払う。").length).toBeGreaterThan(5);
  fc.assert(fc.property(fc.string(), (text) => wordsOf(text).join("") === text));
});
