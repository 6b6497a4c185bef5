import type { JsonObject, JsonValue } from "../json.ts";
import { withKey } from "./places.ts";

/** A stored value as it is typed; "" where it is not written. */
export function typedValue(value: JsonValue | undefined): string {
  return value === undefined || value === null ? "" : String(value);
}

/**
 * An object with the value stored for an answer as it was typed: true and false as such, a number
 * where a number stood, else a text; nothing typed takes the key away.
 */
export function withStoredValue(json: JsonObject, name: string, typed: string): JsonObject {
  const plain = typed.trim();
  if (plain === "") return withKey(json, name, undefined);
  if (plain === "true" || plain === "false") return withKey(json, name, plain === "true");
  const isNumber = typeof json[name] === "number" && Number.isFinite(Number(plain));
  return withKey(json, name, isNumber ? Number(plain) : typed);
}
