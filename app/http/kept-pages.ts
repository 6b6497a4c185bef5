import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { civilDate } from "#app/domain/japan/index.ts";
import { routeOf } from "#app/routes.ts";
import type { PublicationWatch } from "./publication-watch.ts";

/** When a page was rendered: it is dropped with another counter, and on another day (Asia/Tokyo). */
export interface Rendering {
  publication: number;
  day: string;
}

/** A public page as it was rendered, with its compressed forms. */
interface KeptPage extends Rendering {
  etag: string;
  headers: Record<string, string>;
  bodies: Record<"br" | "gzip" | "identity", Buffer>;
}

const megabyte = 1024 * 1024;

const cache = (maxSize: number) =>
  new LRUCache<string, KeptPage>({
    maxSize,
    sizeCalculation: ({ bodies }) =>
      1024 + bodies.br.length + bodies.gzip.length + bodies.identity.length,
  });

const compressible = /^(text\/|application\/(xml|atom\+xml|json)|image\/svg)/;
const dropped = new Set([
  "content-length",
  "content-encoding",
  "etag",
  "date",
  "transfer-encoding",
  "connection",
]);

/**
 * Keeps the rendered pages of the public area in memory. A page is kept for visitors without any
 * cookie, until the publication counter rises or the day changes (pages say what is today).
 */
export class KeptPages {
  readonly #watch: PublicationWatch;
  readonly #plain = cache(48 * megabyte);
  /** Queries can be made up without end: they must not push the plain addresses out. */
  readonly #withQuery = cache(16 * megabyte);

  constructor(watch: PublicationWatch) {
    this.#watch = watch;
  }

  /** Answers from memory; false when this request must be rendered. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, headers, url } = request;
    if ((method !== "GET" && method !== "HEAD") || headers.cookie !== undefined) return false;
    const page = this.#pagesOf(url ?? "").get(url ?? "");
    if (!page) return false;
    if (page.publication !== this.#watch.current() || page.day !== civilDate(new Date()))
      return false;
    if (headers["if-none-match"]?.includes(page.etag)) {
      response.writeHead(304, { ...page.headers, ETag: page.etag }).end();
      return true;
    }
    const encoding = chooseEncoding(headers["accept-encoding"]);
    const body = page.bodies[encoding];
    response.writeHead(200, {
      ...page.headers,
      ETag: page.etag,
      "Content-Length": body.length,
      ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
    });
    response.end(method === "HEAD" ? undefined : body);
    return true;
  }

  /** Whether the answer to this request may be kept, and under which counter and day. */
  keepUnder(request: Request): Rendering | undefined {
    if (request.method !== "GET" || request.headers.has("Cookie")) return undefined;
    if (routeOf(new URL(request.url).pathname)?.area !== "public") return undefined;
    const publication = this.#watch.current();
    return publication === undefined ? undefined : { publication, day: civilDate(new Date()) };
  }

  /**
   * Keeps a rendered answer. `rendering` is what `keepUnder` said before rendering began.
   * Answers with an ETag of their own (files) are not pages and are not kept.
   */
  async keep(request: Request, response: Response, rendering: Rendering): Promise<Response> {
    if (response.status !== 200 || response.headers.has("Set-Cookie")) return response;
    if (response.headers.has("ETag")) return response;
    response.headers.set("Cache-Control", "no-cache");
    response.headers.set("Vary", "Accept-Encoding, Cookie");
    const identity = Buffer.from(await response.arrayBuffer());
    const bodies = await compress(identity, response.headers.get("Content-Type") ?? "");
    const headers: Record<string, string> = {};
    for (const [name, value] of response.headers) if (!dropped.has(name)) headers[name] = value;
    const { pathname, search } = new URL(request.url);
    this.#pagesOf(pathname + search).set(pathname + search, {
      ...rendering,
      etag: `"${createHash("sha256").update(identity).digest("base64url").slice(0, 27)}"`,
      headers,
      bodies,
    });
    return new Response(identity, { status: 200, headers: response.headers });
  }

  #pagesOf(address: string): LRUCache<string, KeptPage> {
    return address.includes("?") ? this.#withQuery : this.#plain;
  }
}

async function compress(identity: Buffer, mediaType: string): Promise<KeptPage["bodies"]> {
  if (!compressible.test(mediaType)) return { identity, gzip: identity, br: identity };
  const [gz, br] = await Promise.all([
    promisify(gzip)(identity, { level: 6 }),
    promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  ]);
  return { identity, gzip: gz, br };
}

function chooseEncoding(accepted: string | undefined): keyof KeptPage["bodies"] {
  if (accepted === undefined) return "identity";
  if (/\bbr\b(?!;q=0(\.0*)?(,|$))/.test(accepted)) return "br";
  if (/\bgzip\b(?!;q=0(\.0*)?(,|$))/.test(accepted)) return "gzip";
  return "identity";
}
