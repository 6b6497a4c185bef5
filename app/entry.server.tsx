import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { contentSecurityPolicy } from "#app/http/security-headers.ts";
import { ClientModules } from "#app/ui/client-modules.ts";
import { Nonce } from "#app/ui/nonce.ts";
import type { PageHandle } from "./root.tsx";

/** What the matched routes say of their page, taken together. */
function handleOf({ staticHandlerContext, routeModules }: EntryContext): PageHandle {
  const handles = staticHandlerContext.matches.map(
    ({ route }) => (routeModules[route.id]?.handle ?? {}) as PageHandle,
  );
  return staticHandlerContext.errors ? {} : Object.assign({}, ...handles);
}

/** The client's entry; before it, in development, the runtime that its modules are compiled for. */
function clientModulesOf({ manifest }: EntryContext): string[] {
  const { hmr, entry }: typeof manifest & { hmr?: { runtime: string } } = manifest;
  return [...(hmr ? [hmr.runtime] : []), entry.module];
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, failures }: AppLoadContext,
): Promise<Response> {
  // Pages are rendered whole before they are sent, so that none needs a script to complete itself.
  const html = await new Promise<string>((done, fail) => {
    const { pipe } = renderToPipeableStream(
      <Nonce.Provider value={nonce}>
        <ClientModules.Provider value={clientModulesOf(remixContext)}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </ClientModules.Provider>
      </Nonce.Provider>,
      {
        nonce,
        onAllReady: () => {
          const body = new PassThrough();
          // React 18 leaves NUL bytes where a character of several bytes does not fit its buffer.
          text(body).then((html) => done(html.replaceAll("\0", "")), fail);
          pipe(body);
        },
        onShellError: fail,
        // Otherwise React prints them, outside the log and with whatever they quote.
        onError: (error) => void failures.push(error),
      },
    );
  });
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Security-Policy", contentSecurityPolicy(nonce, handleOf(remixContext)));
  return new Response(html, { status, headers });
}

/** Errors that no route expected; the handler decides between 503 and 500 and logs them. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
) {
  if (!request.signal.aborted) context.failures.push(error);
}
