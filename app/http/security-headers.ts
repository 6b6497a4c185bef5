/** How much a page is allowed: nothing by default, its own scripts, or also the inline styles of SurveyJS. */
export type PageRights = { hydrates?: boolean; enhances?: boolean; inlineStyles?: boolean };

/**
 * The Content-Security-Policy of a page. Scripts run only where a page hydrates or is enhanced:
 * files of our own, and where it hydrates those with the nonce.
 */
export function contentSecurityPolicy(nonce: string, rights: PageRights): string {
  const scripts = rights.hydrates || rights.enhances;
  return [
    "default-src 'none'",
    scripts ? `script-src 'self' 'nonce-${nonce}'` : "script-src 'none'",
    scripts ? "connect-src 'self'" : "connect-src 'none'",
    rights.inlineStyles ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Sets the headers every response carries; a page's own policy is kept. */
export function setSecurityHeaders(headers: Headers, secure: boolean): void {
  if (!headers.has("Content-Security-Policy")) {
    headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }
  headers.set("X-Content-Type-Options", "nosniff");
  // same-origin, not no-referrer: with no-referrer browsers send `Origin: null` on our own forms.
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
  if (secure) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}
