import type { PublishedQuestion, PublishedVariable } from "#app/domain/survey/release/published.ts";
import { question as handMade } from "../hand-made-release.ts";
import { variable } from "./variable.ts";

const question = (
  number: number,
  title: string,
  type: PublishedQuestion["type"],
  variables: PublishedVariable[],
  more: Partial<PublishedQuestion> = {},
) => handMade(number, title, variables, { type, ...more });

const heavy = [
  ["1", "とても重い", 41],
  ["2", "やや重い", 80],
  ["3", "あまり重くない", 69],
  ["4", "重くない", 31],
] as const;

/** A question of every kind of table, with texts and hidden cells. */
export function sampleQuestions(): PublishedQuestion[] {
  const matrix = [
    ["wages", "賃金"],
    ["hours", "労働時間"],
    ["leave", "休暇"],
  ] as const;
  return [
    question(
      1,
      "労働環境の報告書を作る負担をどう感じますか。",
      "radiogroup",
      [variable({ id: "q1", rows: heavy, weighted: true })],
      { articles: ["第7条", "第8条"] },
    ),
    question(
      2,
      "賃金を引き上げなかった理由は何ですか。（いくつでも）",
      "checkbox",
      [
        variable({
          id: "q2",
          answers: "several",
          n: 94,
          noAnswer: 5,
          rows: [
            ["costs", "材料費が上がり、その分を価格に移せなかった", 60],
            ["orders", "受注が減った", 38],
            ["other", "その他", null],
            ["none", "あてはまるものはない", null],
          ],
        }),
      ],
      {
        texts: {
          written: 12,
          published: [
            { text: "材料費の高騰が続いている。", firms: 6 },
            { text: "=SUM(A1)のような計算式で始まる記述", firms: null },
            { text: "先が見通せない。\n来年度は上げたい。", firms: null },
          ],
          keywords: [
            { word: "材料費", firms: 8 },
            { word: "見通し", firms: 3 },
          ],
        },
      },
    ),
    question(
      3,
      "次のことについて、下請の事業者に知らせていますか。",
      "matrix",
      matrix.map(([value, text], index) =>
        variable({
          id: `q3/${value}`,
          part: { value, text },
          n: index === 2 ? null : 200,
          noAnswer: index === 2 ? null : 28,
          rows: [
            ["always", "いつも知らせている", 120 - 20 * index],
            ["some", "ときどき知らせている", index === 1 ? null : 50],
            ["never", "知らせていない", index === 1 ? null : 30 + 20 * index],
          ],
        }),
      ),
    ),
    question(4, "報告の負担は、5段階でどれくらいですか。", "rating", [
      variable({
        id: "q4",
        kind: "rating",
        rows: [1, 2, 3, 4, 5].map((step) => [String(step), String(step), 40 + step] as const),
        n: 215,
        noAnswer: 13,
      }),
    ]),
    question(5, "従業員は何人ですか。", "number", [
      variable({
        id: "q5",
        kind: "class",
        rows: [
          ["0", "10人未満", 90],
          ["10", "10以上50未満", 81],
          ["50", "50以上", 50],
        ],
      }),
    ]),
    question(
      6,
      "大切だと思う順に並べてください。",
      "ranking",
      ["賃金", "安全", "工期"].map((text, index) =>
        variable({
          id: `q6/${index}`,
          part: { value: index, text },
          kind: "place",
          rows: [1, 2, 3].map(
            (place) => [String(place), `${place}位`, 60 + ((index + place) % 3) * 14] as const,
          ),
          n: 222,
          noAnswer: 6,
        }),
      ),
    ),
    question(7, "下請の契約を教えてください。", "paneldynamic", [
      variable({ id: "q7", kind: "written", rows: [["written", "記入あり", 100]], n: 100 }),
      variable({
        id: "q7/kind",
        part: { value: "kind", text: "契約の種類" },
        counts: "entries",
        rows: [
          ["works", "工事", 150],
          ["services", "委託", 90],
        ],
        n: 240,
        noAnswer: 4,
      }),
    ]),
  ];
}
