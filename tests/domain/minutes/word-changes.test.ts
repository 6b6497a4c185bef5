import fc from "fast-check";
import { expect, test } from "vitest";
import { wordChanges } from "#app/domain/minutes/index.ts";

test("words are changed as words", () => {
  expect(wordChanges("受注者は賃金を支払う。", "受注者は報酬を支払う。")).toEqual([
    { kind: "same", text: "受注者は" },
    { kind: "removed", text: "賃金" },
    { kind: "added", text: "報酬" },
    { kind: "same", text: "を支払う。" },
  ]);
  expect(wordChanges("同じ", "同じ")).toEqual([{ kind: "same", text: "同じ" }]);
  expect(wordChanges("", "")).toEqual([]);
});

test("both texts are in the segments, also of texts too different to compare", () => {
  const text = fc.array(fc.constantFrom("受注者", "は", "賃金", "、", "12", "\n"), {
    maxLength: 40,
  });
  const long = Array.from({ length: 3000 }, (_, index) => `甲${index}、`).join("");
  const other = Array.from({ length: 3000 }, (_, index) => `乙${index * 7}。`).join("");
  const check = (before: string, after: string) => {
    const segments = wordChanges(before, after);
    const without = (kind: string) =>
      segments.flatMap((one) => (one.kind === kind ? [] : [one.text])).join("");
    expect(without("added")).toBe(before);
    expect(without("removed")).toBe(after);
  };
  check(long, other);
  fc.assert(fc.property(text, text, (a, b) => check(a.join(""), b.join(""))));
});
