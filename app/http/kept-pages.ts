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

type Encoding = "br" | "gzip" | "identity";

/** A public page as it was rendered: its answers, ready to be written. */
interface KeptPage extends Rendering {
  etag: string;
  /** Headers as a flat list of names and values, which node writes fastest. */
  notModified: string[];
  answers: Record<Encoding, { head: string[]; body: Buffer }>;
}

const megabyte = 1024 * 1024;

const cache = (maxSize: number) =>
  new LRUCache<string, KeptPage>({
    maxSize,
    sizeCalculation: ({ answers: { br, gzip, identity } }) =>
      1024 + br.body.length + gzip.body.length + identity.body.length,
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
  readonly #encodings = new LRUCache<string, Encoding>({ max: 100 });
  #day = { second: 0, day: "" };

  constructor(watch: PublicationWatch) {
    this.#watch = watch;
  }

  /** Answers from memory; false when this request must be rendered. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, headers, url } = request;
    if ((method !== "GET" && method !== "HEAD") || headers.cookie !== undefined) return false;
    const page = this.#pagesOf(url ?? "").get(url ?? "");
    if (!page) return false;
    if (page.publication !== this.#watch.current() || page.day !== this.#today()) return false;
    if (headers["if-none-match"]?.includes(page.etag)) {
      response.writeHead(304, page.notModified).end();
      return true;
    }
    const { head, body } = page.answers[this.#encodingFor(headers["accept-encoding"])];
    response.writeHead(200, head).end(method === "HEAD" ? undefined : body);
    return true;
  }

  /** Whether the answer to this request may be kept, and under which counter and day. */
  keepUnder(request: Request): Rendering | undefined {
    if (request.method !== "GET" || request.headers.has("Cookie")) return undefined;
    if (routeOf(new URL(request.url).pathname)?.area !== "public") return undefined;
    const publication = this.#watch.current();
    return publication === undefined ? undefined : { publication, day: this.#today() };
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
    const headers = [...response.headers].filter(([name]) => !dropped.has(name)).flat();
    const digest = createHash("sha256").update(identity).digest("base64url").slice(0, 27);
    // Weak: the page is the same in every encoding, its bytes are not.
    const etag = `W/"${digest}"`;
    const notModified = [...headers, "ETag", etag];
    const answers = await encode(identity, response.headers.get("Content-Type") ?? "", notModified);
    const { pathname, search } = new URL(request.url);
    const address = pathname + search;
    this.#pagesOf(address).set(address, { ...rendering, etag, notModified, answers });
    return new Response(identity, { status: 200, headers: response.headers });
  }

  /** The day in Japan, reckoned once a second at most. */
  #today(): string {
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.#day.second) this.#day = { second, day: civilDate(new Date()) };
    return this.#day.day;
  }

  /** Browsers send a few values of this header only; a made-up one pushes an older one out. */
  #encodingFor(accepted: string | undefined): Encoding {
    if (accepted === undefined) return "identity";
    const known = this.#encodings.get(accepted);
    if (known) return known;
    const encoding = chooseEncoding(accepted);
    this.#encodings.set(accepted, encoding);
    return encoding;
  }

  #pagesOf(address: string): LRUCache<string, KeptPage> {
    return address.includes("?") ? this.#withQuery : this.#plain;
  }
}

async function encode(
  identity: Buffer,
  mediaType: string,
  headers: string[],
): Promise<KeptPage["answers"]> {
  const answer = (body: Buffer, encoding?: Encoding) => ({
    head: [
      ...headers,
      ...["Content-Length", String(body.length)],
      ...(encoding ? ["Content-Encoding", encoding] : []),
    ],
    body,
  });
  const plain = answer(identity);
  if (!compressible.test(mediaType)) return { identity: plain, gzip: plain, br: plain };
  const [gz, br] = await Promise.all([
    promisify(gzip)(identity, { level: 6 }),
    promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  ]);
  return { identity: plain, gzip: answer(gz, "gzip"), br: answer(br, "br") };
}

function chooseEncoding(accepted: string): Encoding {
  if (/\bbr\b(?!;q=0(\.0*)?(,|$))/.test(accepted)) return "br";
  if (/\bgzip\b(?!;q=0(\.0*)?(,|$))/.test(accepted)) return "gzip";
  return "identity";
}
