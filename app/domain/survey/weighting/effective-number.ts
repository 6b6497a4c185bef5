/**
 * The effective number of weighted answers, (Σw)² ÷ Σw² (Kish 1965, Survey Sampling): how many
 * unweighted answers would say as much. Each entry stands for `answers` answers of one weight.
 */
export function effectiveNumber(weighted: Iterable<{ weight: number; answers: number }>): number {
  let sum = 0;
  let squares = 0;
  for (const { weight, answers } of weighted) {
    sum += weight * answers;
    squares += weight * weight * answers;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}
