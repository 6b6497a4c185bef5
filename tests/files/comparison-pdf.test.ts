import { describe, expect, it } from "vitest";
import { comparisonPdf } from "#app/files/comparison-pdf.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";
import { comparedTexts, samplePaper } from "#tests/support/sample-comparison.ts";

describe("the PDF of a comparison", () => {
  it("carries every word of the table, its heads on each page", async () => {
    const paper = samplePaper();
    const { pages, text, title, tagged } = await readPdf(comparisonPdf(paper, "2026-09-01"));
    expect(title).toBe("伊賀市公契約条例（案）新旧対照表");
    expect(tagged).toBe(true);
    const lines = paper.rows.flatMap(({ left, right }) => [...left, ...right]);
    for (const { runs } of lines) {
      // A cell that goes on overleaf is parted by the heads of the next page: look for its runs.
      for (const run of runs.filter((each) => each.text.length < 30)) {
        expect(text).toContain(squeezed(run.text));
      }
    }
    expect(pages.length).toBeGreaterThan(3);
    pages.slice(0, -1).forEach((page, index) => {
      expect(page).toContain("修正前案（第1次案）修正後案（第2次案）");
      expect(page).toContain(`${index + 1}/${pages.length}`);
    });
  });

  it("marks every page of a sample, and no page of what is none", async () => {
    const { pages } = await readPdf(comparisonPdf(samplePaper(), "2026-09-01"));
    expect(pages.filter((page) => !page.includes("サンプル"))).toEqual([]);
    const real = await readPdf(comparisonPdf(samplePaper({ isSample: false }), "2026-09-01"));
    expect(real.text).not.toContain("サンプル");
  });

  it("is the same bytes each time", () => {
    const once = () => Buffer.from(comparisonPdf(samplePaper(), "2026-09-01"));
    expect(once().equals(once())).toBe(true);
  });

  it("takes markup in the text for words", async () => {
    const before = "第1条　#panic() *太字* $x$ と公表する。";
    const paper = samplePaper({}, comparedTexts(before, before.replace("公表", "調査")));
    const { text } = await readPdf(comparisonPdf(paper, "2026-09-01"));
    expect(text).toContain(squeezed("#panic() *太字* $x$ と調査する。"));
  });
});
