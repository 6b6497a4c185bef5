import { randomInt } from "node:crypto";
import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane). */
const parameters = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** The hash under which a password is stored, with its salt and parameters in it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/** A hash of no password, so that an unknown login name takes as long as a known one. */
const nobody = hashPassword("no such account");

/** Whether a password fits. Without a stored hash the same work is done and the answer is no. */
export async function passwordFits(
  password: string,
  storedHash: string | undefined,
): Promise<boolean> {
  const fits = await verify(storedHash ?? (await nobody), password);
  return fits && storedHash !== undefined;
}

const readable = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password for a new account: 16 letters and digits that are not mistaken for each other (79 bits). */
export function newPassword(): string {
  return Array.from({ length: 16 }, () => readable[randomInt(readable.length)]).join("");
}
