import { coarseStrata } from "../strata/coarse-strata.ts";
import { type Strata, stratumAxes } from "../strata/strata.ts";

/**
 * How the strata of a closed survey are merged on, until every combination among its answers has
 * at least `threshold` of them: category by category, so the roster can be merged alike. A
 * category that no answer has stays as it is.
 */
export function mergeFurther(
  answered: readonly Strata[],
  threshold: number,
): (strata: Strata) => Strata {
  const merged = coarseStrata(answered, threshold);
  const becomes = new Map(stratumAxes.map(({ axis }) => [axis, new Map<string, string>()]));
  for (const [index, before] of answered.entries()) {
    const after = merged[index] ?? before;
    for (const [axis, names] of becomes) names.set(before[axis], after[axis]);
  }
  const renamed = (axis: keyof Strata, category: string) =>
    becomes.get(axis)?.get(category) ?? category;
  return ({ sector, size, region, grade, tier }) => ({
    sector: renamed("sector", sector),
    size: renamed("size", size),
    region: renamed("region", region),
    grade: renamed("grade", grade),
    tier: renamed("tier", tier),
  });
}
