import type { PublishedCrossing, PublishedRelease } from "#app/domain/survey/release/published.ts";
import type { ReleaseDocument } from "#app/files/release/release-document.ts";
import { sampleQuestions } from "./sample-tables/questions.ts";
import { axes } from "./sample-tables/variable.ts";

/** A release as its engine makes them, with every kind of table; figures are made up by hand. */
function sampleRelease(): PublishedRelease {
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
    questions: sampleQuestions(),
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
function sampleCrossings(): Record<string, PublishedCrossing> {
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
