import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { corporateNumberCheckDigit } from "#app/domain/japan/corporate-number.ts";
import { readRoster } from "#app/domain/survey/index.ts";
import { noCoding } from "#app/domain/survey/roster/coding.ts";
import { matchColumns } from "#app/domain/survey/roster/columns.ts";
import { findHeader } from "#app/domain/survey/roster/find-header.ts";
import { readFirms } from "#app/domain/survey/roster/read-firms.ts";
import { sampleFile } from "../sample.ts";

const header = "事業者番号,事業者名,法人番号,郵便番号,所在地,業種,規模,地域区分,等級,元請下請";
const first =
  "S0001,サンプル建設001,7000012050002,518-0000,三重県伊賀市サンプル町1番地,工事,小,市内,A,元請";
const second = "S0002,サンプル商店002,,5180000,三重県伊賀市サンプル町2番地,物品,小,市内,なし,元請";

const utf8 = (...lines: string[]) => new TextEncoder().encode(lines.join("\r\n"));

function problemsOf(bytes: Uint8Array) {
  const roster = readRoster(bytes);
  return roster.ok ? [] : roster.problems;
}

describe("reading a roster", () => {
  it("gives the firms of a UTF-8 file, with or without BOM", () => {
    const plain = readRoster(utf8(header, first, second));
    expect(plain).toMatchObject({
      ok: true,
      value: { encoding: "UTF-8" },
    });
    expect(readRoster(utf8(`\uFEFF${header}`, first, second, "", ""))).toEqual(plain);
    expect(plain.ok ? plain.value.firms : []).toEqual([
      {
        number: "S0001",
        name: "サンプル建設001",
        corporateNumber: "7000012050002",
        postalCode: "518-0000",
        address: "三重県伊賀市サンプル町1番地",
        sector: "工事",
        size: "小",
        region: "市内",
        grade: "A",
        tier: "元請",
      },
      {
        number: "S0002",
        name: "サンプル商店002",
        corporateNumber: null,
        postalCode: "518-0000",
        address: "三重県伊賀市サンプル町2番地",
        sector: "物品",
        size: "小",
        region: "市内",
        grade: "なし",
        tier: "元請",
      },
    ]);
  });

  it("knows CP932, with characters that Shift_JIS lacks", () => {
    const lines = [header, first.replace("サンプル建設001", "㈱髙橋サンプル①"), second].join(
      "\r\n",
    );
    const roster = readRoster(iconv.encode(lines, "cp932"));
    expect(roster).toMatchObject({ ok: true, value: { encoding: "CP932" } });
    expect(roster.ok && roster.value.firms[0]?.name).toBe("㈱髙橋サンプル①");
  });

  it("takes columns in any order, under other headings, below a title", () => {
    const roster = readRoster(
      utf8(
        "令和8年度　競争入札参加資格者名簿,,,,,,,,,,",
        "備考,商号又は名称,業者番号,法人番号,郵便番号,住所,業種,規模,地域区分,格付,元請・下請",
        '"改行\nのある備考",サンプル建設001,S0001,７００００１２０５０００２,５１８－００００,伊賀市サンプル町,工事,小,市内,Ａ,元請',
      ),
    );
    expect(roster).toMatchObject({
      ok: true,
      value: {
        firms: [
          { number: "S0001", corporateNumber: "7000012050002", postalCode: "518-0000", grade: "A" },
        ],
      },
    });
  });

  it("reads the sample roster of 400 firms", () => {
    const roster = readRoster(sampleFile("roster.csv"));
    expect(roster).toMatchObject({ ok: true });
    const firms = roster.ok ? roster.value.firms : [];
    expect(firms).toHaveLength(400);
    for (const { name, address } of firms) expect(name + address).toMatch(/サンプル.*サンプル/);
  });
});

describe("faults of a roster", () => {
  it("cover files that are no CSV", () => {
    expect(problemsOf(new Uint8Array([0x50, 0x4b, 3, 4]))[0]?.message).toContain(
      "表計算ソフトのファイル",
    );
    expect(problemsOf(new Uint8Array([0xff, 0xfe, 0x8b, 0x4e]))[0]?.message).toContain("UTF-16");
    expect(problemsOf(utf8(header, `"${first}`))[0]?.message).toContain("引用符");
    expect(problemsOf(utf8(""))[0]?.message).toContain("1件もありません");
    expect(problemsOf(utf8(header))[0]?.message).toContain("1件もありません");
    const broken = Buffer.concat([
      iconv.encode(`${header}\r\n`, "cp932"),
      Buffer.from([0x82, 0x0a, 0xfd]),
    ]);
    expect(problemsOf(broken)[0]).toMatchObject({ line: 2 });
  });

  it("cover all columns that are missing; the strata and the numbers may be", () => {
    const without = header.replace("郵便番号,", "〒なし,").replace("所在地", "所");
    expect(problemsOf(utf8(without, first)).map(({ message }) => message)).toEqual([
      "「郵便番号」の列がありません。どの列かを選んでください。",
      "「所在地」の列がありません。どの列かを選んでください。",
    ]);
    const few = readRoster(utf8("会社名,住所,〒", "サンプル,伊賀市サンプル町,518-0000"));
    expect(few.ok ? few.value.firms : few.problems).toEqual([
      {
        number: "0001",
        name: "サンプル",
        corporateNumber: null,
        postalCode: "518-0000",
        address: "伊賀市サンプル町",
        sector: "（区分なし）",
        size: "（区分なし）",
        region: "（区分なし）",
        grade: "（区分なし）",
        tier: "（区分なし）",
      },
    ]);
  });

  it("cover a column that was chosen for two things", () => {
    const rows = [header, first].map((text, index) => ({
      line: index + 1,
      cells: text.split(","),
    }));
    const table = findHeader(rows);
    if (!table) throw new Error("no header");
    const matching = { ...matchColumns(table.header), grade: 5 };
    expect(readFirms(table, { matching, coding: noCoding })).toMatchObject({
      firms: [],
      problems: ["「等級」と「業種」に同じ列を選んでいます。別の列を選んでください。"],
    });
  });

  it("cover firms that come twice, by either number or by name and address", () => {
    const again = second.replace("S0002", "S0001");
    const sameCompany = first.replace("S0001", "S0003");
    expect(problemsOf(utf8(header, first, again, sameCompany))).toEqual([
      {
        line: 3,
        field: "事業者番号",
        message: "3行目の「事業者番号」が2行目と同じです。重なっている行を消してください。",
      },
      {
        line: 4,
        field: "法人番号",
        message: "4行目の「法人番号」が2行目と同じです。重なっている行を消してください。",
      },
      {
        line: 4,
        field: "事業者名と所在地",
        message: "4行目の「事業者名と所在地」が2行目と同じです。重なっている行を消してください。",
      },
    ]);
  });

  it("cover every wrong cell of every line, and nothing is imported by halves", () => {
    const roster = readRoster(
      utf8(
        header,
        first,
        ",,7000012050003,518-00,,建築,極小,国外,S,孫請",
        "S0004,サンプル,7.00001E+12,518-0000,伊賀市,工事,小,市内,A,元請",
        "S0005,サンプル,12345,518-0000,伊賀市,工事,小,市内,A,元請",
        "S0006,サンプル,,518-0000,伊賀市,工事,小,市内,A",
      ),
    );
    expect(roster.ok).toBe(false);
    const problems = roster.ok ? [] : roster.problems;
    expect(problems.filter(({ line }) => line === 3).map(({ field }) => field)).toEqual([
      "事業者番号",
      "事業者名",
      "法人番号",
      "郵便番号",
      "所在地",
      "業種",
      "規模",
      "地域区分",
      "等級",
      "元請下請",
    ]);
    expect(problems.find(({ line, field }) => line === 3 && field === "業種")?.message).toBe(
      "3行目の「業種」の「建築」にコードがありません。コードを割り当てるか、書いてあるとおりにしてください。",
    );
    expect(problems.find(({ line }) => line === 3 && true)?.message).toContain("空です");
    expect(problems.find(({ line }) => line === 4)?.message).toContain("1.2E+12");
    expect(problems.find(({ line }) => line === 5)?.message).toContain("13桁の数字");
    expect(problems.find(({ line }) => line === 6)?.message).toContain("列の数が9です");
    for (const { message } of problems) expect(message).toMatch(/。$/);
  });

  it("are all reported in 50,000 lines, and more lines or bytes are refused", () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => {
      const base = `9999${String(index).padStart(8, "0")}`;
      const check = (corporateNumberCheckDigit(base) + (index % 2)) % 10;
      return `N${index},サ${index},${check}${base},518-0000,伊賀市,工事,小,市内,A,元請`;
    });
    const problems = problemsOf(utf8(header, ...lines));
    expect(problems).toHaveLength(25_000);
    expect(problems.at(-1)).toMatchObject({ line: 50_001, field: "法人番号" });
    expect(problemsOf(utf8(header, ...lines, first))[0]?.message).toContain("50,000件まで");
    expect(problemsOf(new Uint8Array(20 * 1024 * 1024 + 1))[0]?.message).toContain("20MBまで");
  });
});
