import { describe, expect, it } from "vitest";
import { questionSentences } from "#app/domain/survey/release/sentence.ts";
import { pressRelease } from "#app/files/release/press.ts";
import { type ReleaseFileKind, releaseFileKinds } from "#app/files/release/press-order.ts";
import type { ReleaseDocument } from "#app/files/release/release-document.ts";
import { releaseFile } from "#app/files/release/release-file.ts";
import { releasePdf } from "#app/files/release/release-pdf.ts";
import { troubling } from "#tests/support/any-release.ts";
import { pagePictures } from "#tests/support/pdf-picture.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";
import { sampleReleaseDocument } from "#tests/support/release-document.ts";

const real = (): ReleaseDocument => ({
  ...sampleReleaseDocument(),
  survey: { ...sampleReleaseDocument().survey, isSample: false, isSimulated: false },
});

describe("the report of a release", () => {
  it("tells on its cover what it is, in the Japanese calendar, with rate and hash", async () => {
    const document = sampleReleaseDocument();
    const { pages, title, language, tagged } = await readPdf(releasePdf(document));
    expect(title).toBe("公契約に関する事業者アンケート　集計版2（確報）　集計結果報告書");
    expect({ language, tagged }).toEqual({ language: "ja-JP", tagged: true });
    for (const words of [
      "集計結果報告書　集計版2（確報）",
      "令和8年10月21日",
      "令和8年9月25日までに受け付けた回答",
      "57.0%（対象400者のうち回答228者）",
      "サンプル・模擬回答",
      "計算機が作った模擬の回答を集計したもの",
      document.sha256,
    ]) {
      expect(pages[0]).toContain(squeezed(words));
    }
  });

  it("marks every page of a sample, and no page of what is none", async () => {
    const { pages } = await readPdf(releasePdf(sampleReleaseDocument()));
    expect(pages.filter((page) => !page.includes("サンプル・模擬回答"))).toEqual([]);
    const { text } = await readPdf(releasePdf(real()));
    expect(text).not.toContain("サンプル");
    expect(text).not.toContain("模擬");
  });

  it("lists its contents with the pages they are really on", async () => {
    const { pages } = await readPdf(releasePdf(sampleReleaseDocument()));
    const listed = /問6大切だと思う順に並べてください。\.*(\d+)問7/.exec(pages[1] ?? "")?.[1];
    const found = pages.findIndex((page, at) => at > 1 && page.includes("問6大切だと思う順"));
    expect(Number(listed)).toBe(found + 1);
    expect(pages[found]).toContain(`${found + 1}/${pages.length}`);
  });

  it("says each question in its sentences, with table, bases and strata", async () => {
    const document = sampleReleaseDocument();
    const { text } = await readPdf(releasePdf(document));
    for (const question of document.release.questions) {
      for (const sentence of questionSentences(question)) {
        expect(text).toContain(squeezed(sentence));
      }
    }
    expect(text).toContain(squeezed("2 やや重い 80 36.2% 36.6%（31.0～42.1）"));
    expect(text).toContain(squeezed("n=221、無回答 7、非該当 0"));
    expect(text).toContain(squeezed("業種 工事 116 22 19.0% 42 36.2%"));
    expect(text).toContain(squeezed("平均 3.25、第1四分位数 2、中央値 3、第3四分位数 x"));
    expect(text).toContain(squeezed("調査をした時の案で関係する条：第7条、第8条"));
    expect(text).toContain(squeezed("=SUM(A1)のような計算式で始まる記述 x"));
  });

  it("shows hidden cells as x and tells why, how it was proved, and what the weights assume", async () => {
    const { text } = await readPdf(releasePdf(sampleReleaseDocument()));
    expect(text).toContain(squeezed("3 その他 x"));
    for (const words of [
      "3者に満たない数と、そこから計算できてしまう数",
      "示すことのできる数 840個のうち、21個（2.5%）を伏せました。",
      "線形計画法（HiGHS 1.15.3）",
      "問6×問7は、数を伏せても推測を防げないため、表ごと示していません。",
      "有効回答数によるウィルソンの95%信頼区間です。",
      "AAPOR",
      "RR1",
    ]) {
      expect(text).toContain(squeezed(words));
    }
  });

  it("draws bars dark and light, and nothing in colour", async () => {
    const bytes = releasePdf(sampleReleaseDocument());
    const { pages } = await readPdf(bytes);
    const numbers = pages.map((_, index) => index + 1);
    for (const picture of await pagePictures(bytes, numbers, 60)) {
      expect(picture.colour).toBeLessThan(6);
    }
    // The bar of 「やや重い」, of which it fills a third.
    const [picture] = await pagePictures(bytes, [3], 100);
    const [dark, light] = picture?.shades({ left: 120, top: 155, width: 40, height: 40 }) ?? [];
    expect(dark).toBeLessThan(90);
    expect(light).toBe(255);
  });

  it("is the same bytes each time", () => {
    const bytes = () => Buffer.from(releasePdf(sampleReleaseDocument()));
    expect(bytes().equals(bytes())).toBe(true);
  });

  it("takes any text for words, emoji and 50,000 characters too", async () => {
    const document = sampleReleaseDocument();
    const [first, second] = document.release.questions;
    if (!first || !second?.texts) throw new Error("the sample has both");
    first.title = "#panic() *太字* $x$ = 見出し <b>";
    second.texts.published = [
      ...troubling.map((text) => ({ text, firms: null })),
      { text: "長い記述です。".repeat(7_143), firms: null },
    ];
    const { text } = await readPdf(releasePdf(document));
    expect(text).toContain(squeezed("#panic() *太字* $x$ = 見出し <b>"));
    expect(text.split("長").length).toBe(7_144);
  });

  it("can be made of a release without questions", async () => {
    const document = sampleReleaseDocument();
    document.release.questions = [];
    expect((await readPdf(releasePdf(document))).text).toContain("1回収の状況");
  });
});

describe("the press of a release's files", () => {
  it("makes every file in a thread, as it would be made here", async () => {
    const document = sampleReleaseDocument();
    const pressed = async (kind: ReleaseFileKind) =>
      Buffer.from(await pressRelease({ kind, document }));
    for (const kind of releaseFileKinds.filter((one) => one !== "xlsx")) {
      const here = Buffer.from(await releaseFile({ kind, document }));
      expect((await pressed(kind)).equals(here), kind).toBe(true);
    }
    expect((await pressed("xlsx")).subarray(0, 2).toString()).toBe("PK");
  });
});
