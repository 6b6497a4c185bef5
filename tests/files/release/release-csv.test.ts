import { parse } from "csv-parse/sync";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { encodeCp932 } from "#app/files/cp932.ts";
import { cp932Losses } from "#app/files/release/cp932-report.ts";
import { releaseFigures } from "#app/files/release/figure-lines.ts";
import { readReleaseCsv } from "#app/files/release/read-back.ts";
import { releaseCsv } from "#app/files/release/release-csv.ts";
import type { ReleaseDocument } from "#app/files/release/release-document.ts";
import { anyReleaseDocument, troubling } from "#tests/support/any-release.ts";
import { sampleReleaseDocument } from "#tests/support/release-document.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const cp932 = (text: string) => encodeCp932(text.replace(/^\ufeff/, ""));
const inCp932 = (text: string) => iconv.decode(Buffer.from(encodeCp932(text)), "cp932");

function records(document: ReleaseDocument): Record<string, string>[] {
  return parse(releaseCsv(document), { bom: true, columns: true });
}

/** The sample with another text in a title, a choice and a released text. */
function withText(text: string): ReleaseDocument {
  const document = sampleReleaseDocument();
  const [first, second] = document.release.questions;
  if (!first || !second?.texts) throw new Error("the sample has both");
  first.title = text;
  for (const row of first.variables[0]?.rows ?? []) row.text = text;
  second.texts.published = [{ text, firms: null }];
  return document;
}

describe("the CSV file of a release", () => {
  it("has one line a cell, with its n, 無回答, 非該当 and what it is worth", () => {
    const lines = records(sampleReleaseDocument());
    const single = lines.find((line) => line.表 === "単純" && line.選択肢 === "やや重い");
    expect(single).toMatchObject({
      調査: "kokeiyaku",
      集計版: "2",
      種別: "確報",
      問: "1",
      設問: "労働環境の報告書を作る負担をどう感じますか。",
      変数: "q1",
      単位: "者",
      値: "2",
      度数: "80",
      "割合（%）": "36.2",
      "重み付き割合（%・参考）": "36.6",
      n: "221",
      無回答: "7",
      非該当: "0",
      秘匿: "",
      備考: "サンプル・模擬回答",
    });
    expect(lines.every((line) => line.備考 === "サンプル・模擬回答")).toBe(true);
    const rate = lines.filter((line) => line.表 === "回収" && line.層 === "工事");
    expect(rate.map((line) => line.度数)).toEqual(["202", "200", "120"]);
    expect(rate[2]).toMatchObject({ 軸: "業種", "割合（%）": "60" });
  });

  it("shows a hidden cell as x with its reason, and nothing that follows from it", () => {
    const lines = records(sampleReleaseDocument());
    const hidden = lines.find((line) => line.選択肢 === "その他" && line.表 === "単純");
    expect(hidden).toMatchObject({ 度数: "x", "割合（%）": "", n: "94", 秘匿: "度数" });
    expect(hidden?.秘匿の理由).toContain("3者に満たない数と、そこから計算できてしまう数");
    const base = lines.find((line) => line.項目 === "休暇" && line.表 === "単純");
    expect(base).toMatchObject({ n: "x", "割合（%）": "", 秘匿: "n・無回答・非該当" });
    const quartile = lines.find((line) => line.変数 === "q5" && line.選択肢 === "第3四分位数");
    expect(quartile).toMatchObject({ 表: "代表値", 代表値: "x", 秘匿: "代表値" });
  });

  it("gives crossings with the base of their column", () => {
    const lines = records(sampleReleaseDocument());
    const crossed = lines.filter((line) => line.選択肢 === "やや重い" && line.軸の識別名 === "q2");
    expect(crossed.map((line) => [line.層, line.度数, line.n, line["割合（%）"]])).toEqual([
      ["材料費が上がり、その分を価格に移せなかった", "21", "58", "36.2"],
      ["受注が減った", "15", "37", "40.5"],
      ["その他", "x", "x", ""],
      ["あてはまるものはない", "0", "0", ""],
    ]);
    expect(crossed[0]?.軸).toBe("問2　賃金を引き上げなかった理由は何ですか。（いくつでも）");
  });

  it("never begins a cell like a formula, in either encoding", () => {
    for (const text of troubling) {
      const csv = releaseCsv(withText(text));
      for (const read of [csv, iconv.decode(Buffer.from(cp932(csv)), "cp932")]) {
        const cells: string[][] = parse(read, { bom: true });
        const begun = cells.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell));
        expect(begun).toEqual([]);
      }
    }
  });

  it("is read back to the same figures", () => {
    const document = sampleReleaseDocument();
    expect(readReleaseCsv(utf8(releaseCsv(document)))).toEqual({
      ok: true,
      value: releaseFigures(document),
    });
  });

  it("is read back without change, whatever its texts are", () => {
    fc.assert(
      fc.property(anyReleaseDocument(), (document) => {
        const figures = releaseFigures(document);
        const csv = releaseCsv(document);
        expect(readReleaseCsv(utf8(csv))).toEqual({ ok: true, value: figures });
        const expected = figures.lines.map((line) =>
          Object.fromEntries(
            Object.entries(line).map(([name, cell]) => [
              name,
              typeof cell === "string" && cell !== "x" ? inCp932(cell) : cell,
            ]),
          ),
        );
        const read = readReleaseCsv(cp932(csv));
        expect(read.ok && read.value.lines).toEqual(expected);
      }),
    );
  });

  it("keeps 50,000 characters of emoji, marks and formulas", () => {
    const text = "=👩‍👩‍👧‍👦\u200f１２\r\n".repeat(2_000).padEnd(50_000, "あ");
    const document = withText(text);
    const read = readReleaseCsv(utf8(releaseCsv(document)));
    expect(read).toEqual({ ok: true, value: releaseFigures(document) });
  });

  it("refuses what is no file of a release, naming the place", () => {
    expect(readReleaseCsv(utf8("a,b\r\n1,2\r\n"))).toEqual({
      ok: false,
      problems: [{ message: "集計表のCSVではありません。「調査」の列がありません。", line: 1 }],
    });
    const broken = releaseCsv(sampleReleaseDocument()).replace(",80,36.2,", ",八十,36.2,");
    const read = readReleaseCsv(utf8(broken));
    expect(!read.ok && read.problems[0]?.message).toMatch(/^\d+行目の「度数」を読めません/);
    expect(readReleaseCsv(new Uint8Array([0x50, 0x4b, 3, 4])).ok).toBe(false);
  });
});

describe("what CP932 cannot hold of a release", () => {
  it("is listed by character, with the rows and columns where it stands", () => {
    const losses = cp932Losses(withText("𠮷野家の負担👍"));
    expect(losses.map(({ character, code }) => [character, code])).toEqual([
      ["𠮷", "U+20BB7"],
      ["👍", "U+1F44D"],
    ]);
    const [place] = losses[0]?.places ?? [];
    const row = records(withText("𠮷野家の負担👍"))[(place?.line ?? 0) - 2];
    expect(row?.[place?.column ?? ""]).toContain("𠮷");
    expect(place?.text).toBe("𠮷野家の負担👍");
  });

  it("is nothing for ordinary Japanese, wave dashes and minus signs", () => {
    expect(cp932Losses(withText("1〜3番地−2　①㈱髙橋"))).toEqual([]);
  });
});
