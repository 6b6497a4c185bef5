/** A combination of strata: its category on each axis, and how many answered in it. */
export interface RakingCell {
  categories: readonly string[];
  answers: number;
}

/** For each axis, in the order of the categories above: category → its firms in the roster. */
export type RosterMargins = readonly ReadonlyMap<string, number>[];

export type Raking =
  | { raked: true; weights: number[]; rounds: number }
  /** A category of the roster from which nobody answered cannot be weighted up. */
  | { raked: false; why: "empty-category"; axis: number; category: string }
  | { raked: false; why: "no-answers" | "not-converged" };

const enough = 1e-9;

/**
 * Weights for each combination, so that the weighted answers have the roster's margins on every
 * axis at once (raking, iterative proportional fitting; Deming and Stephan 1940). A weight is what
 * one answer counts for; the weights of all answers sum up to the number of answers.
 */
export function rake(
  cells: readonly RakingCell[],
  margins: RosterMargins,
  mostRounds = 1000,
): Raking {
  const answered = cells.reduce((sum, { answers }) => sum + answers, 0);
  if (answered === 0) return { raked: false, why: "no-answers" };
  const targets = margins.map((margin) => {
    const firms = [...margin.values()].reduce((sum, count) => sum + count, 0);
    return new Map([...margin].map(([name, count]) => [name, (count * answered) / firms]));
  });
  const missing = emptyCategory(cells, margins);
  if (missing) return { raked: false, why: "empty-category", ...missing };
  const masses = cells.map(({ answers }) => answers);
  for (let round = 1; round <= mostRounds; round++) {
    let farthest = 0;
    for (const [axis, target] of targets.entries()) {
      const sums = new Map<string, number>();
      for (const [index, { categories }] of cells.entries()) {
        const name = categories[axis] ?? "";
        sums.set(name, (sums.get(name) ?? 0) + (masses[index] ?? 0));
      }
      for (const [index, { categories }] of cells.entries()) {
        const name = categories[axis] ?? "";
        const factor = (target.get(name) ?? 0) / (sums.get(name) || 1);
        farthest = Math.max(farthest, Math.abs(factor - 1));
        masses[index] = (masses[index] ?? 0) * factor;
      }
    }
    if (farthest < enough) {
      const weights = cells.map(({ answers }, index) =>
        answers === 0 ? 0 : (masses[index] ?? 0) / answers,
      );
      return { raked: true, weights, rounds: round };
    }
  }
  return { raked: false, why: "not-converged" };
}

/** A category that the roster has and no answer, or an answer and not the roster. */
function emptyCategory(
  cells: readonly RakingCell[],
  margins: RosterMargins,
): { axis: number; category: string } | undefined {
  for (const [axis, margin] of margins.entries()) {
    const answered = new Set(
      cells.flatMap(({ categories, answers }) => (answers > 0 ? (categories[axis] ?? []) : [])),
    );
    for (const [category, firms] of margin) {
      if (firms > 0 && !answered.has(category)) return { axis, category };
    }
    for (const category of answered) {
      if (!margin.get(category)) return { axis, category };
    }
  }
  return undefined;
}
