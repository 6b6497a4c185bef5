import { createHash } from "node:crypto";
import { attachment } from "#app/files/attachment.ts";

/** A file to be saved. */
export interface Download {
  /** With its extension; characters that file names cannot hold are replaced. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** Answers with a file to be saved under its name, or with 304 where the client has it already. */
export function downloadResponse(request: Request, { name, mediaType, bytes }: Download): Response {
  const tag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
  const headers = { ETag: tag, "Cache-Control": "no-cache", Vary: "Cookie" };
  if (request.headers.get("If-None-Match")?.includes(tag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      "Content-Type": mediaType,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": attachment(name.replace(/[\\/:*?"<>|\s]+/g, "_")),
    },
  });
}
