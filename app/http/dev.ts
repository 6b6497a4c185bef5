import { createServer } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { type ClientAddress, createRequestListener } from "@remix-run/node-fetch-server";
import { createServer as createViteServer } from "vite";
import { createHandler } from "./handler.ts";
import { prepareLocalSite } from "./local-site.ts";
import { makeLog } from "./log.ts";
import { onShutdown, runMain } from "./shutdown.ts";

/** `npm run dev`: like `npm start`, but files are compiled as they change. */
runMain(async (ending) => {
  const site = await prepareLocalSite(process.env, ending);
  const { environment, connection, migrationsExpected } = site;
  const vite = await createViteServer({ server: { middlewareMode: true } });
  const handle = createHandler({
    db: connection.db,
    environment,
    log: makeLog(environment.logLevel),
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
    migrationsExpected,
  });
  const listener = createRequestListener((request: Request, client: ClientAddress) =>
    handle(request, client.address),
  );
  const server = createServer((request, response) =>
    vite.middlewares(request, response, () => void listener(request, response)),
  );
  server.listen(environment.port, environment.host, () => {
    console.log([environment.origin, "", ...site.notes].join("\n"));
  });
  onShutdown(async () => {
    server.close();
    await vite.close();
    await site.stop();
  });
});
