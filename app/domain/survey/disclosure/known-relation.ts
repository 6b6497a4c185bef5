/**
 * What everybody who can read the questionnaire knows of its tables: Σ coefficient × count is 0
 * ("equal") or not above 0 ("atMost"), among all answers as among those of each stratum. Cells are
 * named as in `frameOf`, without release and stratum; "" is how many answered at all.
 */
export interface KnownRelation {
  sense: "equal" | "atMost";
  terms: readonly KnownTerm[];
}

export type KnownTerm = readonly [coefficient: number, cell: string];

/** The relation that a sum is 0. */
export const equal = (terms: KnownTerm[]): KnownRelation => ({ sense: "equal", terms });

/** The relation that one sum is not above another. */
export const atMost = (
  lesser: readonly KnownTerm[],
  greater: readonly KnownTerm[],
): KnownRelation => ({
  sense: "atMost",
  terms: [...lesser, ...negative(greater)],
});

/** A sum with the opposite sign. */
export const negative = (terms: readonly KnownTerm[]) =>
  terms.map(([coefficient, cell]): KnownTerm => [-coefficient, cell]);
