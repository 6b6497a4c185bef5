import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "#app/files/attachment.ts";
import { notFound, uuidParam } from "#app/http/guards.ts";
import { findPaper } from "#db/queries/papers.ts";

/** Sends a paper as a file to be saved; its bytes never change, so its ETag is their SHA-256. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const id = uuidParam(params.paper, "資料");
  const paper = (await findPaper(context.db, context.viewer, id)) ?? notFound("資料");
  const headers = {
    ETag: `"${paper.sha256}"`,
    "Cache-Control": paper.audience === "public" ? "no-cache" : "private, no-store",
    Vary: "Cookie",
  };
  if (request.headers.get("If-None-Match")?.includes(headers.ETag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(new Uint8Array(paper.content), {
    headers: {
      ...headers,
      "Content-Type": paper.mediaType,
      "Content-Length": String(paper.content.byteLength),
      "Content-Disposition": attachment(paper.fileName),
      "X-Content-Type-Options": "nosniff",
    },
  });
}
