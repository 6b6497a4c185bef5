import { slotsOf } from "../counting/counts.ts";
import { meanOfNumbers, twoDecimals } from "../counting/number-values.ts";
import type { CountedTables } from "../counting/stored-counts.ts";
import type { ReleaseCounts } from "../disclosure/counted-tables.ts";
import type { ShownStrata } from "../disclosure/merge-strata.ts";
import type { StratumAxis } from "../strata/strata.ts";
import { percentOf } from "../tabulation/percent.ts";
import { effectiveNumber } from "../weighting/effective-number.ts";
import { wilsonInterval } from "../weighting/wilson.ts";
import type {
  PublishedByStratum,
  PublishedCount,
  PublishedRow,
  PublishedVariable,
  WeightedShare,
} from "./published.ts";
import type { FramedVariable } from "./release-counts.ts";
import { stepsOf, summaryOf } from "./summary.ts";
import type { Weights } from "./weights.ts";

/** What publishing a variable needs to know of its release. */
export interface Publishing {
  stored: CountedTables;
  /** As protected: with merged strata, without the tables that are withheld. */
  counts: ReleaseCounts;
  hidden: ReadonlySet<string>;
  /** Which strata are shown together, under which name. */
  shownAs: ShownStrata;
  threshold: number;
  unit: PublishedVariable["counts"];
  /** Counts of the releases before, with this one's strata. */
  before: readonly ReleaseCounts[];
  weights: Weights;
}

/** A variable as the release shows it; all null where its table is withheld. */
export function publishVariable(
  publishing: Publishing,
  framed: FramedVariable,
): Omit<PublishedVariable, "ends"> {
  const { counts, hidden, threshold, stored } = publishing;
  const { variable, id } = framed;
  const table = counts.questions.find((question) => question.id === id);
  const shown = (key: string, count: number | undefined): PublishedCount =>
    table === undefined || count === undefined || hidden.has(key) ? null : count;
  const n = shown(`${id}#n`, table?.n);
  const byStratum = counts.byStratum
    .filter(({ question }) => question === id)
    .map((one) => publishByStratum(publishing, framed, one));
  const rows = framed.slots.map(({ key }, at): PublishedRow => {
    const count = shown(`${id}=${key}`, table?.counts[at]);
    return {
      ...rowWords(framed, at),
      count,
      percent: count === null || n === null ? null : percentOf(count, n),
      weighted:
        count === null || n === null ? null : weightedShare(publishing, framed, at, byStratum),
    };
  });
  return {
    id: variable.id,
    part:
      variable.part === null
        ? null
        : { value: variable.part, text: variable.partText ?? variable.part },
    kind:
      variable.kind === "class" && (variable.edges ?? []).length < 2 ? "written" : variable.kind,
    answers: variable.answers,
    counts: publishing.unit,
    n,
    noAnswer: shown(`${id}#無回答`, table?.noAnswer),
    notApplicable: shown(`${id}#非該当`, table?.notApplicable),
    rows,
    summary:
      n === null || (variable.kind === "class" && fewNew(publishing, id))
        ? null
        : summaryOf(variable.kind, rows, stored.numbers[variable.id], threshold),
    byStratum,
  };
}

/** Key and words of a row, and the bounds of a class. */
function rowWords({ variable, slots }: FramedVariable, at: number) {
  const category = variable.categories[at];
  if (!category) return { key: slots[at]?.key ?? "", text: "その他（今の調査票にない答え）" };
  const { key, text } = category;
  const { edges } = variable;
  if (!edges || edges.length < 2) return { key, text };
  return { key, text, from: at === 0 ? null : (edges[at] ?? null), to: edges[at + 1] ?? null };
}

/**
 * Whether a release before holds all of these numbers but those of a few firms: two means would tell
 * of them. By one stratum where an axis is given.
 */
function fewNew(
  { counts, before, threshold }: Publishing,
  id: string,
  within?: { axis: string; stratum: string },
): boolean {
  const now = givenIn(counts, id, within);
  return before.some((one) => {
    const then = givenIn(one, id, within);
    return now && then && now.n > then.n && now.firms - then.firms < threshold;
  });
}

/** How many gave a number: answers or entries, and the firms behind them. */
function givenIn(
  { questions, byStratum }: ReleaseCounts,
  id: string,
  within?: { axis: string; stratum: string },
): { n: number; firms: number } | undefined {
  if (!within) {
    const table = questions.find((question) => question.id === id);
    return table && { n: table.n, firms: table.firms?.n ?? table.n };
  }
  const table = byStratum.find(({ question, axis }) => question === id && axis === within.axis);
  const at = table?.strata.findIndex(({ stratum }) => stratum === within.stratum) ?? -1;
  const n = table?.strata[at]?.n;
  return n === undefined ? undefined : { n, firms: table?.firms?.n[at] ?? n };
}

function publishByStratum(
  publishing: Publishing,
  framed: FramedVariable,
  { axis, strata, counts: table }: ReleaseCounts["byStratum"][number],
): PublishedByStratum {
  const { hidden, stored, threshold, shownAs } = publishing;
  const { id, slots, variable } = framed;
  const shown = (key: string, count: number): PublishedCount => (hidden.has(key) ? null : count);
  const cells = slots.map(({ key }, row) =>
    strata.map(({ stratum }, column) =>
      shown(`${id}=${key}&${axis}=${stratum}`, table[row]?.[column] ?? 0),
    ),
  );
  // One stratum's mean would tell that of the hidden one beside it.
  const open =
    cells.every((row) => row.every((count) => count !== null)) &&
    !(
      variable.kind === "class" &&
      strata.some(({ stratum }) => fewNew(publishing, id, { axis, stratum }))
    );
  return {
    axis,
    strata: strata.map(({ stratum, n, noAnswer, notApplicable }, column) => {
      const at = `&${axis}=${stratum}`;
      const own = cells.map((row, index) => ({
        key: slots[index]?.key ?? "",
        count: row[column] ?? null,
      }));
      return {
        stratum,
        n: shown(`${id}#n${at}`, n),
        noAnswer: shown(`${id}#無回答${at}`, noAnswer),
        notApplicable: shown(`${id}#非該当${at}`, notApplicable),
        mean: open && n >= threshold ? meanIn(own, column) : null,
      };
    }),
    cells,
  };

  function meanIn(own: { key: string; count: number | null }[], column: number): number | null {
    if (variable.kind === "rating" || variable.kind === "place") {
      const steps = stepsOf(own);
      const mean = steps && meanOfNumbers(steps);
      return mean === undefined || mean === null ? null : twoDecimals(mean);
    }
    if (variable.kind !== "class" || variable.edges === null || variable.edges.length < 2)
      return null;
    const name = strata[column]?.stratum;
    let [sum, n] = [0, 0];
    for (const [place, combination] of stored.combinations.entries()) {
      const stratum = combination[axis as StratumAxis];
      if ((shownAs[axis]?.[stratum] ?? stratum) !== name) continue;
      sum += stored.sums[variable.id]?.[place] ?? 0;
      const width = slotsOf(variable);
      const size = variable.categories.length;
      n +=
        (stored.byCombination[framed.index]?.[place * width + size + 3] ?? 0) -
        (stored.byCombination[framed.index]?.[place * width + size] ?? 0);
    }
    return n >= threshold && Number.isFinite(sum) ? twoDecimals(sum / n) : null;
  }
}

/**
 * The raked share of a category with Wilson's interval by the effective number (参考); null where one
 * of its cells by a raked axis is hidden: the share would tell of it.
 */
function weightedShare(
  { weights, stored }: Publishing,
  { variable, index, slots }: FramedVariable,
  at: number,
  byStratum: readonly PublishedByStratum[],
): WeightedShare | null {
  const { byPlace, axes } = weights;
  const slot = slots[at]?.slot;
  if (!byPlace || slot === undefined) return null;
  for (const axis of axes) {
    const table = byStratum.find((one) => one.axis === axis);
    const open =
      table?.cells[at]?.every((count) => count !== null) &&
      table.strata.every(({ n }) => n !== null);
    if (!open) return null;
  }
  const width = slotsOf(variable);
  const table = stored.byCombination[index];
  const cells = byPlace.map((weight, place) => ({
    weight,
    answers: table?.[place * width + variable.categories.length + 3] ?? 0,
    count: table?.[place * width + slot] ?? 0,
  }));
  const whole = cells.reduce((sum, { weight, answers }) => sum + weight * answers, 0);
  if (!(whole > 0)) return null;
  const share = cells.reduce((sum, { weight, count }) => sum + weight * count, 0) / whole;
  const interval = wilsonInterval(share, effectiveNumber(cells));
  return (
    interval && {
      percent: oneDecimal(share),
      lower: oneDecimal(interval.lower),
      upper: oneDecimal(interval.upper),
    }
  );
}

const oneDecimal = (share: number) => Math.floor(share * 1000 + 0.5 + 1e-9) / 10;
