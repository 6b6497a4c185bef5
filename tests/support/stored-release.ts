import type { PublishedCrossing, PublishedRelease } from "#app/domain/survey/release/published.ts";
import type { Database } from "#db/database.ts";
import { releases } from "#db/schema/index.ts";
import { question, release, variable } from "./hand-made-release.ts";

const sectors = [
  { stratum: "工事", answers: 22 },
  { stratum: "委託・物品", answers: 18 },
];

const raised = variable(
  "raised",
  40,
  [
    ["yes", "引き上げた", 30],
    ["no", "変えていない", 10],
  ],
  {
    byStratum: [
      {
        axis: "sector",
        strata: sectors.map(({ stratum, answers: n }) => ({
          stratum,
          n,
          noAnswer: 0,
          notApplicable: 0,
          mean: null,
        })),
        cells: [
          [17, 13],
          [5, 5],
        ],
      },
    ],
  },
);

const reasons = variable(
  "reasons",
  10,
  [
    ["costs", "材料費が上がった", 8],
    ["orders", "受注が減った", null],
    ["other", "その他", null],
  ],
  { answers: "several", notApplicable: 30 },
);

const wishes = variable("wishes", 6, [["written", "記入あり", 6]], {
  kind: "written",
  noAnswer: 34,
});

/** Releases of the small questionnaire (`smallDefinition`) as no engine has made them. */
export const secondRelease: PublishedRelease = release(
  [
    {
      ...question(1, "賃金を引き上げましたか。", [
        {
          ...raised,
          rows: raised.rows.map((row) => ({
            ...row,
            weighted: { percent: 71.2, lower: 55.4, upper: 83.1 },
          })),
        },
      ]),
      name: "raised",
      articles: ["第12条"],
    },
    {
      ...question(2, "引き上げなかった理由は何ですか。", [reasons]),
      name: "reasons",
      type: "checkbox",
    },
    {
      ...question(4, "ご意見", [wishes]),
      name: "wishes",
      type: "comment",
      texts: {
        written: 6,
        published: [{ text: "書類を減らしてください。", firms: 3 }],
        keywords: [{ word: "書類", firms: 4 }],
      },
    },
  ],
  {
    survey: "kekka",
    number: 2,
    label: "確報",
    axes: [{ axis: "sector", label: "業種", strata: sectors }],
    crossings: [{ rows: "reasons", columns: "raised" }],
    withheld: ["問2（規模別）"],
    weighting: { weighted: true, axes: ["業種"], effectiveNumber: 37.4, least: 0.8, greatest: 1.3 },
  },
);

export const firstRelease: PublishedRelease = {
  ...secondRelease,
  number: 1,
  label: "速報",
  cutOff: "2026-10-20",
  responses: 32,
  crossings: [],
  questions: [
    {
      ...question(1, "賃金を引き上げましたか。", [
        variable("raised", 32, [
          ["yes", "引き上げた", 20],
          ["no", "変えていない", 12],
        ]),
      ]),
      name: "raised",
    },
    {
      ...question(2, "引き上げなかった理由は何ですか。", [
        variable("reasons", 12, [
          ["costs", "材料費が上がった", 9],
          ["orders", "受注が減った", 3],
        ]),
      ]),
      name: "reasons",
      type: "checkbox",
    },
  ],
};

export const reasonsByRaised: PublishedCrossing = {
  rows: "reasons",
  columns: "raised",
  n: [0, 10],
  cells: [
    [0, 8],
    [0, null],
    [0, null],
  ],
};

/** Stores a release as it is, with these crossings. */
export async function storeRelease(
  db: Database,
  surveyId: string,
  published: PublishedRelease,
  crossings: readonly PublishedCrossing[] = [],
): Promise<void> {
  const { number, label, cutOff, edition, responses, responseRate } = published;
  await db.insert(releases).values({
    surveyId,
    number,
    label,
    cutOff,
    edition,
    responses,
    invited: responseRate.overall.invited,
    responseRatePercent: responseRate.overall.percent,
    published,
    crossings: Object.fromEntries(crossings.map((one) => [`${one.rows}|${one.columns}`, one])),
    sha256: String(number).repeat(64),
  });
}
