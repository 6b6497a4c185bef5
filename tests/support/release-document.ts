import type {
  PublishedByStratum,
  PublishedCrossing,
  PublishedQuestion,
  PublishedRelease,
  PublishedVariable,
} from "#app/domain/survey/release/published.ts";
import { percentOf } from "#app/domain/survey/tabulation/percent.ts";
import type { ReleaseDocument } from "#app/files/release/release-document.ts";

const axes = [
  {
    axis: "sector",
    label: "業種",
    strata: [
      { stratum: "工事", answers: 120 },
      { stratum: "委託・物品", answers: 108 },
    ],
  },
  {
    axis: "size",
    label: "規模",
    strata: [
      { stratum: "大", answers: 60 },
      { stratum: "中", answers: 80 },
      { stratum: "小", answers: 88 },
    ],
  },
] as const;

interface Told {
  id: string;
  rows: readonly (readonly [key: string, text: string, count: number | null])[];
  n?: number | null;
  noAnswer?: number | null;
  part?: PublishedVariable["part"];
  kind?: PublishedVariable["kind"];
  answers?: PublishedVariable["answers"];
  counts?: PublishedVariable["counts"];
  weighted?: boolean;
}

function variable(told: Told): PublishedVariable {
  const { n = 221, noAnswer = 7, kind = "choice", answers = "one", counts = "firms" } = told;
  return {
    id: told.id,
    part: told.part ?? null,
    kind,
    answers,
    counts,
    n,
    noAnswer,
    notApplicable: n === null ? null : 0,
    rows: told.rows.map(([key, text, count]) => {
      const percent = count === null || n === null ? null : percentOf(count, n);
      return {
        key,
        text,
        count,
        percent,
        weighted:
          told.weighted && percent !== null
            ? { percent: percent + 0.4, lower: Math.max(0, percent - 5.2), upper: percent + 5.9 }
            : null,
        ...(kind === "class" ? { from: Number(key), to: null } : {}),
      };
    }),
    ends: kind === "rating" ? { least: "軽い", greatest: "重い" } : null,
    summary:
      kind === "class" || kind === "rating"
        ? { mean: 3.25, median: 3, lowerQuartile: 2, upperQuartile: null }
        : kind === "place"
          ? { mean: 1.75, median: null, lowerQuartile: null, upperQuartile: null }
          : null,
    byStratum: axes.map(({ axis, strata }) => byStratum(axis, strata, told, kind)),
  };
}

/** Each stratum has its share of the whole; the smallest of each row is hidden. */
function byStratum(
  axis: string,
  strata: readonly { stratum: string; answers: number }[],
  { rows, n = 221 }: Told,
  kind: PublishedVariable["kind"],
): PublishedByStratum {
  const share = (count: number | null, answers: number) =>
    count === null ? null : Math.round((count * answers) / 228);
  return {
    axis,
    strata: strata.map(({ stratum, answers }) => ({
      stratum,
      n: share(n, answers),
      noAnswer: n === null ? null : Math.max(0, answers - (share(n, answers) ?? 0)),
      notApplicable: n === null ? null : 0,
      mean: kind === "rating" || kind === "class" ? (stratum === "大" ? null : 2.5) : null,
    })),
    cells: rows.map(([, , count]) =>
      strata.map(({ answers }) => {
        const cell = share(count, answers);
        return cell !== null && cell < 3 && cell > 0 ? null : cell;
      }),
    ),
  };
}

const question = (
  number: number,
  title: string,
  type: PublishedQuestion["type"],
  variables: PublishedVariable[],
  more: Partial<PublishedQuestion> = {},
): PublishedQuestion => ({
  name: `q${number}`,
  number,
  title,
  type,
  articles: number === 1 ? ["第7条", "第8条"] : [],
  variables,
  texts: null,
  ...more,
});

const heavy = [
  ["1", "とても重い", 41],
  ["2", "やや重い", 80],
  ["3", "あまり重くない", 69],
  ["4", "重くない", 31],
] as const;

/** A release as its engine makes them, with every kind of table; figures are made up by hand. */
export function sampleRelease(): PublishedRelease {
  const matrix = [
    ["wages", "賃金"],
    ["hours", "労働時間"],
    ["leave", "休暇"],
  ] as const;
  const questions = [
    question(1, "労働環境の報告書を作る負担をどう感じますか。", "radiogroup", [
      variable({ id: "q1", rows: heavy, weighted: true }),
    ]),
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
  return {
    format: 2,
    survey: "kokeiyaku",
    number: 2,
    label: "確報",
    cutOff: "2026-09-25",
    edition: 1,
    mode: "anonymous",
    threshold: 3,
    responses: 228,
    responseRate: {
      definition: "AAPOR RR1",
      overall: { invited: 404, complete: 228, eligible: 400, percent: 57 },
      byStratum: [
        {
          axis: "sector",
          label: "業種",
          rows: [
            { stratum: "工事", invited: 202, complete: 120, eligible: 200, percent: 60 },
            { stratum: "委託・物品", invited: 202, complete: 108, eligible: 200, percent: 54 },
          ],
        },
      ],
    },
    axes: axes.map((axis) => ({ ...axis, strata: [...axis.strata] })),
    questions,
    crossings: [
      { rows: "q1", columns: "q2" },
      { rows: "q1", columns: "q3/wages" },
      { rows: "q2", columns: "q4" },
    ],
    withheld: ["問6×問7"],
    audit: {
      method: "線形計画法（HiGHS 1.15.3）",
      threshold: 3,
      cells: 840,
      hidden: 21,
      small: 9,
      audited: 21,
      narrowest: 4,
      earlier: ["集計版1"],
    },
    weighting: {
      weighted: true,
      axes: ["業種", "規模"],
      effectiveNumber: 219.3,
      least: 0.81,
      greatest: 1.32,
    },
  };
}

/** The crossings that go with `sampleRelease`, in no order, as the database gives them back. */
export function sampleCrossings(): Record<string, PublishedCrossing> {
  return {
    "q2|q4": {
      rows: "q2",
      columns: "q4",
      n: [20, 20, 20, 20, 14],
      cells: [0, 1, 2, 3].map((row) => [12, 11, 10, 9, 8].map((count) => count - row)),
    },
    "q1|q3/wages": {
      rows: "q1",
      columns: "q3/wages",
      n: [80, 40, 20],
      cells: [1, 2, 3, 4].map((part) => [8 * part, 4 * part, 2 * part]),
    },
    "q1|q2": {
      rows: "q1",
      columns: "q2",
      n: [58, 37, null, 0],
      cells: [
        [10, 8, null, 0],
        [21, 15, null, 0],
        [17, 9, null, 0],
        [10, 5, null, 0],
      ],
    },
  };
}

/** A release of a sample with simulated answers, as its files are made of it. */
export function sampleReleaseDocument(): ReleaseDocument {
  return {
    survey: {
      slug: "kokeiyaku",
      title: "公契約に関する事業者アンケート",
      isSample: true,
      isSimulated: true,
    },
    release: sampleRelease(),
    crossings: sampleCrossings(),
    releasedOn: "2026-10-21",
    sha256: "5f".repeat(32),
    url: "https://jukugi.example.jp/surveys/kokeiyaku/releases/2",
  };
}
