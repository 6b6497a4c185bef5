import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { comparable } from "#app/domain/ordinance/glyphs.ts";
import { formatOrdinance, parseOrdinance, provisionsOf } from "#app/domain/ordinance/index.ts";

const text = `サンプル市公契約条例

目次
　第1章　総則（第1条―第3条の2）
　第2章　受注者等の責務（第4条・第5条）
　附則

　地域の仕事は、地域の暮らしを支える。
　ここに、この条例を制定する。

　　　第1章　総則

（目的）
第1条　この条例は、公契約に関し、その基本方針を定めることを目的とする。
（定義）
第２条　この条例において、次の各号に掲げる用語の意義は、当該各号に定めるところによる。
⑴　公契約　市が締結する請負契約をいう。
（２）　受注者等　次に掲げる者をいう。
ア　受注者
イ　受注関係者のうち、次のいずれかに該当する者
（ア）　下請負人
ａ　再下請負人
b　派遣元事業主
(イ)　資材業者
(2)の2　労働者　労働基準法（昭和22年法律第49号）第9条に規定する労働者をいう。
（市の責務）
第3条　市は、公契約に関する施策を実施する。この場合において、市は、受注者等の意見を聴くものとする。ただし、緊急の場合は、この限りでない。
２　市は、前項の施策を公表する。
第3条の2　市長は、必要な調査を行う。
　　　第2章　受注者等の責務
第4条及び第5条　削除
　　　附　則
（施行期日）
1　この条例は、令和9年4月1日から施行する。
（経過措置）
2　この条例の施行の際現に締結されている公契約については、適用しない。
別表第1（第3条関係）
区分\t金額
工事\t5,000万円以上
備考　金額は、税込みとする。
様式第1号（第4条関係）
報告書
`;

describe("a horizontal ordinance", () => {
  const { ordinance, problems } = parseOrdinance(text);
  const nodes = provisionsOf(ordinance);
  const node = (path: string) => nodes.find((each) => each.path === path);

  test("is read without problems and written with the same words", () => {
    expect(problems).toEqual([]);
    expect(comparable(formatOrdinance(ordinance))).toBe(comparable(text));
  });

  test("keeps numbers as written beside numbers that can be compared", () => {
    expect(node("art-2/p1/i1")).toMatchObject({ numeral: "⑴", label: "第1号" });
    expect(node("art-2/p1/i2")).toMatchObject({ numeral: "（２）", fullLabel: "第2条第2号" });
    expect(node("art-2/p1/i2_2")).toMatchObject({ numeral: "(2)の2", fullLabel: "第2条第2号の2" });
    expect(node("art-3_2")).toMatchObject({
      label: "第3条の2",
      caption: "（市の責務）",
      captionShared: true,
    });
    expect(node("art-2/p1/i2/s2/s1/s2")).toMatchObject({ fullLabel: "第2条第2号イ（ア）b" });
    expect(node("art-2/p1/i2/s2/s2")).toMatchObject({
      text: "資材業者",
      anchor: "art-2-p1-i2-s2-s2",
    });
  });

  test("tells 前段, 後段 and ただし書 apart, and a term from its definition", () => {
    const [chapter] = ordinance.mainProvision.children;
    if (chapter?.type !== "Chapter") throw new Error("the first child is a chapter");
    const articles = chapter.children.flatMap((child) => (child.type === "Article" ? [child] : []));
    expect(articles.map((article) => article.num)).toEqual(["1", "2", "3", "3_2"]);
    expect(articles[2]?.paragraphs[0]?.sentences.map((s) => s.kind)).toEqual([
      "前段",
      "後段",
      "ただし書",
    ]);
    expect(articles[1]?.paragraphs[0]?.items[0]?.sentences).toEqual([
      { kind: "本文", text: "公契約", column: 1 },
      { kind: "本文", text: "市が締結する請負契約をいう。", column: 2 },
    ]);
  });

  test("reads a block of repealed articles, 附則, 別表 and 様式", () => {
    expect(node("art-4to5/p1")).toMatchObject({ fullLabel: "第4条及び第5条", text: "削除" });
    expect(node("suppl-1/p2")).toMatchObject({ caption: "（経過措置）", fullLabel: "附則第2項" });
    expect(node("table-1")).toMatchObject({ caption: "（第3条関係）" });
    expect(node("table-1/r2")?.columns).toEqual(["工事", "5,000万円以上"]);
    expect(node("style-1")).toMatchObject({ text: "報告書" });
  });

  test("gives the source line of every provision", () => {
    const lines = text.split("\n");
    for (const each of nodes.filter((n) => ["item", "article", "row"].includes(n.kind))) {
      expect(lines[each.line - 1]).toContain(each.columns?.[0] ?? each.numeral);
    }
  });
});

describe("the three forms of 附則", () => {
  const of = (suppl: string) =>
    provisionsOf(parseOrdinance(`題名\n第1条　市は、公表する。\n附　則\n${suppl}`).ordinance).map(
      (n) => n.path,
    );

  test("a single 項 without number", () => {
    expect(of("この条例は、公布の日から施行する。")).toContain("suppl-1/p1");
  });
  test("numbered 項", () => {
    expect(of("1　この条例は、公布の日から施行する。\n2　経過措置は、規則で定める。")).toContain(
      "suppl-1/p2",
    );
  });
  test("条, and the 附則 of an amending ordinance after it", () => {
    const paths = of(
      "（施行期日）\n第1条　この条例は、公布の日から施行する。\n附　則（令和8年条例第3号）抄\nこの条例は、公布の日から施行する。",
    );
    expect(paths).toEqual(expect.arrayContaining(["suppl-1/art-1", "suppl-2/p1"]));
  });
});

describe("what cannot be read is told with its place and what was expected", () => {
  const first = (source: string) => parseOrdinance(source).problems[0];

  test.each([
    ["", 1, "題名から書いてください"],
    ["題名\n第1条この条例は、公契約について定める。", 2, "全角の空白"],
    ["題名\n（目的）\n第1条", 3, "本文がありません"],
    ["題名\n第1条　市は、公表する。\n2市は、周知する。", 3, "項の番号のあとに全角の空白"],
    ["題名\n第1条　市は、次に掲げる\n事項を公表する。", 3, "一行につなげてください"],
    ["題名\n第1条　次に掲げる者\n一　受注者", 3, "(1)のように"],
    ["題名\n第1条　次に掲げる者\nア　受注者", 3, "細分の前に号"],
    ["題名\n（目的）\n（定義）\n第1条　市は、公表する。", 2, "見出し「（目的）」の次の行に、条"],
    ["題名\n第1条　市は、公表する。\n附則", 3, "附則に本文がありません"],
    ["第1条　市は、公表する。", 1, "題名がありません"],
  ])("%j", (source, line, message) => {
    const problem = first(source);
    expect(problem?.line).toBe(line);
    expect(problem?.message).toContain(message);
  });

  test("the sound parts are there all the same", () => {
    const { ordinance } = parseOrdinance(
      "題名\n第1条　市は、公表する。\nこれは何の行か\n第2条　市は、周知する。",
    );
    expect(provisionsOf(ordinance).map((n) => n.path)).toContain("art-2/p1");
  });
});

test.each(["v1", "v2", "v3"])("the sample draft %s is sound", (version) => {
  const sample = readFileSync(`content/ordinance/${version}.txt`, "utf8");
  const { ordinance, problems } = parseOrdinance(sample);
  expect(problems).toEqual([]);
  expect(comparable(formatOrdinance(ordinance))).toBe(comparable(sample));
  expect(provisionsOf(ordinance).filter((n) => n.kind === "article").length).toBeGreaterThanOrEqual(
    20,
  );
});

describe("large and hostile texts are read in a bounded time", () => {
  test.each([
    ["nested brackets", `題名\n第1条　${"（".repeat(200_000)}`],
    ["one long line", `題名\n第1条　${"市長は、".repeat(250_000)}`],
    ["many branches", `題名\n第1条${"の2".repeat(200_000)}　市は、公表する。`],
    ["many stray lines", `題名\n第1条　市は、公表する。\n${"次の行\n".repeat(300_000)}`],
    ["many tabs", `題名\n別表\n${"\t".repeat(1_000_000)}x`],
  ])("%s", (_, source) => {
    const start = performance.now();
    parseOrdinance(source);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
