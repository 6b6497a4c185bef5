import { createHash } from "node:crypto";

/** SHA-256 of a text, in hexadecimal digits: tells whether a text is still the one that was read. */
export function textHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
