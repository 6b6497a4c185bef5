import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { Refusal } from "./shutdown.ts";

/** The compiled application; throws a Japanese message where `npm run build` has not run. */
export async function loadBuild(): Promise<ServerBuild> {
  const file = resolve("build/server/index.js");
  if (!existsSync(file)) throw new Refusal("先に npm run build を実行してください。");
  return import(pathToFileURL(file).href);
}
