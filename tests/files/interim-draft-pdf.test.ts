import { describe, expect, it } from "vitest";
import type { InterimDraftDocument } from "#app/domain/interim-draft/document.ts";
import { hashesOf } from "#app/domain/interim-draft/hashes.ts";
import { wareki } from "#app/domain/japan/index.ts";
import { interimDraftPdf } from "#app/files/interim-draft-pdf.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";
import { sampleDraft } from "#tests/support/sample-interim-draft.ts";

function pdfOf(draft: InterimDraftDocument): Uint8Array {
  return interimDraftPdf(draft, {
    hashes: hashesOf(draft),
    origin: "https://jukugi.example.jp",
    path: "/interim-drafts/1",
    wareki,
  });
}

describe("the PDF of an interim draft", () => {
  it("carries title, number, status, date in the Japanese calendar, sample mark and hashes", async () => {
    const draft = sampleDraft();
    const { pages, text, title, language, tagged } = await readPdf(pdfOf(draft));
    expect(title).toBe("（仮称）公契約条例　中間案　第1号");
    expect({ language, tagged }).toEqual({ language: "ja-JP", tagged: true });
    for (const words of [
      "（仮称）公契約条例　中間案",
      "令和9年2月1日",
      draft.statusText,
      "サンプル",
    ]) {
      expect(pages[0]).toContain(squeezed(words));
    }
    const hashes = hashesOf(draft);
    for (const digest of [hashes.whole, hashes.text, hashes.figures])
      expect(text).toContain(digest);
  });

  it("marks every page of a sample, and no page of what is none", async () => {
    const { pages } = await readPdf(pdfOf(sampleDraft()));
    expect(pages.filter((page) => !page.includes("サンプル"))).toEqual([]);
    const real = await readPdf(pdfOf({ ...sampleDraft(), isSample: false }));
    expect(real.text).not.toContain("サンプル");
  });

  it("carries the ordinance word for word, in order", async () => {
    const draft = sampleDraft();
    const { text } = await readPdf(pdfOf(draft));
    let from = text.indexOf("第3版の全文です。");
    for (const words of draft.text.blocks.flatMap(wordsOf).map(squeezed)) {
      const at = text.indexOf(words, from);
      expect(at, words).toBeGreaterThan(0);
      from = at + words.length;
    }
    expect(from).toBeLessThan(text.lastIndexOf("4逐条の解説、根拠、意見"));
  });

  it("shows the same figure as the document, with n, release and what it is worth", async () => {
    const draft = sampleDraft();
    const { text, links } = await readPdf(pdfOf(draft));
    for (const figure of draft.articles.flatMap(({ figures }) => figures)) {
      expect(text).toContain(squeezed(figure.sentence));
      expect(links).toContain(`https://jukugi.example.jp${figure.path}`);
    }
    expect(text).toContain(squeezed("221者のうち80者（36.2%）"));
    expect(text).toContain(squeezed("公契約に関する事業者アンケート（速報）　n=221、無回答 7"));
    expect(text).toContain("模擬回答");
  });

  it("shows the digest of each figure and of its release, and hidden rows with the reason", async () => {
    const draft = sampleDraft();
    const figures = draft.articles.flatMap((article) => article.figures);
    const [row] = figures.find(({ rows }) => rows !== undefined)?.rows ?? [];
    if (row) Object.assign(row, { count: null, percent: null });
    const whole = figures.find(({ rows }) => rows !== undefined);
    if (whole) whole.hiddenReason = "x は、回答した事業者が推測されないように伏せた数です。";
    const { text } = await readPdf(pdfOf(draft));
    expect(figures).toHaveLength(2);
    for (const { sha256 = "missing", releaseSha256 = "missing" } of figures) {
      expect(text).toContain(squeezed(`この数値のSHA-256 ${sha256}`));
      expect(text).toContain(squeezed(`集計版1のSHA-256 ${releaseSha256}`));
    }
    expect(text).toContain("とても重いx－");
    expect(text).toContain(squeezed("x は、回答した事業者が推測されないように伏せた数です。"));
  });

  it("sets a draft frozen before figures had digests", async () => {
    const draft = sampleDraft();
    for (const figure of draft.articles.flatMap(({ figures }) => figures)) {
      delete figure.sha256;
      delete figure.releaseSha256;
    }
    expect((await readPdf(pdfOf(draft))).text).not.toContain("この数値のSHA-256");
  });

  it("shows utterances with their links, comments with what became of them, and changes", async () => {
    const { text, links } = await readPdf(pdfOf(sampleDraft()));
    expect(links).toContain("https://jukugi.example.jp/meetings/3#utterance-12");
    expect(text).toContain(squeezed("No.条意見の概要市の考え方反映区分"));
    expect(text).toContain(squeezed("2第8条市長への申出だけでなく"));
    expect(text).toContain("検討中");
    expect(text).toContain("条の移動と字句の修正（第6条から）");
    expect(text).toContain("第2版の第9条（立入調査）");
    expect(text).toContain(squeezed("4第2版の第9条第1項事業所への立入りは、事前に知らせて"));
  });

  it("lists its contents with the pages they are really on", async () => {
    const { pages } = await readPdf(pdfOf(sampleDraft()));
    const listed = /第8条（労働者の申出）\.*(\d+)第9条/.exec(pages[1] ?? "")?.[1];
    const found = pages.findIndex((page, at) => at > 4 && page.includes("第8条（労働者の申出）"));
    expect(Number(listed)).toBe(found + 1);
  });

  it("is the same bytes each time, and others when one figure differs", () => {
    const bytes = (draft: InterimDraftDocument) => Buffer.from(pdfOf(draft));
    expect(bytes(sampleDraft()).equals(bytes(sampleDraft()))).toBe(true);
    const changed = sampleDraft();
    const figure = changed.articles.flatMap(({ figures }) => figures)[0];
    if (figure) figure.count += 1;
    expect(bytes(changed).equals(bytes(sampleDraft()))).toBe(false);
  });

  it("takes markup in a comment for words", async () => {
    const draft = sampleDraft();
    const comment = draft.articles.flatMap(({ comments }) => comments)[0];
    if (comment) comment.body = "#panic() *太字* $x$ = 見出し\n2行目 <script>";
    expect((await readPdf(pdfOf(draft))).text).toContain(
      squeezed("#panic() *太字* $x$ = 見出し2行目 <script>"),
    );
  });

  it("can be made of a draft with nothing but its text", async () => {
    const draft = sampleDraft();
    const bare: InterimDraftDocument = {
      ...draft,
      introduction: "",
      history: { meetings: [], surveys: [], versions: [] },
      removedArticles: [],
      articles: draft.articles.map(({ changes: _, ...article }) => ({
        ...article,
        commentary: "",
        figures: [],
        utterances: [],
        comments: [],
      })),
    };
    const { text } = await readPdf(pdfOf(bare));
    expect(text).toContain("会議の記録はまだありません。");
    expect(text).toContain("5この文書の確かめ方");
  });
});

function wordsOf(block: InterimDraftDocument["text"]["blocks"][number]): string[] {
  switch (block.kind) {
    case "provision":
      return [`${block.label}${block.text}`];
    case "toc":
      return block.entries.map(({ text }) => text);
    case "table":
      return block.rows.map((row) => row.join(""));
    default:
      return [block.text];
  }
}
