import type {
  PublishedCount,
  PublishedQuestion,
  PublishedRelease,
  PublishedRow,
  PublishedVariable,
} from "#app/domain/survey/release/published.ts";
import { percentOf } from "#app/domain/survey/tabulation/percent.ts";

/** A category with its percentage of n; hidden where the count is null. */
export function row(
  key: string,
  text: string,
  count: PublishedCount,
  n: PublishedCount,
): PublishedRow {
  const percent = count === null || n === null ? null : percentOf(count, n);
  return { key, text, count, percent, weighted: null };
}

/** A variable of firms with one answer each, in no stratum; `rows` as key, text, count. */
export function variable(
  id: string,
  n: PublishedCount,
  rows: readonly (readonly [key: string, text: string, count: PublishedCount])[],
  more: Partial<PublishedVariable> = {},
): PublishedVariable {
  return {
    id,
    part: null,
    kind: "choice",
    answers: "one",
    counts: "firms",
    n,
    noAnswer: 0,
    notApplicable: 0,
    rows: rows.map(([key, text, count]) => row(key, text, count, n)),
    ends: null,
    summary: null,
    byStratum: [],
    ...more,
  };
}

/** A question of these variables. */
export function question(
  number: number,
  title: string,
  variables: PublishedVariable[],
  more: Partial<PublishedQuestion> = {},
): PublishedQuestion {
  return {
    name: `q${number}`,
    number,
    title,
    type: "radiogroup",
    articles: [],
    variables,
    texts: null,
    ...more,
  };
}

/** A release of these questions; 40 answers of 80 firms asked. */
export function release(
  questions: PublishedQuestion[],
  more: Partial<PublishedRelease> = {},
): PublishedRelease {
  const overall = { invited: 80, complete: 40, eligible: 80, percent: 50 };
  return {
    format: 2,
    survey: "tameshi",
    number: 1,
    label: "確報",
    cutOff: "2026-10-31",
    edition: 1,
    mode: "anonymous",
    threshold: 3,
    responses: 40,
    responseRate: { definition: "AAPOR RR1", overall, byStratum: [] },
    axes: [],
    questions,
    crossings: [],
    withheld: [],
    audit: {
      method: "線形計画法（HiGHS）",
      threshold: 3,
      cells: 100,
      hidden: 4,
      small: 2,
      audited: 4,
      narrowest: 3,
      earlier: [],
    },
    weighting: { weighted: false, reason: "名簿に区分がないためです。" },
    ...more,
  };
}
