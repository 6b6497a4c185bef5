import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText, renderMarkdown } from "#app/domain/markdown/index.ts";

const hostile = [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "本文<img src=x onerror=alert(1)>本文",
  '<img src="x" onerror="&#97;lert(1)">',
  "[押してください](javascript:alert(1))",
  "[押してください](JaVaScRiPt:alert(1))",
  "[押してください](java&#115;cript:alert(1))",
  "[押してください](java&Tab;script:alert(1))",
  "[押してください](data:text/html;base64,PHNjcmlwdD4=)",
  "[押してください](vbscript:msgbox(1))",
  "![図](javascript:alert(1))",
  "<javascript:alert(1)>",
  "[参照][x]\n\n[x]: javascript:alert(1)",
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="&#x6a;&#x61;vascript:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  "<svg><script>alert(1)</script></svg>",
  "<svg onload=alert(1)>",
  "<svg><animate onbegin=alert(1) attributeName=x></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<iframe src=https://evil.example></iframe>",
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  "<object data=x></object><embed src=x>",
  '<p style="background:url(javascript:alert(1))">x</p>',
  "<style>body{display:none}</style>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<textarea></textarea><form action=/x><input name=y></form>",
  "<base href=https://evil.example><meta http-equiv=refresh content=0>",
  "<!--><img src=x onerror=alert(1)>-->",
  "<div\n\nonclick=alert(1)>x</div>",
  "`<script>`</code><script>alert(1)</script>",
  '"><script>alert(1)</script>',
];

const allowed =
  /^<\/?(?:a|br|code|del|em|strong|sub|sup|ruby|rt|rp|h[2-6]|p|blockquote|ul|ol|li|hr|pre|table|thead|tbody|tr|th|td)(?: (?:href="(?:https?:|mailto:|\/(?!\/)|#|[^":/]*(?:["/?#]))[^"]*"|href="[^":]*"|title="[^"]*"|start="[^"]*"|align="[^"]*"|scope="col"))* ?\/?>$/;

function expectSafe(html: string) {
  for (const tag of html.match(/<[^>]*>/g) ?? []) expect(tag).toMatch(allowed);
}

describe("what gets into a page", () => {
  test.each(hostile)("is nothing that acts: %s", (source) => {
    expectSafe(renderMarkdown(source).html);
    expectSafe(renderMarkdown(source, { form: "inline" }).html);
    expectSafe(renderMarkdown(`> - ${source}\n>   1. ${source}`).html);
  });

  test("nor anything made of such pieces", () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 6 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(pieces, (parts) => expectSafe(renderMarkdown(parts.join("")).html)),
      { numRuns: 300 },
    );
  });

  test("the words around it stay", () => {
    expect(renderMarkdown("会長の発言<img src=x onerror=alert(1)>です").html).toBe(
      "<p>会長の発言です</p>\n",
    );
    expect(renderMarkdown("![配置図](/files/a.png)を見てください").html).toContain(
      "配置図を見てください",
    );
  });

  test("code is shown as code", () => {
    expect(renderMarkdown("`<script>` は使えません").html).toBe(
      "<p><code>&lt;script&gt;</code> は使えません</p>\n",
    );
  });

  test("thousands of nested quotations are shown, not run out of stack", () => {
    expect(renderMarkdown(`${">".repeat(20_000)}深い`).html).toContain("深い");
  });
});

describe("an address", () => {
  const hrefOf = (address: string) =>
    /href="([^"]*)"/.exec(renderMarkdown(`<a href='${address}'>先</a>`).html)?.[1];

  test.each([
    "https://www.city.iga.lg.jp/a?b=c:d",
    "mailto:soumu@example.jp",
    "/ordinance#art-3",
    "#art-3",
    "minutes/3?time=10:30",
    "?time=10:30",
  ])("stays: %s", (address) => expect(hrefOf(address)).toBe(address));

  test.each([
    "java\n<p>script:alert(1)",
    "java<b>script:alert(1)",
    "https:evil",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "tel:0595",
  ])("goes: %s", (address) => expect(hrefOf(address)).toBeUndefined());
});

describe("Japanese", () => {
  test("bold works beside brackets", () => {
    expect(renderMarkdown("これは**「公契約」**の定義です。**第3条（定義）**では").html).toBe(
      "<p>これは<strong>「公契約」</strong>の定義です。<strong>第3条（定義）</strong>では</p>\n",
    );
  });

  test("a line end puts no space between Japanese words, one between others", () => {
    expect(renderMarkdown("受注者は、\n賃金を支払う。\nSee\nArticle 3").html).toBe(
      "<p>受注者は、賃金を支払う。\nSee\nArticle 3</p>\n",
    );
  });

  test("character references are not escaped twice", () => {
    expect(renderMarkdown("A&amp;B と A&B\n次の行").html).toBe(
      "<p>A&amp;B と A&amp;B\n次の行</p>\n",
    );
  });
});

describe("headings", () => {
  test("leave h1 to the page and skip no level", () => {
    const levels = (source: string, headingBase: 2 | 3 | 4 | 5 | 6) =>
      [...renderMarkdown(source, { headingBase }).html.matchAll(/<h(\d)/g)].map((m) =>
        Number(m[1]),
      );
    expect(levels("# 一\n### 二\n#### 三\n# 四\n<h1>五</h1>", 2)).toEqual([2, 3, 4, 2, 2]);
    expect(levels("# 一\n## 二\n### 三", 5)).toEqual([5, 6, 6]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 })), (depths) => {
        const got = levels(depths.map((depth) => `${"#".repeat(depth)} 見出し`).join("\n\n"), 3);
        got.reduce((last, level) => {
          expect(level).toBeGreaterThanOrEqual(3);
          expect(level).toBeLessThanOrEqual(last + 1);
          return level;
        }, 2);
      }),
    );
  });
});

describe("plain text", () => {
  test("is the words without the marks", () => {
    expect(
      plainText(
        "## 結果\n\n回答は**228者**（[一覧](/a)）です。\n\n- 建設業 <u>120</u>\n- 清掃 A&B\n\n|業種|数|\n|-|-|\n|警備|12|",
      ),
    ).toBe("結果\n回答は228者（一覧）です。\n建設業 120\n清掃 A&B\n業種 数\n警備 12");
  });

  test("reads ruby once", () => {
    expect(plainText("<ruby>熟議<rp>（</rp><rt>じゅくぎ</rt><rp>）</rp></ruby>の場")).toBe(
      "熟議の場",
    );
  });

  test("shows code as it was typed", () => {
    expect(plainText("`a < b && c`")).toBe("a < b && c");
  });
});
