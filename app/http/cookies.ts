import { type Cookie, createCookie } from "@remix-run/node";
import type { Environment } from "./environment.ts";

/** The cookies of the platform: signed, httpOnly, SameSite. */
export interface Cookies {
  /** The token of a sign-in. */
  session: Cookie;
  /** Which invitation the contractor's browser answers under. */
  answering: Cookie;
  /** The receipts this browser was given. */
  receipt: Cookie;
  /** Whose paper answer a clerk's browser is keying in. */
  keying: Cookie;
  /** A message for the next page, shown once. */
  notice: Cookie;
}

export const sessionHours = 12;

/** Makes the cookies for an environment; over https they carry the `__Host-` prefix. */
export function makeCookies({ secrets, origin }: Environment): Cookies {
  const secure = origin.startsWith("https://");
  const make = (name: string, maxAge: number, sameSite: "lax" | "strict" = "lax") =>
    createCookie(secure ? `__Host-${name}` : name, {
      secrets,
      secure,
      httpOnly: true,
      sameSite,
      path: "/",
      maxAge,
    });
  return {
    session: make("session", sessionHours * 3600),
    answering: make("answering", 6 * 3600),
    receipt: make("receipt", 24 * 3600),
    keying: make("keying", 2 * 3600, "strict"),
    notice: make("notice", 60),
  };
}
