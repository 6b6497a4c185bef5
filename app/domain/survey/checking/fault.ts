/** What is wrong with a value, in plain Japanese that says what to do; null when nothing is. */
export type Fault = string | null;

/** The first fault of a list, or null. */
export function firstFault(faults: Iterable<Fault>): Fault {
  for (const fault of faults) if (fault !== null) return fault;
  return null;
}

/** A plain object as JSON makes it; arrays, dates and class instances are none. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  return Object.getPrototypeOf(value) === Object.prototype;
}
