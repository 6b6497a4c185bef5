/** An interval for a share, both ends from 0 to 1. */
export interface ShareInterval {
  lower: number;
  upper: number;
}

/** The two-sided 95 % point of the normal distribution. */
const z95 = 1.959963984540054;

/**
 * Wilson's score interval for a share of `n`, 95 %, without correction for continuity (Wilson 1927;
 * "method 3" of Newcombe 1998). `n` may be an effective number (Kish) and need not be whole; null
 * when it is 0. It takes the answers for a random sample: a table shows it as 参考.
 */
export function wilsonInterval(share: number, n: number, z = z95): ShareInterval | null {
  if (!(n > 0)) return null;
  const z2 = z * z;
  const middle = 2 * n * share + z2;
  const reach = z * Math.sqrt(z2 + 4 * n * share * (1 - share));
  const whole = 2 * (n + z2);
  return {
    lower: share <= 0 ? 0 : Math.max(0, (middle - reach) / whole),
    upper: share >= 1 ? 1 : Math.min(1, (middle + reach) / whole),
  };
}
