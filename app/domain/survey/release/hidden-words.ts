/**
 * Why a cell is hidden: one sentence for all hidden cells of a survey with that threshold, so that
 * it does not tell a small count from one that is hidden for the sake of another.
 */
export function hiddenReason(threshold: number): string {
  return `x は、回答した事業者が推測されないように伏せた数です（${threshold}者に満たない数と、そこから計算できてしまう数）。`;
}
