import type { StoredCounts } from "../counting/stored-counts.ts";
import type { ShownStrata } from "../disclosure/merge-strata.ts";
import { type Strata, type StratumAxis, stratumAxes } from "../strata/strata.ts";
import { effectiveNumber } from "../weighting/effective-number.ts";
import { rake } from "../weighting/raking.ts";
import type { Weighting } from "./published.ts";

/** Firms of the roster that share their strata. */
export interface RosterStrata {
  strata: Strata;
  firms: number;
}

/** What one answer of each combination counts for, by the combination's place; or why not. */
export interface Weights {
  weighting: Weighting;
  axes: StratumAxis[];
  /** Undefined where there is no weighting. */
  byPlace: number[] | undefined;
}

/**
 * Rakes the answers to the roster on every axis that the release shows, by its merged strata. An
 * axis with a stratum from which nobody answered cannot be raked to and is left out.
 */
export function weightsOf(
  { combinations, answers }: Pick<StoredCounts, "combinations" | "answers">,
  roster: readonly RosterStrata[],
  shown: ShownStrata,
): Weights {
  const none = (reason: string): Weights => ({
    weighting: { weighted: false, reason },
    axes: [],
    byPlace: undefined,
  });
  let axes = stratumAxes.filter(({ axis }) => axis in shown);
  if (roster.length === 0) return none("名簿がないため、重みを付けていません。");
  const nameOf = (axis: StratumAxis, strata: Strata) => shown[axis]?.[strata[axis]] ?? strata[axis];
  while (axes.length > 0) {
    const cells = combinations.map((strata, place) => ({
      categories: axes.map(({ axis }) => nameOf(axis, strata)),
      answers: answers[place] ?? 0,
    }));
    const margins = axes.map(({ axis }) => {
      const margin = new Map<string, number>();
      for (const { strata, firms } of roster) {
        const name = nameOf(axis, strata);
        margin.set(name, (margin.get(name) ?? 0) + firms);
      }
      return margin;
    });
    const raking = rake(cells, margins);
    if (raking.raked) {
      const { weights } = raking;
      const weighted = cells.map(({ answers }, at) => ({ weight: weights[at] ?? 0, answers }));
      const used = weighted.filter(({ answers }) => answers > 0).map(({ weight }) => weight);
      return {
        axes: axes.map(({ axis }) => axis),
        byPlace: weights,
        weighting: {
          weighted: true,
          axes: axes.map(({ label }) => label),
          effectiveNumber: Math.round(effectiveNumber(weighted) * 10) / 10,
          least: twoPlaces(Math.min(...used)),
          greatest: twoPlaces(Math.max(...used)),
        },
      };
    }
    if (raking.why !== "empty-category") {
      return none(
        raking.why === "no-answers"
          ? "回答がないため、重みを付けていません。"
          : "名簿の構成に合わせる計算がまとまらなかったため、重みを付けていません。",
      );
    }
    const empty = raking.axis;
    axes = axes.filter((_, at) => at !== empty);
  }
  return none("名簿と比べられる層の区分がないため、重みを付けていません。");
}

const twoPlaces = (number: number) => Math.round(number * 100) / 100;
