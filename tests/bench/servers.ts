import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/node";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { loadBuild } from "#app/http/built.ts";
import { readProductionEnvironment } from "#app/http/environment.ts";
import { listen } from "#app/http/listen.ts";
import { makeLog } from "#app/http/log.ts";
import { connect } from "#db/database.ts";
import { migrationsExpected } from "#db/migrate.ts";

/** The servers that are measured, each in a process of its own; the port is told to the parent. */
const servers: Record<string, () => Promise<number>> = {
  /** The platform as `npm run serve` runs it. */
  async ours() {
    const environment = readProductionEnvironment(process.env);
    const connection = connect(environment.databaseUrl ?? "", 5);
    const site = {
      db: connection.db,
      environment,
      log: makeLog("silent"),
      build: await loadBuild(),
      migrationsExpected: await migrationsExpected(),
    };
    return (await listen(site, connection)).port;
  },
  /** `node:http` that sends ready HTML. */
  async bare() {
    const html = Buffer.from(process.env.BENCH_HTML ?? "", "base64");
    const server = createServer((_, response) => {
      response.writeHead(200, {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": html.length,
      });
      response.end(html);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return (server.address() as AddressInfo).port;
  },
  /** `node:http` that stores what is posted by one INSERT. */
  async "bare-insert"() {
    const { default: postgres } = await import("postgres");
    const sql = postgres(process.env.DATABASE_URL ?? "", { max: 10 });
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = JSON.parse(Buffer.concat(chunks).toString());
      await sql`insert into inserted (body) values (${sql.json(body)})`;
      const text = JSON.stringify({ stored: true });
      response.writeHead(200, {
        "Content-Type": "application/json",
        "Content-Length": text.length,
      });
      response.end(text);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return (server.address() as AddressInfo).port;
  },
  /** A Remix page that only prints a list, and an action that only does one INSERT. */
  async remix() {
    const build = await import(pathToFileURL(resolve(".cache/bench-peer/server/index.js")).href);
    const server = createServer(createRequestListener(createRequestHandler(build, "production")));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return (server.address() as AddressInfo).port;
  },
};

const start = servers[process.argv[2] ?? ""];
if (!start) throw new Error("no such server");
process.send?.(await start());
