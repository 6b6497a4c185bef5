import { describe, expect, it } from "vitest";
import { answersInWords } from "#app/domain/survey/index.ts";
import { type AnswerCopyDocument, answerCopyPdf } from "#app/files/answer-copy-pdf.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";
import { notRaised, smallQuestionnaire } from "#tests/support/sample-survey.ts";

function copy(answers = notRaised): AnswerCopyDocument {
  return {
    receiptNumber: "ABCD-EFGH-JKLM",
    survey: { title: "働き方のアンケート", isSample: true },
    anonymity: ["回答は、事業者の名前や回答コードと切り離して保存します。"],
    answers: answersInWords(smallQuestionnaire(), answers),
  };
}

describe("the PDF of an answer's copy", () => {
  it("tells the receipt number, the survey, every answer in words and how it is kept", async () => {
    const pdf = await readPdf(answerCopyPdf(copy(), "2026-12-01"));
    expect(pdf.title).toBe("回答の控え　働き方のアンケート");
    expect({ language: pdf.language, tagged: pdf.tagged }).toEqual({
      language: "ja-JP",
      tagged: true,
    });
    for (const words of [
      "受付番号ABCD-EFGH-JKLM",
      "問1　賃金を引き上げましたか。変えていない",
      "材料費が上がったその他（記入）先が見通せない",
      "問3　従業員は何人ですか。（無回答）",
      "書類を減らしてください。",
      "切り離して保存します",
      "サンプル",
    ]) {
      expect(pdf.text).toContain(squeezed(words));
    }
  });

  it("takes what was typed for words, never for markup", async () => {
    const wishes = "#panic() *太字* $x$\n= 見出し [箱] @参照 \\ 終わり";
    const { text } = await readPdf(answerCopyPdf(copy({ raised: "yes", wishes }), "2026-12-01"));
    expect(text).toContain(squeezed(wishes));
  });

  it("runs over as many pages as the answers need, each with the receipt number", async () => {
    const wishes = "長い意見です。".repeat(500);
    const { pages } = await readPdf(answerCopyPdf(copy({ raised: "yes", wishes }), "2026-12-01"));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.filter((page) => !page.includes("ABCD-EFGH-JKLM"))).toEqual([]);
  });
});
