import type { IncomingMessage, ServerResponse } from "node:http";
import { sendResponse } from "@remix-run/node-fetch-server";
import { href } from "#app/routes.ts";
import { takeSentAnswer } from "./answer-sending.ts";
import { forgetAnswering, rememberReceipt } from "./answering-cookie.ts";
import { makeCookies } from "./cookies.ts";
import { answerLimit } from "./forms.ts";
import { failurePage, type Site } from "./handler.ts";
import { parsedJson } from "./json-body.ts";
import { securityHeaders, setSecurityHeaders } from "./security-headers.ts";

/** Takes a request that it can answer; false when it goes the usual way. */
type ShortWay = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * The way of a finished answer that a script sends: many come at once before a deadline, and the
 * requests and responses of the web's own kind cost more than checking and storing an answer. Only
 * plain requests go it: from our own pages, of a length that is known and allowed, with no message
 * left to be shown. What is decided and told is the same as on the usual way, the route
 * `answerSending`.
 */
export function sendingsShortWay(site: Site): ShortWay {
  const { db, environment, log } = site;
  const cookies = makeCookies(environment);
  const context = { db, cookies };
  const secure = environment.origin.startsWith("https://");
  const fixed = [
    ...securityHeaders(secure).flat(),
    ...["Content-Type", "application/json", "Cache-Control", "no-store"],
  ];
  const forgotten = forgetAnswering(context);
  const path = href("answerSending");

  const isPlain = ({ method, url, headers }: IncomingMessage): boolean =>
    method === "POST" &&
    url === path &&
    headers.origin === environment.origin &&
    Number(headers["content-length"] ?? Number.NaN) <= answerLimit &&
    !headers.cookie?.includes(`${cookies.notice.name}=`);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<number> {
    const body = parsedJson(await bytesOf(request));
    const cookie = request.headers.cookie ?? null;
    const { status, said, receipt } = await takeSentAnswer(context, cookie, body);
    const text = JSON.stringify(said);
    const head = [...fixed, "Content-Length", String(Buffer.byteLength(text))];
    if (receipt) {
      head.push("Set-Cookie", await rememberReceipt(receipt, context));
      head.push("Set-Cookie", await forgotten);
    }
    response.writeHead(status, head).end(text);
    return status;
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const status = await answer(request, response).catch(async (error: unknown) => {
      if (request.destroyed && !request.complete) return 0;
      const page = failurePage(error, log);
      setSecurityHeaders(page.headers, secure);
      await sendResponse(response, page);
      return page.status;
    });
    const ms = Math.round(performance.now() - started);
    log.info({ method: "POST", route: "answerSending", status, ms }, "request");
  }

  return (request, response) => {
    if (!isPlain(request)) return false;
    void take(request, response);
    return true;
  };
}

/** The body of a request; rejects when it is broken off. */
function bytesOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => done(Buffer.concat(chunks)));
    request.once("close", () => fail(new Error("the request was broken off")));
    request.once("error", fail);
  });
}
