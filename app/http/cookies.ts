import type { Environment } from "./environment.ts";
import { type SignedCookie, signedCookie } from "./signed-cookie.ts";

/** The cookies of the platform: signed, httpOnly, SameSite. */
export interface Cookies {
  /** The token of a sign-in. */
  session: SignedCookie;
  /** Which invitation the contractor's browser answers under. */
  answering: SignedCookie;
  /** The receipts this browser was given. */
  receipt: SignedCookie;
  /** Whose paper answer a clerk's browser is keying in. */
  keying: SignedCookie;
  /** A message for the next page, shown once. */
  notice: SignedCookie;
}

export const sessionHours = 12;

/** Makes the cookies for an environment; over https they carry the `__Host-` prefix. */
export function makeCookies({ secrets, origin }: Environment): Cookies {
  const secure = origin.startsWith("https://");
  const make = (name: string, maxAge: number, sameSite: "lax" | "strict" = "lax") =>
    signedCookie(secure ? `__Host-${name}` : name, { secrets, secure, sameSite, maxAge });
  return {
    session: make("session", sessionHours * 3600),
    answering: make("answering", 6 * 3600),
    receipt: make("receipt", 24 * 3600),
    keying: make("keying", 2 * 3600, "strict"),
    notice: make("notice", 60),
  };
}
