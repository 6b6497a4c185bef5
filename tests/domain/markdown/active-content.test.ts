import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findActiveContent } from "#app/domain/markdown/index.ts";

const found = (source: string) =>
  findActiveContent(source).map(({ message, line, column }) => [
    message.split(" ")[0],
    line,
    column,
  ]);

describe("active content is named with its place", () => {
  test.each([
    ["ただいまから開会します。\n\n<script>alert(1)</script>", [["<script>", 3, 1]]],
    ["一行目\n二行目は<img src=x onerror=alert(1)>です", [["onerror=", 2, 16]]],
    ["a\r\n\r\n本文 <IFRAME src=x></IFRAME>", [["<iframe>", 3, 4]]],
    [
      "<svg onload=alert(1)>",
      [
        ["<svg>", 1, 1],
        ["onload=", 1, 6],
      ],
    ],
    ["- 項目\n  - 子 <style>p{}</style>", [["<style>", 2, 7]]],
    ["> 引用\n> <object data=x></object>", [["<object>", 2, 3]]],
    ["𠮷野さん<script>", [["<script>", 1, 5]]],
    ["<div\n\nonclick=alert(1)>x", [["onclick=", 3, 1]]],
    ['<p style="color:red">', [["style=", 1, 4]]],
    ["<scr<script>ipt>alert(1)", [["<script>", 1, 5]]],
  ])("%j", (source, places) => {
    expect(found(source)).toEqual(places);
  });

  test.each([
    ["[資料](javascript:alert(1))", 1, 6],
    ["一行\n\n[資料](java&#115;cript:alert(1))", 3, 10],
    ["[資料][a]\n\n本文\n\n[a]: javascript:alert(1)", 5, 6],
    ["![図](data:image/svg+xml;base64,AAAA)", 1, 6],
    ["<javascript:alert(1)>", 1, 2],
  ])("the address in %j", (source, line, column) => {
    const [problem, ...others] = findActiveContent(source);
    expect(problem).toMatchObject({ line, column });
    expect(problem?.message).toContain("このリンク先は使えません");
    expect(others).toEqual([]);
  });

  test("two of a kind have two places", () => {
    expect(found("<script>a</script> と <script>b</script>")).toEqual([
      ["<script>", 1, 1],
      ["<script>", 1, 22],
    ]);
  });

  test("not more than twenty are told", () => {
    expect(findActiveContent("<script></script>\n\n".repeat(500))).toHaveLength(20);
  });
});

describe("what is only text is left alone", () => {
  test.each([
    "予定価格が130万円 < 契約金額 <= 500万円のとき、a<b です。",
    "`<script>` と書くと動きません。\n\n```\n<script>alert(1)</script>\n```",
    "[条例](/ordinance) [市](https://www.example.jp/) [問合せ](mailto:a@example.jp) [上へ](#top)",
    "javascript: という語、onclick= という語、on=1",
    "- [x] 済\n- [ ] 未",
    "<br>改行と<ruby>熟議<rt>じゅくぎ</rt></ruby>",
    "![配置図](/files/a.png)",
    "割合は50%です。[資料](/files/100%.pdf)",
  ])("%s", (source) => {
    expect(findActiveContent(source)).toEqual([]);
  });
});

test("nesting beyond reason is a problem, not a crash", () => {
  expect(findActiveContent(`${">".repeat(20_000)}深い`)[0]?.message).toContain("入れ子");
});

test("every handler is found on its own line, whatever stands around it", () => {
  const piece = fc.constantFrom(
    ...["本文", "\n", "  \n", "\t\n", "- 一\n", "1. 二\n", "> 三\n", "# 五\n", "---\n", " \n"],
    ...["| a |\n|-|\n", "</div>\n", "[a]: /b\n", "**太字**", "\n\n<b onclick=a>押す</b>\n\n"],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join("");
      const lines = text
        .split("\n")
        .flatMap((line, at) => (line.includes("onclick") ? [at + 1] : []));
      expect(findActiveContent(text).map((problem) => problem.line)).toEqual(lines);
    }),
    { numRuns: 1000 },
  );
});
