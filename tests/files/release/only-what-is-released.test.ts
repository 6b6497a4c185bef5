import { parse } from "csv-parse/sync";
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { loadSolver } from "#app/domain/survey/disclosure/linear-program.ts";
import type {
  PublishedCrossing,
  PublishedRelease,
  PublishedVariable,
} from "#app/domain/survey/release/published.ts";
import { releaseCsv } from "#app/files/release/release-csv.ts";
import type { ReleaseDocument } from "#app/files/release/release-document.ts";
import { releaseJson } from "#app/files/release/release-json.ts";
import { releaseXlsx } from "#app/files/release/release-xlsx.ts";
import { releaseOf } from "#tests/domain/survey/release/released.ts";
import { generatedSurvey } from "#tests/support/generated-survey/survey.ts";

// Whoever attacks the release itself has then attacked its files as well.

const solver = await loadSolver();

const documents = [3, 8, 13, 15].map((seed): [string, ReleaseDocument] => {
  const survey = generatedSurvey(seed);
  const released = releaseOf(survey, survey.respondents, solver);
  if (!released.made) throw new Error(released.message);
  const { release, crossings } = released;
  const hidden = JSON.stringify([release, crossings]).split("null").length - 1;
  expect(hidden, "there is something to hide").toBeGreaterThan(10);
  return [
    `survey ${seed}`,
    {
      survey: { slug: release.survey, title: "作られた調査", isSample: true, isSimulated: true },
      release,
      crossings,
      releasedOn: "2026-10-21",
      sha256: "5f".repeat(32),
      url: "https://jukugi.example.jp/surveys/tsukurareta/releases/1",
    },
  ];
});

/** A cell of a table with all its figures; x: hidden; "": none. */
interface Cell {
  at: string;
  figures: (number | "x" | "")[];
}

const shown = (count: number | null) => count ?? "x";
const share = (count: number | null, n: number | null) =>
  count === null || n === null || n === 0 ? "" : Math.round((1000 * count) / n) / 10;

/** Every cell of the single tables, the tables by stratum and the crossings of a release. */
function cellsOf(
  { questions }: PublishedRelease,
  crossings: Readonly<Record<string, PublishedCrossing>>,
): Cell[] {
  const variables = questions.flatMap((question) => question.variables);
  const rowsOf = (id: string) => variables.find((one) => one.id === id)?.rows ?? [];
  return [
    ...variables.flatMap(singleCells),
    ...variables.flatMap(({ id, rows, byStratum }) =>
      byStratum.flatMap(({ axis, strata, cells }) =>
        strata.flatMap(({ stratum, n, noAnswer, notApplicable }, column) =>
          rows.map(({ key }, row): Cell => {
            const count = cells[row]?.[column] ?? null;
            const bases = [n, noAnswer, notApplicable].map(shown);
            return {
              at: ["層別", id, axis, stratum, key].join("|"),
              figures: [shown(count), share(count, n), "", ...bases],
            };
          }),
        ),
      ),
    ),
    ...Object.values(crossings).flatMap(({ rows, columns, n, cells }) =>
      rowsOf(columns).flatMap((column, place) =>
        rowsOf(rows).map(({ key }, row): Cell => {
          const [count, base] = [cells[row]?.[place] ?? null, n[place] ?? null];
          return {
            at: ["クロス", rows, columns, column.key, key].join("|"),
            figures: [shown(count), share(count, base), "", shown(base), "", ""],
          };
        }),
      ),
    ),
  ];
}

function singleCells({ id, rows, n, noAnswer, notApplicable }: PublishedVariable): Cell[] {
  return rows.map(({ key, count, weighted }) => ({
    at: ["単純", id, "", "", key].join("|"),
    figures: [
      shown(count),
      share(count, n),
      weighted?.percent ?? "",
      ...[n, noAnswer, notApplicable].map(shown),
    ],
  }));
}

/** Means and quartiles that a release tells. */
function valuesOf({ questions }: PublishedRelease): number[] {
  return questions
    .flatMap(({ variables }) => variables)
    .flatMap(({ kind, summary, byStratum }) => {
      if (summary === null) return [];
      const { mean, lowerQuartile, median, upperQuartile } = summary;
      const quartiles = kind === "place" ? [] : [lowerQuartile, median, upperQuartile];
      const means = byStratum.flatMap(({ strata }) => strata.map((stratum) => stratum.mean));
      return [mean, ...quartiles, ...means].filter((value) => value !== null);
    });
}

const sorted = (cells: readonly Cell[]) =>
  cells.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));

/** A number, x, or nothing, as a file writes it. */
const figure = (text: string) => (text === "" || text === "x" ? text : Number(text));

/** Without the apostrophe before what a spreadsheet would take for a formula. */
const plain = (text = "") => text.replace(/^'(?=[=+\-@])/u, "");

describe("the files of a release", () => {
  it.each(documents)("as CSV tell of each cell what the release does: %s", (_, document) => {
    const lines: Record<string, string>[] = parse(releaseCsv(document), {
      bom: true,
      columns: true,
    });
    const tables = lines.filter(
      ({ 表: table, 代表値: value, 度数: count }) =>
        ["単純", "層別", "クロス"].includes(table ?? "") && (value === "" || count !== ""),
    );
    const cells = tables.map(
      (line): Cell => ({
        at: [line.表, line.変数, line.軸の識別名, plain(line.層の値), plain(line.値)].join("|"),
        figures: [
          line.度数,
          line["割合（%）"],
          line["重み付き割合（%・参考）"],
          line.n,
          line.無回答,
          line.非該当,
        ].map((text) => figure(text ?? "")),
      }),
    );
    expect(sorted(cells)).toEqual(sorted(cellsOf(document.release, document.crossings)));
    const values = lines.map((line) => figure(line.代表値 ?? "")).filter(Number.isFinite);
    expect(values.toSorted()).toEqual(valuesOf(document.release).toSorted());
  });

  it.each(documents)("as JSON hold the release and nothing else: %s", (_, document) => {
    const { release, crossings, dictionary, about, method, ...rest } = JSON.parse(
      releaseJson(document),
    );
    expect({ release, crossings }).toEqual({
      release: document.release,
      crossings: document.crossings,
    });
    expect(Object.keys(rest).toSorted()).toEqual(["format", "sha256", "verification"]);
    // What explains the tables is the same whatever they count.
    const emptied = JSON.parse(releaseJson({ ...document, release: emptiedOf(document.release) }));
    expect(dictionary).toEqual(emptied.dictionary);
    expect(method).toEqual(emptied.method);
    expect(about.length).toBe(emptied.about.length);
  });

  it.each(documents)(
    "as a workbook have as many numbers as the release tells: %s",
    async (_, document) => {
      const { release, crossings } = document;
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.load(new Uint8Array(await releaseXlsx(document)).buffer);
      const found: number[] = [];
      let hidden = 0;
      for (const sheet of workbook.worksheets) {
        if (!/^問|×|クロス/u.test(sheet.name)) continue;
        sheet.eachRow((row) =>
          row.eachCell(({ value }) => {
            if (typeof value === "number") found.push(value);
            if (value === "x") hidden += 1;
          }),
        );
      }
      const told: (number | null)[] = [];
      for (const { rows, byStratum, ...base } of release.questions.flatMap(
        (one) => one.variables,
      )) {
        if (rows.length === 0) continue;
        told.push(base.n, base.noAnswer, base.notApplicable);
        for (const { count, weighted } of rows) {
          told.push(count);
          if (weighted) told.push(weighted.percent, weighted.lower, weighted.upper);
        }
        for (const { strata, cells } of byStratum) {
          told.push(...strata.flatMap((one) => [one.n, one.noAnswer, one.notApplicable]));
          told.push(...cells.flat());
        }
      }
      for (const { n, cells } of Object.values(crossings)) told.push(...n, ...cells.flat());
      for (const { texts } of release.questions) {
        for (const list of [texts?.published ?? [], texts?.keywords ?? []]) {
          if (list.length === 0) continue;
          told.push(texts?.written ?? null, ...list.map(({ firms }) => firms));
        }
      }
      const shares = cellsOf(release, crossings).map(({ figures: [, percent] }) => percent);
      const numbers = [...told, ...shares, ...valuesOf(release)].filter(
        (one) => typeof one === "number",
      );
      const ordered = (all: readonly number[]) => all.toSorted((a, b) => a - b);
      expect(ordered(found)).toEqual(ordered(numbers));
      expect(hidden).toBeGreaterThanOrEqual(told.filter((one) => one === null).length);
    },
  );
});

/** The release with other counts: every one is 0. */
function emptiedOf(release: PublishedRelease): PublishedRelease {
  const nothing = (count: number | null) => (count === null ? null : 0);
  return {
    ...release,
    questions: release.questions.map((question) => ({
      ...question,
      variables: question.variables.map((variable) => ({
        ...variable,
        n: nothing(variable.n),
        rows: variable.rows.map((row) => ({ ...row, count: nothing(row.count) })),
      })),
    })),
  };
}
