import { isJsonObject, type JsonValue } from "../json.ts";

/** Whether two values say the same; the order of keys says nothing. */
export function sameJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

/** For each item the index of the item before that it continues: the same, or of the same name. */
export function matchItems(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
): (number | null)[] {
  const free = new Set(before.keys());
  const found: (number | null)[] = after.map(() => null);
  const take = (fits: (old: JsonValue, now: JsonValue, from: number, to: number) => boolean) => {
    for (const [to, now] of after.entries()) {
      if (found[to] !== null) continue;
      for (const from of free) {
        const old = before[from];
        if (old === undefined || !fits(old, now, from, to)) continue;
        found[to] = from;
        free.delete(from);
        break;
      }
    }
  };
  take((old, now, from, to) => from === to && sameJson(old, now));
  take((old, now) => sameJson(old, now));
  take((old, now) => identityOf(now) !== undefined && identityOf(old) === identityOf(now));
  take((old, now, from, to) => from === to && identityOf(old) === identityOf(now));
  // A question that got another name.
  take((old, now, from, to) => from === to && typeOf(old) === typeOf(now));
  return found;
}

/** The name or value by which an object of a list is known. */
export function identityOf(value: JsonValue): string | undefined {
  if (!isJsonObject(value)) return undefined;
  if (typeof value.name === "string") return `name ${value.name}`;
  if (typeof value.value === "string" || typeof value.value === "number") {
    return `value ${value.value}`;
  }
  return undefined;
}

function typeOf(value: JsonValue): JsonValue | undefined {
  return isJsonObject(value) ? (value.type ?? null) : undefined;
}
