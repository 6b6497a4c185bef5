import { describe, expect, test } from "vitest";
import { foldedText, isTouched } from "#app/domain/comparison/index.ts";
import { comparedTexts, sampleComparison } from "#tests/support/sample-comparison.ts";

describe("what is said about two versions", () => {
  test("names every article under what became of it", () => {
    const { groups, articles, others } = sampleComparison().report();
    expect(articles).toEqual({ before: 27, after: 28 });
    const words = Object.fromEntries(
      groups.map(({ name, entries }) => [name, entries.map((entry) => entry.words)]),
    );
    expect(words.追加).toEqual(["第15条（報告の手続の簡素化）", "第25条（相談及び支援）"]);
    expect(words.削る).toEqual(["第23条（違約金）"]);
    expect(words.移動).toEqual(["第11条→第12条（下請負契約等の適正化）"]);
    expect(words.番号だけの変更).toContain("第12条→第11条（小規模事業者への配慮）");
    expect(others).toEqual(["目次", "前文", "附則", "別表第1", "別表第2"]);
    // Every article of the new version and every removed one, once.
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(28 + 1);
  });

  test("tells where a merged article went", () => {
    const { groups } = sampleComparison(1, 2).report();
    const merged = groups.find(({ name }) => name === "統合")?.entries.map(({ words }) => words);
    expect(merged).toEqual(["第6条（市民の理解）を第4条に"]);
  });

  test("is worked out once", () => {
    const compared = sampleComparison();
    expect(compared.table("")).toBe(compared.table(""));
    expect(compared.table("all")).not.toBe(compared.table(""));
    expect(compared.provisions()).toBe(compared.provisions());
  });
});

describe("one text of two versions", () => {
  const text =
    "第1条　市は、公表する。\n第2条　市は、調査する。\n第3条　市は、30日以内に通知する。\n第4条　市長は、規則を定める。";
  const provisions = comparedTexts(text, text.replace("30日", "60日")).provisions();
  const shown = (unchanged: "fold" | "omit") =>
    foldedText(provisions, unchanged).map((part) =>
      part.kind === "unchanged" ? part.name : part.provisions[0]?.after,
    );

  test("folds runs of articles that did not change to a line", () => {
    expect(shown("fold")).toEqual(["第1条・第2条", "art-3", "第4条"]);
  });

  test("or shows the changed articles alone", () => {
    expect(shown("omit")).toEqual(["art-3"]);
  });

  test("keeps every whole that changed, with the chapter it stands in", () => {
    const parts = foldedText(sampleComparison().provisions(), "omit");
    const heads = parts.flatMap((part) =>
      part.kind === "whole" ? part.provisions.slice(0, 1) : [],
    );
    const chapters = heads.filter(({ kind }) => kind === "chapter").map(({ after }) => after);
    expect(chapters).toEqual([1, 2, 3, 4, 5].map((number) => `chapter-${number}`));
    for (const part of parts) {
      if (part.kind === "whole" && part.provisions[0]?.kind !== "chapter") {
        expect(isTouched(part.provisions)).toBe(true);
      }
    }
  });
});
