import { createHash, createHmac, randomBytes } from "node:crypto";

/** What a keyed hash is for; hashes of different purposes never match. */
export type HashPurpose = "survey-code" | "attempts" | "session";

export type KeyedHashes = (purpose: HashPurpose, value: string) => [string, ...string[]];

/**
 * Makes the keyed hash (HMAC-SHA256, hex). The first hash is under the newest secret and is the one
 * to store; the others let things stored under an earlier secret still be found.
 */
export function keyedHashes(secrets: string[]): KeyedHashes {
  const [newest, ...earlier] = secrets;
  if (newest === undefined) throw new Error("no secret");
  const hash = (secret: string, purpose: HashPurpose, value: string) =>
    createHmac("sha256", createHash("sha256").update(`${purpose}\0${secret}`).digest())
      .update(value)
      .digest("hex");
  return (purpose, value) => [
    hash(newest, purpose, value),
    ...earlier.map((secret) => hash(secret, purpose, value)),
  ];
}

/** A random token for a cookie: 256 bits, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}
