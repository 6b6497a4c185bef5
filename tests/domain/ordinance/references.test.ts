import { describe, expect, test } from "vitest";
import { parseOrdinance, resolveReferences } from "#app/domain/ordinance/index.ts";

/** What the references of a text point at: 「前項」 → "前項=art-1/p1"; 外 another law, ？ nothing. */
function targets(text: string, path: string): string[] {
  return resolveReferences(parseOrdinance(text).ordinance)
    .filter((reference) => reference.path === path)
    .map(({ kind, text: words, targets: to, law, part }) => {
      if (kind === "external") return `${words}=外:${law}`;
      if (kind === "self") return `${words}=自`;
      if (kind === "unresolved") return `${words}=？`;
      const [first, last] = [to[0], to.at(-1)];
      return `${words}=${to.length > 1 ? `${first}..${last}` : first}${part ? `#${part}` : ""}`;
    });
}

const base = `題名
第1章　総則
第1条　市は、次の各号に掲げる事項を公表する。ただし、緊急の場合は、この限りでない。
(1)　件数
(2)　金額のうち、次に掲げるもの
ア　予定価格
イ　契約金額
(ウ)　その他
(3)　相手方
2　市は、周知する。この場合において、方法は、規則で定める。
3　市は、調査する。
第2条　市長は、調査を行う。
第2条の2　市長は、検証を行う。
第2章　雑則
第3条　市長は、勧告する。
附則
1　この条例は、公布の日から施行する。
2　経過措置は、規則で定める。
別表第1
区分\t額
別表第2
区分\t額
`;

/** The base text with one more article after 第3条. */
const withArticle = (article: string) => base.replace("附則", `第4条　${article}\n附則`);

describe("references of every kind", () => {
  test.each([
    ["前条の規定による。", ["前条=art-3"]],
    ["前2条の規定による。", ["前2条=art-2_2..art-3"]],
    ["第1条第2項の規定による。", ["第1条第2項=art-1/p2"]],
    ["第1条第3号に掲げる事項", ["第1条第3号=art-1/p1/i3"]],
    ["第1条第1項第2号イに掲げるもの", ["第1条第1項第2号イ=art-1/p1/i2/s2"]],
    ["第1条各号に掲げる事項", ["第1条各号=art-1/p1/i1..art-1/p1/i3"]],
    ["第1条ただし書の規定", ["第1条ただし書=art-1#ただし書"]],
    ["第1条第2項後段の規定", ["第1条第2項後段=art-1/p2#後段"]],
    ["第1条第1項各号列記以外の部分", ["第1条第1項各号列記以外の部分=art-1/p1#各号列記以外の部分"]],
    ["第１条から第３条までの規定", ["第１条から第３条まで=art-1..art-3"]],
    ["第1条第1号から第3号までに掲げる事項", ["第1条第1号から第3号まで=art-1/p1/i1..art-1/p1/i3"]],
    ["第2条の2の規定", ["第2条の2=art-2_2"]],
    ["第1条第2項及び第3項の規定", ["第1条第2項=art-1/p2", "第3項=art-1/p3"]],
    ["第1条及び第3条の規定", ["第1条=art-1", "第3条=art-3"]],
    ["第1条第2項（緊急の場合に限る。）及び第3項の規定", ["第1条第2項=art-1/p2", "第3項=art-1/p3"]],
    ["第1条第1項（第2号を除く。）の規定", ["第1条第1項=art-1/p1", "第2号=art-1/p1/i2"]],
    [
      "第1条の規定により公表し、同条第3項の規定により調査する。",
      ["第1条=art-1", "同条第3項=art-1/p3"],
    ],
    ["第1条第1項の規定及び同項第2号の規定", ["第1条第1項=art-1/p1", "同項第2号=art-1/p1/i2"]],
    [
      "第1条第2号に掲げるもの及び同号アに掲げるもの",
      ["第1条第2号=art-1/p1/i2", "同号ア=art-1/p1/i2/s1"],
    ],
    ["この条例の規定及びこの条の規定", ["この条例=自", "この条=art-4"]],
    ["第1章の規定及びこの章の規定", ["第1章=chapter-1", "この章=chapter-2"]],
    ["前章の規定", ["前章=chapter-1"]],
    ["附則第2項の規定", ["附則第2項=suppl-1/p2"]],
    ["別表第1に掲げる額又は同表に掲げる額", ["別表第1=table-1", "同表=table-1"]],
    [
      "労働基準法（昭和22年法律第49号）第9条に規定する労働者",
      ["労働基準法=外:労働基準法", "第9条=外:労働基準法"],
    ],
    [
      "地方自治法第244条の2第3項及び第7項の規定",
      ["第244条の2第3項=外:地方自治法", "第7項=外:地方自治法"],
    ],
    [
      "最低賃金法第9条第1項の規定及び同条第2項の規定",
      ["第9条第1項=外:最低賃金法", "同条第2項=外:最低賃金法"],
    ],
    ["最低賃金法第9条の規定及び同法第10条の規定", ["第9条=外:最低賃金法", "第10条=外:最低賃金法"]],
    [
      "市長は、医薬品、医療機器等の品質、有効性及び安全性の確保等に関する法律（昭和35年法律第145号）第2条に規定する医薬品",
      [
        "医薬品、医療機器等の品質、有効性及び安全性の確保等に関する法律=外:医薬品、医療機器等の品質、有効性及び安全性の確保等に関する法律",
        "第2条=外:医薬品、医療機器等の品質、有効性及び安全性の確保等に関する法律",
      ],
    ],
    [
      "労働基準法、育児休業、介護休業等育児又は家族介護を行う労働者の福祉に関する法律第5条の規定",
      ["第5条=外:育児休業、介護休業等育児又は家族介護を行う労働者の福祉に関する法律"],
    ],
    ["市契約規則第5条の規定及び第3条の規定", ["第5条=外:市契約規則", "第3条=art-3"]],
    ["第9条の規定", ["第9条=？"]],
    ["第1条第9項の規定", ["第1条第9項=？"]],
    ["前5条の規定", ["前5条=？"]],
    ["次条の規定", ["次条=？"]],
    ["同条の規定", ["同条=？"]],
    ["別表第9に掲げる額", ["別表第9=？"]],
    ["「第9条」とあるのは「第10条」と読み替える。", []],
  ])("%s", (article, expected) => {
    expect(targets(withArticle(article), "art-4/p1")).toEqual(expected);
  });

  test("前項, 前2項, 次項, 各項 within an article", () => {
    const text = withArticle(
      "市は、次項の措置をとる。\n2　前項の措置\n3　前2項の措置\n4　前各項の措置\n5　第2項の措置",
    );
    expect(targets(text, "art-4/p1")).toEqual(["次項=art-4/p2"]);
    expect(targets(text, "art-4/p2")).toEqual(["前項=art-4/p1"]);
    expect(targets(text, "art-4/p3")).toEqual(["前2項=art-4/p1..art-4/p2"]);
    expect(targets(text, "art-4/p4")).toEqual(["前各項=art-4/p1..art-4/p3"]);
    expect(targets(text, "art-4/p5")).toEqual(["第2項=art-4/p2"]);
  });

  test("前号, 前各号, 当該各号, and 同項 in a 号 after its 柱書", () => {
    const text = withArticle(
      "第1条第1項の場合は、次の各号の区分に応じ、当該各号に定める。\n(1)　甲\n(2)　前号の甲\n(3)　前各号のほか、同項第2号の額",
    );
    expect(targets(text, "art-4/p1")).toEqual([
      "第1条第1項=art-1/p1",
      "各号=art-4/p1/i1..art-4/p1/i3",
      "当該各号=art-4/p1/i1..art-4/p1/i3",
    ]);
    expect(targets(text, "art-4/p1/i2")).toEqual(["前号=art-4/p1/i1"]);
    expect(targets(text, "art-4/p1/i3")).toEqual([
      "前各号=art-4/p1/i1..art-4/p1/i2",
      "同項第2号=art-1/p1/i2",
    ]);
  });

  test("別表第1（第3条関係） and 様式第1号（第2条の2関係） point at their articles", () => {
    const text = `${withArticle("別表第1に掲げる額")
      .replace("別表第1\n区分", "別表第1（第1条第2項、第3条関係）\n区分")
      .replace("別表第2\n", "別表第2（第9条関係）\n")}様式第1号（第2条の2関係）\n氏名\n`;
    expect(targets(text, "table-1")).toEqual(["第1条第2項=art-1/p2", "第3条=art-3"]);
    expect(targets(text, "table-2")).toEqual(["第9条=？"]);
    expect(targets(text, "style-1")).toEqual(["第2条の2=art-2_2"]);
  });

  test("vertical style", () => {
    const text =
      "題名\n第一条　市は、公表する。\n２　前項の規定\n第二条　第一条第二項の規定及び民法（明治二十九年法律第八十九号）第七百九条の規定";
    expect(targets(text, "art-1/p2")).toEqual(["前項=art-1/p1"]);
    expect(targets(text, "art-2/p1")).toEqual([
      "第一条第二項=art-1/p2",
      "民法=外:民法",
      "第七百九条=外:民法",
    ]);
  });

  test("what is missing is said in words, and identities are given where known", () => {
    const { ordinance } = parseOrdinance(withArticle("第9条及び第3条の規定"));
    const found = resolveReferences(ordinance, new Map([["art-3", "id-3"]])).filter(
      (r) => r.path === "art-4/p1",
    );
    expect(found[0]?.problem).toContain("第9条");
    expect(found[1]?.identities).toEqual(["id-3"]);
  });
});
