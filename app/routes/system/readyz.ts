import type { LoaderFunctionArgs } from "@remix-run/node";
import { migrationsApplied } from "#db/queries/readiness.ts";

/** The database answers and its migrations are those of this release. */
export async function loader({ context }: LoaderFunctionArgs) {
  const headers = { "Content-Type": "text/plain" };
  try {
    const applied = await migrationsApplied(context.db);
    if (applied === context.migrationsExpected) return new Response("ready\n", { headers });
    const message = `migrations: ${applied} of ${context.migrationsExpected}\n`;
    return new Response(message, { status: 503, headers });
  } catch {
    return new Response("database does not answer\n", { status: 503, headers });
  }
}
