import type { Environment } from "./environment.ts";

/**
 * Whether a request that changes something comes from our own pages (CSRF).
 * In production its Origin must be ORIGIN; locally it must match the host that was asked.
 */
export function isOwnOrigin(request: Request, environment: Environment): boolean {
  const origin = request.headers.get("Origin");
  if (origin === null) return request.headers.get("Sec-Fetch-Site") === "same-origin";
  if (origin === environment.origin) return true;
  if (environment.mode === "production") return false;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get("Host");
}
