import { createHmac, timingSafeEqual } from "node:crypto";

/** A cookie that only this site can have set: its value, any JSON, is signed (HMAC-SHA256). */
export interface SignedCookie {
  name: string;
  /** The value in a header Cookie; null without one, or when no secret of ours has signed it. */
  parse(header: string | null): Promise<unknown>;
  /** The header Set-Cookie; an empty text is not signed and forgets the value. */
  serialize(value: unknown, options?: { maxAge?: number }): Promise<string>;
}

export interface CookieOptions {
  /** The first signs; cookies under the others are still read. */
  secrets: readonly string[];
  secure: boolean;
  sameSite: "lax" | "strict";
  /** Seconds. */
  maxAge: number;
}

/**
 * Makes a cookie in the format of Remix's `createCookie`, which takes a value apart character by
 * character: on the way of an answer that costs as much as checking it.
 */
export function signedCookie(name: string, options: CookieOptions): SignedCookie {
  const { secrets, secure, sameSite } = options;
  const [newest = ""] = secrets;
  const attributes = `; Path=/; HttpOnly${secure ? "; Secure" : ""}; SameSite=${sameSite === "lax" ? "Lax" : "Strict"}`;
  return {
    name,
    async parse(header) {
      const value = header === null ? undefined : valueIn(header, name);
      if (value === undefined || value === "") return value ?? null;
      const end = value.lastIndexOf(".");
      const encoded = value.slice(0, end);
      const signature = Buffer.from(value.slice(end + 1));
      const ours = (secret: string) => same(signature, Buffer.from(sign(encoded, secret)));
      return secrets.some(ours) ? decoded(encoded) : null;
    },
    async serialize(value, { maxAge = options.maxAge } = {}) {
      const encoded = Buffer.from(JSON.stringify(value)).toString("base64");
      const signed = value === "" ? "" : `${encoded}.${sign(encoded, newest)}`;
      return `${name}=${encodeURIComponent(signed)}; Max-Age=${maxAge}${attributes}`;
    },
  };
}

function sign(encoded: string, secret: string): string {
  return createHmac("sha256", secret).update(encoded).digest("base64").replace(/=+$/, "");
}

function same(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function decoded(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, "base64").toString("utf8"));
  } catch {
    return {};
  }
}

/** The first value of that name; as it stands where it is not encoded properly. */
function valueIn(header: string, name: string): string | undefined {
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals < 0 || pair.slice(0, equals).trim() !== name) continue;
    const value = pair.slice(equals + 1).trim();
    try {
      return decodeURIComponent(value);
    } catch {
      return value;
    }
  }
  return undefined;
}
