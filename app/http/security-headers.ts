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

/** The headers of a response that is no page: it may do nothing in a browser. */
export function securityHeaders(secure: boolean): [name: string, value: string][] {
  return [
    ["Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"],
    ["X-Content-Type-Options", "nosniff"],
    // same-origin, not no-referrer: with no-referrer browsers send `Origin: null` on our own forms.
    ["Referrer-Policy", "same-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"],
    ...(secure
      ? [["Strict-Transport-Security", "max-age=31536000; includeSubDomains"] as [string, string]]
      : []),
  ];
}

/** Sets the headers every response carries; a page's own policy is kept. */
export function setSecurityHeaders(headers: Headers, secure: boolean): void {
  const own = headers.get("Content-Security-Policy");
  for (const [name, value] of securityHeaders(secure)) headers.set(name, value);
  if (own !== null) headers.set("Content-Security-Policy", own);
}
