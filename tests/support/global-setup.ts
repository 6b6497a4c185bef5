import { randomBytes, randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "#db/migrate.ts";
import { take } from "#db/server/holder.ts";
import { endSurvivor } from "#db/server/postmaster.ts";
import { type EmbeddedServer, startEmbeddedServer } from "#db/server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Answers GET with the URL of the migrated template database; the server starts at the first request. */
    templateDatabase: string;
  }
}

const PREFIX = "jukugi-test-";

/**
 * One PostgreSQL server for the whole run, started only when a test first asks
 * for a database, in a folder of its own so that runs side by side never meet.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  let template: Promise<{ server: EmbeddedServer; url: string; folder: string }> | undefined;
  const key = randomUUID();
  const door = createServer((request, response) => {
    if (request.url !== `/${key}`) return response.writeHead(404).end();
    template ??= makeTemplate();
    template.then(
      ({ url }) => response.end(url),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  door.unref();
  const { port } = door.address() as AddressInfo;
  project.provide("templateDatabase", `http://127.0.0.1:${port}/${key}`);

  return async () => {
    door.close();
    const made = await template?.catch(() => undefined);
    if (!made) return;
    await made.server.stop();
    rmSync(made.folder, { recursive: true, force: true });
  };
}

async function makeTemplate() {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  try {
    // Under root the server's account must be able to pass through.
    chmodSync(folder, 0o711);
    const settings = { max_connections: "200" };
    const server = await startEmbeddedServer({ dataDir: folder, durable: false, settings });
    try {
      const name = `template_${randomBytes(4).toString("hex")}`;
      const url = new URL(server.url);
      await administer(server.url, `create database ${name}`);
      url.pathname = `/${name}`;
      await migrate(url.href);
      await administer(server.url, `alter database ${name} with allow_connections false`);
      return { server, url: url.href, folder };
    } catch (error) {
      await server.stop();
      throw error;
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
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
