import { describe, expect, it } from "vitest";
import { comparisonDocx } from "#app/files/comparison-docx.ts";
import { comparedTexts, joined, marked, samplePaper } from "#tests/support/sample-comparison.ts";
import { zipEntries } from "#tests/support/zip-entries.ts";

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** Cell by cell, what the document says, with what is underlined in brackets. */
function cellsOf(document: string): string[][] {
  return [...document.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = ""]) =>
      joined(
        [...cell.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run = ""]) => ({
          text: (/<w:t[^>]*>(.*?)<\/w:t>/s.exec(run)?.[1] ?? "").replace(
            /&(amp|lt|gt);/g,
            (sign) => entities[sign] ?? sign,
          ),
          changed: run.includes('<w:u w:val="single"/>'),
        })),
      ),
    ),
  );
}

async function parts(paper = samplePaper()) {
  const entries = zipEntries(await comparisonDocx(paper));
  const text = (name: RegExp) =>
    [...entries]
      .filter(([path]) => name.test(path))
      .map(([, xml]) => xml)
      .join("");
  return {
    document: text(/^word\/document\.xml$/),
    header: text(/^word\/header\d\.xml$/),
    footer: text(/^word\/footer\d\.xml$/),
  };
}

describe("the Word document of a comparison", () => {
  it("says and underlines exactly what the table does, on either side", async () => {
    for (const newSide of ["left", "right"] as const) {
      const paper = samplePaper({ newSide });
      const [heads, ...rows] = cellsOf((await parts(paper)).document);
      expect(heads).toEqual(paper.heads);
      expect(rows).toEqual(paper.rows.map(({ left, right }) => [marked(left), marked(right)]));
    }
    const cells = cellsOf((await parts()).document).flat();
    expect(cells).toContain("（関係書類の保存）［第16条］　（略）");
    expect(cells).toContain("(5)　［第19条］の規定により不利益な取扱いが禁止されていること。");
    expect(cells).toContain("（新設）");
  });

  it("is A4 landscape with its heads on every page and page numbers", async () => {
    const { document, footer } = await parts();
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(footer).toContain("PAGE");
    expect(footer).toContain("NUMPAGES");
  });

  it("marks a sample in the header of every page, and nothing else so", async () => {
    expect((await parts()).header).toContain("サンプル");
    const real = await parts(samplePaper({ isSample: false }));
    expect(real.header + real.document).not.toContain("サンプル");
  });

  it("takes markup in the text for words", async () => {
    const before = "第1条　市は、<b>R&D</b>を公表する。";
    const paper = samplePaper({}, comparedTexts(before, before.replace("公表", "調査")));
    expect(cellsOf((await parts(paper)).document)[1]).toEqual([
      "第1条　市は、<b>R&D</b>を［公表］する。",
      "第1条　市は、<b>R&D</b>を［調査］する。",
    ]);
  });
});
