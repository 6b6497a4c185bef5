import { parse } from "csv-parse/sync";
import exceljs from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers, Questionnaire } from "#app/domain/survey/index.ts";
import type { RawAnswer, RawAnswers } from "#app/domain/survey/raw-answer.ts";
import { csvText } from "#app/files/csv.ts";
import { rawColumns } from "#app/files/raw/raw-columns.ts";
import { dictionaryCsv, rawCsv } from "#app/files/raw/raw-csv.ts";
import { rawJsonLines } from "#app/files/raw/raw-json-lines.ts";
import { rawXlsx } from "#app/files/raw/raw-xlsx.ts";
import { questionnaireOf } from "#tests/domain/survey/sample.ts";
import {
  everyTypeAnswers,
  everyTypeDefinition,
  sparseAnswers,
} from "#tests/support/answering/every-type.ts";
import { troubling } from "#tests/support/any-release.ts";

const strata = { sector: "工事", size: "小", region: "市内", grade: "A", tier: "元請" };

const everyType = questionnaireOf(everyTypeDefinition);

function anonymous(answers: Answers, place = 0): RawAnswer {
  return { place, edition: 1, strata, answers, firm: null, answeredAt: null, channel: null };
}

async function* inPieces(...pieces: RawAnswer[][]): RawAnswers {
  yield* pieces;
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString();
}

async function records(
  questionnaire: Questionnaire,
  ...rows: RawAnswer[]
): Promise<Record<string, string>[]> {
  const columns = rawColumns("anonymous", questionnaire, []);
  const csv = await textOf(rawCsv(columns, inPieces(...rows.map((row) => [row]))));
  const [heads = [], ...lines]: string[][] = parse(csv, { bom: true });
  return lines.map((line) =>
    Object.fromEntries(line.map((cell, index) => [csvText(heads[index] ?? ""), csvText(cell)])),
  );
}

describe("the columns of raw answers", () => {
  it("are one for each variable, explained one by one", () => {
    const columns = rawColumns("anonymous", everyType, []);
    const names = columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        "番号",
        "調査票の版",
        "業種",
        "staff",
        "raised",
        "raised-Comment",
        "told/paper",
        "told/none",
        "wishes/窓口",
        "state/r1",
        "state-Comment",
        "wages/lowest",
        "subs",
        "subs[3]/where",
      ]),
    );
    expect(names).not.toContain("事業者名");
    expect(names).not.toContain("subs[4]/where");
    const [heads, ...lines]: string[][] = parse(dictionaryCsv(columns), { bom: true });
    expect(heads).toEqual(["列", "問", "設問", "意味", "値", "値の意味"]);
    expect([...new Set(lines.map(([name]) => name))]).toEqual(names);
    expect(lines).toContainEqual([
      "state/r1",
      "問19",
      "取組の様子（周知）",
      "選んだ答えの値です。",
      "plan",
      "これから",
    ]);
  });

  it("name the firm only where the survey does", () => {
    const firm = { number: "T00001", name: "サンプル建設1" };
    const answeredAt = new Date("2026-11-20T01:05:00Z");
    const row = { ...anonymous({}), firm, answeredAt, channel: "paper" as const };
    const columns = rawColumns("named", everyType, []);
    const cells = columns
      .filter(({ name }) => ["事業者番号", "事業者名", "受付", "方法"].includes(name))
      .map(({ cell }) => cell(row));
    expect(cells).toEqual(["T00001", "サンプル建設1", "2026-11-20 10:05", "紙"]);
  });

  it("keep the questions and choices that only earlier editions had", () => {
    const before = questionnaireOf({
      pages: [
        {
          name: "p",
          elements: [
            { type: "checkbox", name: "told", choices: ["paper", "fax"] },
            { type: "text", name: "gone", title: "無くなった問" },
          ],
        },
      ],
    });
    const columns = rawColumns("anonymous", everyType, [before]);
    const answers = { told: ["fax"], gone: "古い答え" };
    const cell = (name: string) =>
      columns.find((column) => column.name === name)?.cell(anonymous(answers));
    expect([cell("told/fax"), cell("told/paper"), cell("gone")]).toEqual([1, 0, "古い答え"]);
    expect(columns.at(-1)?.place).toBe("前の版の問2");
  });
});

describe("raw answers as CSV", () => {
  it("hold every answer of every kind of question", async () => {
    const [full, sparse] = await records(
      everyType,
      anonymous(everyTypeAnswers),
      anonymous(sparseAnswers, 1),
    );
    expect(full).toMatchObject({
      番号: "1",
      業種: "工事",
      staff: "120",
      rate: "3.5",
      since: "1987-04-01",
      story: "書類が多い。\n提出先が分かれている。",
      share: "2",
      "told/paper": "1",
      "told/post": "0",
      "told-Comment": "給与明細に書く",
      outsourced: "true",
      ready: "ok",
      "wishes/窓口": "1",
      "wishes/説明会": "3",
      "top/a": "2",
      "top/b": "",
      "state/r2": "plan",
      "wages/memo": "見習いを除く",
      subs: "2",
      "subs[1]/work": "舗装",
      "subs[2]/insured": "false",
      "subs[2]/count": "",
      "subs[3]/work": "",
    });
    expect(sparse).toMatchObject({ 番号: "2", "told/none": "1", subs: "", "wishes/窓口": "" });
  });

  it("defend what begins like a formula, and give every text back", async () => {
    const text = fc.oneof(fc.constantFrom(...troubling), fc.string({ unit: "grapheme" }));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const rows = texts.map((story, place) => anonymous({ story }, place));
        const columns = rawColumns("anonymous", everyType, []);
        const csv = await textOf(rawCsv(columns, inPieces(rows)));
        const cells: string[][] = parse(csv, { bom: true });
        expect(cells.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
        expect((await records(everyType, ...rows)).map((record) => record.story)).toEqual(texts);
      }),
    );
  });

  it("is a file with its heads alone when there are no answers", async () => {
    const columns = rawColumns("anonymous", everyType, []);
    const csv = await textOf(rawCsv(columns, inPieces()));
    expect(csv.startsWith("\ufeff番号,調査票の版,業種")).toBe(true);
    expect(csv.trim().split("\r\n")).toHaveLength(1);
  });
});

describe("raw answers as a workbook and as JSON lines", () => {
  it("hold numbers as numbers, texts as texts, and a sheet that explains the columns", async () => {
    const columns = rawColumns("anonymous", everyType, []);
    const rows = [
      anonymous({ ...everyTypeAnswers, trade: "=1+1", story: "a\u0001_x0041_\r\n" }),
      anonymous(sparseAnswers, 1),
    ];
    const chunks: Buffer[] = [];
    for await (const chunk of rawXlsx(
      columns,
      inPieces([rows[0] ?? anonymous({})], rows.slice(1)),
    )) {
      chunks.push(Buffer.from(chunk));
    }
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(Buffer.concat(chunks)).buffer);
    const sheet = workbook.getWorksheet("回答");
    const at = (row: number, name: string) =>
      sheet?.getCell(row, columns.findIndex((column) => column.name === name) + 1);
    expect([at(2, "staff")?.value, at(2, "rate")?.value, at(3, "staff")?.value]).toEqual([
      120, 3.5, 3,
    ]);
    expect(at(2, "trade")?.value).toBe("=1+1");
    expect(at(2, "trade")?.type).toBe(exceljs.ValueType.String);
    // Written as Excel escapes them; this library does not undo it in cells of this kind.
    expect(at(2, "story")?.value).toBe("a_x0001__x005F_x0041__x000D_\n");
    expect(at(3, "story")?.value).toBeNull();
    expect(workbook.getWorksheet("列の説明")?.rowCount).toBeGreaterThan(columns.length);
  });

  it("hold the answers exactly as they are stored, a line each", async () => {
    const rows = [anonymous(everyTypeAnswers), anonymous(sparseAnswers, 1)];
    const lines = (await textOf(rawJsonLines(inPieces(rows)))).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { place: 1, edition: 1, strata, answers: everyTypeAnswers },
      { place: 2, edition: 1, strata, answers: sparseAnswers },
    ]);
  });
});
