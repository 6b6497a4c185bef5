import { randomBytes } from "node:crypto";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import { routeOf } from "#app/routes.ts";
import { type Database, isDatabaseUnavailable } from "#db/database.ts";
import { viewerOfSession } from "#db/queries/accounts.ts";
import { clientOf } from "./client-of.ts";
import type { RequestContext } from "./context.ts";
import { type Cookies, makeCookies } from "./cookies.ts";
import { directActions } from "./direct-actions.ts";
import type { Environment } from "./environment.ts";
import { type KeyedHashes, keyedHashes } from "./keys.ts";
import type { Log } from "./log.ts";
import { isOwnOrigin } from "./origin.ts";
import { brokenPage, foreignFormPage, tooLargePage, unavailablePage } from "./plain-pages.ts";
import { setSecurityHeaders } from "./security-headers.ts";

/** What a server process holds for its whole life. */
export interface Site {
  db: Database;
  environment: Environment;
  log: Log;
  build: ServerBuild | (() => Promise<ServerBuild>);
  migrationsExpected: number;
}

/** Answers one request of the client at `address`. It never throws. */
export type Handler = (request: Request, address: string) => Promise<Response>;

/** The largest body any request may announce, in bytes; forms set smaller limits of their own. */
const largestBody = 32 * 1024 * 1024;

/** Makes the handler: every page, file and form goes through it, in the server and in the tests alike. */
export function createHandler(site: Site): Handler {
  const { environment, log } = site;
  // A build that is made anew for each request is that of `npm run dev`.
  const compiled = typeof site.build !== "function";
  const remix = createRequestHandler(site.build, compiled ? "production" : "development");
  const directly = directActions(site.build);
  const cookies = makeCookies(environment);
  const hashes = keyedHashes(environment.secrets);
  const secure = environment.origin.startsWith("https://");

  async function answer(request: Request, address: string): Promise<Response> {
    const changes = request.method !== "GET" && request.method !== "HEAD";
    if (changes && !isOwnOrigin(request, environment)) return foreignFormPage();
    if (changes) agreeOnHost(request);
    if (Number(request.headers.get("Content-Length") ?? 0) > largestBody) return tooLargePage();

    const context = await makeContext(site, cookies, hashes, request, address);
    const response = await (directly(request, context) ?? remix(request, context));
    const [failure] = context.failures;
    if (failure !== undefined) {
      if (isDatabaseUnavailable(failure)) return unavailablePage();
      log.error({ err: failure, route: routeOf(new URL(request.url).pathname)?.name }, "failure");
    }
    if (context.notice !== undefined && response.status === 200) {
      response.headers.append("Set-Cookie", await cookies.notice.serialize("", { maxAge: 0 }));
    }
    return response;
  }

  return async (request, address) => {
    const started = performance.now();
    let response: Response;
    try {
      response = await answer(request, address);
    } catch (error) {
      response = failurePage(error, log);
    }
    setSecurityHeaders(response.headers, secure);
    if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
    const { name } = routeOf(new URL(request.url).pathname) ?? { name: "unknown" };
    const ms = Math.round(performance.now() - started);
    log.info({ method: request.method, route: name, status: response.status, ms }, "request");
    return response;
  };
}

/** Logs what went wrong and gives the page that tells it. */
export function failurePage(error: unknown, log: Log): Response {
  const unavailable = isDatabaseUnavailable(error);
  log.error({ err: error }, unavailable ? "database unavailable" : "failure");
  return unavailable ? unavailablePage() : brokenPage();
}

/**
 * Remix compares Origin and Host once more. Behind a proxy they differ, and we have just decided
 * on the Origin, so the Host is made to agree.
 */
function agreeOnHost({ headers, url }: Request): void {
  headers.set("Host", new URL(headers.get("Origin") ?? url).host);
  headers.delete("X-Forwarded-Host");
}

async function makeContext(
  { db, environment, log, migrationsExpected }: Site,
  cookies: Cookies,
  hashes: KeyedHashes,
  request: Request,
  address: string,
): Promise<RequestContext> {
  const header = request.headers.get("Cookie");
  const notice: unknown = header ? await cookies.notice.parse(header) : undefined;
  return {
    db,
    environment,
    viewer: header ? await readViewer(db, cookies, hashes, header) : anyone,
    notice: typeof notice === "string" && notice !== "" ? notice : undefined,
    cookies,
    hashes,
    address: clientOf(address),
    nonce: randomBytes(16).toString("base64"),
    log,
    migrationsExpected,
    failures: [],
  };
}

async function readViewer(
  db: Database,
  cookies: Cookies,
  hashes: KeyedHashes,
  header: string,
): Promise<Viewer> {
  const token: unknown = await cookies.session.parse(header);
  if (typeof token !== "string" || token === "") return anyone;
  for (const hash of hashes("session", token)) {
    const viewer = await viewerOfSession(db, hash);
    if (viewer) return viewer;
  }
  return anyone;
}
