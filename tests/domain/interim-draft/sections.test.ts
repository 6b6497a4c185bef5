import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { articlePartsOf } from "#app/domain/interim-draft/article-parts.ts";
import { assembleInterimDraft } from "#app/domain/interim-draft/assemble.ts";
import { draftSections } from "#app/domain/interim-draft/sections.ts";
import type { TextBlock } from "#app/domain/interim-draft/text-block.ts";
import { textBlocksOf } from "#app/domain/interim-draft/text-blocks.ts";
import { parseOrdinance } from "#app/domain/ordinance/index.ts";
import { sampleDraft, sampleParts } from "#tests/support/sample-interim-draft.ts";

describe("the sections of an interim draft", () => {
  it("go through chapters and articles in the order of reading", () => {
    const sections = draftSections(sampleDraft());
    expect(
      sections.map((section) => {
        if (section.kind === "heading") return section.text;
        if (section.kind === "article") return section.article.label;
        return section.blocks.map(({ kind }) => kind).join(" ");
      }),
    ).toEqual([
      "lawTitle toc preamble preamble",
      "第1章　総則",
      ...["第1条", "第2条", "第3条", "第4条"],
      "第2章　適正な労働環境の確保",
      ...["第5条", "第6条", "第7条", "第8条"],
      "第3章　雑則",
      ...["第9条", "第10条"],
      "supplementary caption provision caption provision appendix table",
    ]);
  });

  it("hold every block of the sample ordinance once, captions of articles aside", () => {
    for (const file of ["v1", "v2", "v3"]) {
      const plain = readFileSync(`content/ordinance/${file}.txt`, "utf8");
      const { ordinance } = parseOrdinance(plain);
      const blocks = textBlocksOf(ordinance, (path) => path);
      const articles = articlePartsOf(ordinance, (path) => path).map((part) => ({
        ...part,
        always: true,
      }));
      const empty = { commentaries: [], figures: [], utterances: [], comments: [], changes: [] };
      const draft = assembleInterimDraft({
        ...sampleParts(),
        ...empty,
        version: { number: 3, label: file, plain, blocks, articles },
      });
      if (!draft.ok) throw new Error(JSON.stringify(draft.problems));
      const held = draftSections(draft.value).flatMap((section): (string | TextBlock)[] =>
        section.kind === "heading" ? [section.text] : section.blocks,
      );
      expect(held).toEqual(
        blocks.flatMap((block, index): (string | TextBlock)[] => {
          const next = blocks[index + 1];
          const named = next?.kind === "provision" && next.element === "article";
          if (block.kind === "heading") return [block.text];
          return block.kind === "caption" && named ? [] : [block];
        }),
      );
    }
  });

  it("keep an article of a 附則 apart from the 附則", () => {
    const plain = `条例
（目的）
第1条　目的を定める。

附　則
（施行期日）
第1条　この条例は、公布の日から施行する。
（経過措置）
第2条　なお従前の例による。
`;
    const { ordinance, problems } = parseOrdinance(plain);
    expect(problems).toEqual([]);
    const identity = (path: string) => path;
    const draft = assembleInterimDraft({
      ...sampleParts(),
      ...{ commentaries: [], figures: [], utterances: [], comments: [], changes: [] },
      version: {
        number: 1,
        label: "案",
        plain,
        blocks: textBlocksOf(ordinance, identity),
        articles: articlePartsOf(ordinance, identity).map((part) => ({ ...part, always: true })),
      },
    });
    if (!draft.ok) throw new Error(JSON.stringify(draft.problems));
    const shown = draftSections(draft.value).flatMap((section) =>
      section.kind === "article"
        ? [[section.article.label, section.blocks.length, section.within]]
        : [],
    );
    expect(shown).toEqual([
      ["第1条", 1, false],
      ["附則", 1, false],
      ["附則第1条", 1, true],
      ["附則第2条", 1, true],
    ]);
  });
});
