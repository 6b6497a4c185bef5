/**
 * How often the fault injection kills something; `FAULT_ROUNDS=50` for the full run. A round costs
 * three to ten seconds, on a busy machine half a minute.
 */
export const faultRounds = Number(process.env.FAULT_ROUNDS ?? 3);
