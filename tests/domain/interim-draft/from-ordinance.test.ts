import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { articleBlocks } from "#app/domain/interim-draft/article-blocks.ts";
import { articleChangesOf } from "#app/domain/interim-draft/article-changes.ts";
import { articlePartsOf } from "#app/domain/interim-draft/article-parts.ts";
import { changeText } from "#app/domain/interim-draft/document.ts";
import type { TextBlock } from "#app/domain/interim-draft/text-block.ts";
import { textBlocksOf } from "#app/domain/interim-draft/text-blocks.ts";
import { inlineComparison, type Ordinance, parseOrdinance } from "#app/domain/ordinance/index.ts";

const before = read(`公契約条例
目次
　第1章　総則（第1条・第2条）
　附則
　公契約は、市民の暮らしを支える。

第1章　総則

（目的）
第1条　この条例は、公契約の適正な履行を確保することを目的とする。

（報告）
第2条　受注者は、毎月、次に掲げる事項を市長に報告しなければならない。
(1)　労働者の人数
(2)　労働報酬の最低の額
2　市長は、前項の報告を公表しなければならない。

（立入調査）
第3条　市長は、その職員に立ち入らせることができる。

附　則
この条例は、公布の日から施行する。

別表（第2条関係）
区分	予定価格
工事	5,000万円以上
`);

const after = read(`公契約条例
目次
　第1章　総則（第1条―第3条）
　附則
　公契約は、市民の暮らしを支える。

第1章　総則

（目的）
第1条　この条例は、公契約の適正な履行を確保することを目的とする。

（市の責務）
第2条　市は、公契約に関する施策を実施するものとする。

（報告）
第3条　受注者は、次に掲げる事項を市長に報告しなければならない。
(1)　労働者の人数
(2)　労働報酬の最低の額
ア　時間当たりの額
2　市長は、前項の報告を公表しなければならない。

附　則
（施行期日）
1　この条例は、公布の日から施行する。
（検討）
2　市は、3年を目途として検討する。

別表（第3条関係）
区分	予定価格
工事	1億円以上
`);

function read(text: string): Ordinance {
  const { ordinance, problems } = parseOrdinance(text);
  expect(problems).toEqual([]);
  return ordinance;
}

const identity = (path: string) => path;

describe("an ordinance as blocks", () => {
  const blocks = textBlocksOf(after, identity);

  it("puts a first 項 on the line of its article and keeps every label as written", () => {
    const lines = blocks.flatMap((block) =>
      block.kind === "provision" ? [`${block.level} ${block.label}　${block.text}`] : [],
    );
    expect(lines).toEqual([
      "0 第1条　この条例は、公契約の適正な履行を確保することを目的とする。",
      "0 第2条　市は、公契約に関する施策を実施するものとする。",
      "0 第3条　受注者は、次に掲げる事項を市長に報告しなければならない。",
      "1 (1)　労働者の人数",
      "1 (2)　労働報酬の最低の額",
      "2 ア　時間当たりの額",
      "0 2　市長は、前項の報告を公表しなければならない。",
      "0 1　この条例は、公布の日から施行する。",
      "0 2　市は、3年を目途として検討する。",
    ]);
  });

  it("carries title, contents, preamble, chapters, captions and tables", () => {
    expect(blocks.map(({ kind }) => kind).filter((kind) => kind !== "provision")).toEqual([
      "lawTitle",
      "toc",
      "preamble",
      "heading",
      "caption",
      "caption",
      "caption",
      "supplementary",
      "caption",
      "caption",
      "appendix",
      "table",
    ]);
    expect(blocks.find(({ kind }) => kind === "heading")).toMatchObject({ text: "第1章　総則" });
    expect(blocks.find(({ kind }) => kind === "table")).toEqual({
      kind: "table",
      rows: [
        ["区分", "予定価格"],
        ["工事", "1億円以上"],
      ],
    });
  });

  it("gives each article its own blocks back by its anchor", () => {
    const parts = articlePartsOf(after, identity);
    const textOf = (label: string) => {
      const anchor = parts.find((part) => part.label === label)?.anchor ?? "";
      return articleBlocks(blocks, anchor).map((block) => ("text" in block ? block.text : "表"));
    };
    expect(textOf("第3条")).toHaveLength(5);
    expect(textOf("第2条")).toEqual(["市は、公契約に関する施策を実施するものとする。"]);
    expect(textOf("前文")).toEqual(["公契約は、市民の暮らしを支える。"]);
    expect(textOf("別表")).toEqual(["別表", "表"]);
    expect(articleBlocks(blocks, "art-99")).toEqual([]);
  });
});

describe("the articles of an ordinance", () => {
  it("know what lies within them by the name people use", () => {
    const parts = articlePartsOf(after, identity);
    expect(parts.map(({ label, caption, always }) => [label, caption, always])).toEqual([
      ["前文", "", false],
      ["第1条", "目的", true],
      ["第2条", "市の責務", true],
      ["第3条", "報告", true],
      ["附則", "", false],
      ["別表", "", false],
    ]);
    expect(parts[3]?.within.map(({ label }) => label)).toEqual([
      "第3条第1項",
      "第3条第1項第1号",
      "第3条第1項第2号",
      "第3条第1項第2号ア",
      "第3条第2項",
    ]);
  });
});

describe("what became of the articles", () => {
  const { changes, removedArticles } = articleChangesOf(
    inlineComparison(before, after),
    before,
    identity,
  );
  const of = (label: string) => {
    const part = articlePartsOf(after, identity).find((candidate) => candidate.label === label);
    const found = changes.find(({ provisionId }) => provisionId === part?.provisionId);
    if (!found) throw new Error(`nothing is said of ${label}`);
    return found;
  };

  it("is said in words, with the number before", () => {
    expect(changeText(of("第1条"), "第1条")).toBe("変更なし");
    expect(changeText(of("第2条"), "第2条")).toBe("新設");
    expect(changeText(of("第3条"), "第3条")).toBe("字句の修正（第2条から）");
  });

  it("is shown line by line, new words and lost words apart", () => {
    const { segments } = of("第3条");
    const only = (...kinds: string[]) =>
      segments
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ text }) => text)
        .join("");
    expect(only("same", "inserted")).toBe(
      "（報告）\n第3条　受注者は、次に掲げる事項を市長に報告しなければならない。\n" +
        "(1)　労働者の人数\n(2)　労働報酬の最低の額\nア　時間当たりの額\n" +
        "2　市長は、前項の報告を公表しなければならない。",
    );
    expect(only("deleted")).toBe("第2条毎月、");
    expect(only("inserted")).toBe("第3条\nア　時間当たりの額");
  });

  it("names the articles that are gone, with their text", () => {
    expect(removedArticles).toEqual([
      {
        previousLabel: "第3条",
        caption: "立入調査",
        text: "第3条　市長は、その職員に立ち入らせることができる。",
      },
    ]);
  });

  it("is nothing but 変更なし between equal versions", () => {
    const same = articleChangesOf(inlineComparison(after, after), after, identity);
    expect(new Set(same.changes.map(({ status }) => status))).toEqual(new Set(["kept"]));
    expect(same.removedArticles).toEqual([]);
  });
});

describe("the sample ordinance of the platform", () => {
  it.each(["v1", "v2", "v3"])("loses no character of %s on the way into blocks", (name) => {
    const plain = readFileSync(`content/ordinance/${name}.txt`, "utf8");
    const squeezed = (text: string) => text.replace(/\s/gu, "");
    const blocks = textBlocksOf(parseOrdinance(plain).ordinance, identity);
    expect(squeezed(blocks.map(textOfBlock).join(""))).toBe(squeezed(plain));
  });
});

function textOfBlock(block: TextBlock): string {
  switch (block.kind) {
    case "table":
      return block.rows.flat().join("");
    case "toc":
      return `目次${block.entries.map(({ text }) => text).join("")}`;
    case "provision":
      return block.label + block.text;
    case "appendix":
      return block.text + (block.relatedTo ?? "");
    default:
      return block.text;
  }
}
