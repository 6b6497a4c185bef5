import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { take } from "#db/server/holder.ts";
import { endSurvivor } from "#db/server/postmaster.ts";
import { type EmbeddedServer, startEmbeddedServer } from "#db/server.ts";

/** What a template database holds, each more than the one before: tables, the sample accounts, the sample content. */
export type Contents = "schema" | "accounts" | "samples";

/** A template, and codes of the sample survey that is open (with `samples`). */
export type Template = { url: string; codes: string[] };

declare module "vitest" {
  export interface ProvidedContext {
    /** Base address of the door: GET `/schema` and so on answers with a `Template`, made when first asked for. */
    templates: string;
  }
}

const PREFIX = "jukugi-test-";

/**
 * One PostgreSQL server for the whole run, started only when a test first asks
 * for a database, in a folder of its own so that runs side by side never meet.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  let server: Promise<EmbeddedServer & { folder: string }> | undefined;
  const made = new Map<Contents, Promise<Template>>();
  const provide = (contents: Contents): Promise<Template> => {
    server ??= startServer();
    const before = server;
    const template =
      made.get(contents) ?? before.then(({ url }) => makeTemplate(url, contents, provide));
    made.set(contents, template);
    return template;
  };

  const key = randomUUID();
  const door = createServer((request, response) => {
    const contents = request.url?.split("/")[2];
    const known = contents === "schema" || contents === "accounts" || contents === "samples";
    if (!known || request.url !== `/${key}/${contents}`) return response.writeHead(404).end();
    provide(contents).then(
      (template) => response.end(JSON.stringify(template)),
      (error: unknown) =>
        response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  door.unref();
  const { port } = door.address() as AddressInfo;
  project.provide("templates", `http://127.0.0.1:${port}/${key}`);

  return async () => {
    door.close();
    const running = await server?.catch(() => undefined);
    if (!running) return;
    await Promise.allSettled(made.values());
    await running.stop();
    rmSync(running.folder, { recursive: true, force: true });
  };
}

async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  // Under root the server's account must be able to pass through.
  chmodSync(folder, 0o711);
  try {
    const settings = { max_connections: "200" };
    const server = await startEmbeddedServer({ dataDir: folder, durable: false, settings });
    return { ...server, folder };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function makeTemplate(
  server: string,
  contents: Contents,
  provide: (contents: Contents) => Promise<Template>,
): Promise<Template> {
  const name = `template_${contents}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const before = { schema: undefined, accounts: "schema", samples: "accounts" } as const;
  const step = before[contents];
  if (step) await provide(step);
  await administer(server, `create database ${name} ${step ? `template template_${step}` : ""}`);
  const codes = await fill(url.href, contents);
  // Nobody can be connected to it when it is copied.
  await administer(server, `alter database ${name} with allow_connections false`);
  return { url: url.href, codes };
}

// Loaded when needed: tests of the domain alone shall not wait for it.
async function fill(url: string, contents: Contents): Promise<string[]> {
  if (contents === "schema") {
    const { migrate } = await import("#db/migrate.ts");
    await migrate(url);
    return [];
  }
  const { connect } = await import("#db/database.ts");
  const { fillAccounts, fillSamples } = await import("./sample-database.ts");
  const { db, close } = connect(url, 1);
  return (contents === "accounts" ? fillAccounts(db) : fillSamples(db)).finally(close);
}

async function administer(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql.unsafe(statement).finally(() => sql.end());
}

// Servers and folders of runs that were killed.
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || !existsSync(join(folder, "holder.json"))) continue;
    try {
      take(folder);
      await endSurvivor(folder, () => {});
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // In use by a run beside this one, or another person's.
    }
  }
}
