import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { type ClientAddress, createRequestListener } from "@remix-run/node-fetch-server";
import compression from "compression";
import sirv from "sirv";
import type { Connection } from "#db/database.ts";
import { forwardedAddress } from "./client-of.ts";
import { createHandler, type Site } from "./handler.ts";
import { KeptPages } from "./kept-pages.ts";
import { watchPublications } from "./publication-watch.ts";
import { sendingsShortWay } from "./short-way.ts";
import { watchSurveyCalendar } from "./survey-calendar.ts";

export interface Listening {
  port: number;
  stop(): Promise<void>;
}

type Next = () => void;
type Middleware = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** Serves the site on its host and port: kept pages first, then built files, then everything else. */
export async function listen(site: Site, { sql }: Connection): Promise<Listening> {
  const { environment } = site;
  const watch = watchPublications(site.db, sql);
  const calendar = watchSurveyCalendar(site.db, site.log);
  const kept = new KeptPages(watch);
  const handle = createHandler(site);
  const takenShort = sendingsShortWay(site);

  const listener = createRequestListener(
    async (request: Request, client: ClientAddress) => {
      const rendering = kept.keepUnder(request);
      const forwarded = environment.trustProxy ? forwardedAddress(request.headers) : undefined;
      const response = await handle(request, forwarded ?? client.address);
      return rendering === undefined ? response : kept.keep(request, response, rendering);
    },
    {
      protocol: environment.origin.startsWith("https:") ? "https:" : "http:",
      ...(environment.mode === "production" ? { host: new URL(environment.origin).host } : {}),
    },
  );
  const files = sirv(resolve("build/client"), {
    etag: true,
    setHeaders: (response, path) => {
      response.setHeader("X-Content-Type-Options", "nosniff");
      if (path.startsWith("/assets/")) {
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      }
    },
  }) as Middleware;
  const compress = compression() as unknown as Middleware;

  const server = createServer((request, response) => {
    if (kept.serve(request, response) || takenShort(request, response)) return;
    compress(request, response, () =>
      files(request, response, () => void listener(request, response)),
    );
  });
  server.requestTimeout = 120_000;
  server.headersTimeout = 20_000;

  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(environment.port, environment.host, done);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      await Promise.all([watch.stop(), calendar.stop()]);
      await new Promise((done) => {
        server.close(done);
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 5_000).unref();
      });
    },
  };
}
