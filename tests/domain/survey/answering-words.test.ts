import { describe, expect, it } from "vitest";
import { anonymityWords } from "#app/domain/survey/anonymity.ts";
import { answererWords } from "#app/domain/survey/anonymity-in-english.ts";
import { answeringWords } from "#app/domain/survey/answering-words.ts";

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

describe("what is told to whoever answers in English", () => {
  it.each(["anonymous", "named"] as const)("says all that the Japanese says (%s)", (mode) => {
    const english = answererWords(mode, { threshold: 7 }, "en");
    const original = anonymityWords(mode, { threshold: 7 });
    expect(english.form).toHaveLength(original.form.length);
    expect(english.receipt).toHaveLength(original.receipt.length);
    const all = [english.summary, ...english.form, ...english.receipt].join(" ");
    expect(all).not.toMatch(japanese);
    expect(all.includes("7 firms")).toBe(mode === "anonymous");
    expect(answererWords(mode, { threshold: 7 }, "en-gb")).toEqual(english);
    expect(answererWords(mode, { threshold: 7 }, "pt")).toEqual(original);
  });

  it("has words for each place", () => {
    const [en, ja] = [answeringWords("en"), answeringWords("ja")];
    expect(en.always).toHaveLength(ja.always.length);
    const { leaving, pdf, results, always, ...single } = en;
    const plain = Object.values(single).map((words) =>
      typeof words === "function" ? words("2030-12-18") : words,
    );
    const groups = [leaving, pdf].flatMap((group) => Object.values(group));
    for (const words of [...plain, ...groups, ...results, ...always]) {
      expect(words).not.toMatch(japanese);
      expect(words).not.toBe("");
    }
    expect(ja.deadline("2030-12-18")).toBe("締切りは令和12年12月18日です。");
  });
});
