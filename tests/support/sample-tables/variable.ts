import type {
  PublishedByStratum,
  PublishedVariable,
} from "#app/domain/survey/release/published.ts";
import { percentOf } from "#app/domain/survey/tabulation/percent.ts";

/** The strata of the sample's 228 answers. */
export const axes = [
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

/** What a variable is made of; without more it is one answer of each of 221 firms. */
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

/** A variable with everything that an engine would tell of it, by stratum, too. */
export function variable(told: Told): PublishedVariable {
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
