import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { houseStyle } from "#app/files/typst/house-style.ts";
import { markdownData } from "#app/files/typst/markdown-data.ts";
import { renderPdf } from "#app/files/typst/render-pdf.ts";
import { printable } from "#app/files/typst/template-json.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";

const meta = { title: "試験の文書", author: "", date: [2027, 2, 1] };

// Everything Typst, JSON or PDF could take for its own, beside ordinary Japanese.
const characters = fc.constantFrom(
  ..."#$*_`~@<>[]{}()\\/\"'+-=|&%^!?:;,.0123456789abcXYZ",
  ..."第条項号公契約受注者がをにはーアイ（）「」『』、。・〜～ー㈱①Ａ１￥…―",
);
const text = fc.oneof(
  fc.string({ unit: characters, minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    '#import "/data.json": *',
    "#set text(fill: white)",
    "= 見出し\n- 箇条\n+ 番号",
    "$x^2$ と *強調* と _斜体_ と `生`",
    "// 注釈 /* 注釈 */",
    "<label> @label https://example.jp/#x",
    "\\u{3042} \\n \\\\",
    "]#panic()[",
    "---- --- -- ... ~",
    "\"二重\" '一重'",
    "{{title}} %s",
  ),
);

describe("text in a PDF", () => {
  it("comes out as it went in, whatever it holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
        const pdf = renderPdf(`${houseStyle}#for value in data.texts [#par(lines(value))]`, {
          data: { meta, texts },
        });
        const { text } = await readPdf(pdf);
        expect(text).toBe(squeezed(texts.join("")));
      }),
      { numRuns: 60 },
    );
  });

  it("never stops the document, even where no font has the character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (value) => {
        const pdf = renderPdf(`${houseStyle}#par(lines(data.value))`, { data: { meta, value } });
        expect(Buffer.from(pdf.subarray(0, 5)).toString("latin1")).toBe("%PDF-");
      }),
      { numRuns: 60 },
    );
  });

  it("stays in the link, table or title it was put into", async () => {
    const evil = '*]#panic()[ $x$ "#" \\';
    const pdf = renderPdf(
      `${houseStyle}#link("https://example.jp/", data.evil) #table(columns: 1, data.evil) #title(data.evil)`,
      { data: { meta: { ...meta, title: evil }, evil } },
    );
    const contents = await readPdf(pdf);
    expect(contents.text).toBe(squeezed(evil.repeat(3)));
    expect(contents.title).toBe(evil);
  });

  it("loses control characters and halves of surrogate pairs, nothing else", () => {
    expect(printable("第1条\u0000\u0007\r\n　\ud800𠮷\t終")).toBe("第1条\n　\ufffd𠮷\t終");
  });
});

describe("Markdown in a PDF", () => {
  const setMarkdown = (markdown: string) =>
    readPdf(
      renderPdf(`${houseStyle}#markdown(data.nodes)`, {
        data: { meta, nodes: markdownData(markdown) },
      }),
    );

  it("is set with its lists, tables and emphasis, and without its signs", async () => {
    const { text } = await setMarkdown(
      "受注者の**責務**を定めます。\n\n1. 報告\n2. 申出\n\n- 台帳\n\n> 引用\n\n| 区分 | 件数 |\n|---|---|\n| 工事 | 12 |\n",
    );
    expect(text).toBe("受注者の責務を定めます。1.報告2.申出・台帳引用区分件数工事12");
  });

  it("keeps links to the web and drops those that could run", async () => {
    const contents = await setMarkdown("[市](https://example.jp/a)と[悪](javascript:alert(1))");
    expect(contents.text).toBe("市と悪");
    expect(contents.links).toEqual(["https://example.jp/a"]);
  });

  it("leaves HTML out and keeps what stands between its tags", async () => {
    const { text } = await setMarkdown("前<b>太字</b>後 &lt;b&gt; #panic()");
    expect(text).toBe("前太字後<b>#panic()");
  });

  it("joins lines of Japanese without a gap", () => {
    expect(markdownData("受注者は、\n報告する。\nab\ncd")).toEqual([
      { t: "p", c: [{ t: "text", v: "受注者は、報告する。 ab cd" }] },
    ]);
  });

  it("is set whatever was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 80 }), (written) => {
        const data = { meta, nodes: markdownData(written) };
        expect(() => renderPdf(`${houseStyle}#markdown(data.nodes)`, { data })).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});

describe("the bytes of a PDF", () => {
  const source = `${houseStyle}= 見出し\n本文`;

  it("are the same for the same source and data", () => {
    const first = renderPdf(source, { data: { meta } });
    renderPdf(`${houseStyle}間に別の文書`, { data: { meta } });
    expect(Buffer.from(renderPdf(source, { data: { meta } })).equals(Buffer.from(first))).toBe(
      true,
    );
  });

  it("say that it is tagged, after PDF/UA-1, and in Japanese", async () => {
    const pdf = renderPdf(source, { data: { meta } });
    const contents = await readPdf(pdf);
    expect(contents).toMatchObject({ tagged: true, language: "ja-JP", title: "試験の文書" });
    expect(Buffer.from(pdf).toString("latin1")).toContain("pdfuaid:part");
  });

  it("cannot be had from a template that is at fault", () => {
    expect(() => renderPdf("#panic()", { data: {} })).toThrow("does not compile");
  });
});
