/** A file that never changes. `sha256`, of its bytes in hexadecimal, is its ETag. */
export interface FrozenFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  sha256: string;
}

/** Answers with a frozen file to be looked at in place, or with 304 where the client has it. */
export function frozenFileResponse(
  request: Request,
  { name, mediaType, bytes, sha256 }: FrozenFile,
): Response {
  const headers = { ETag: `"${sha256}"`, "Cache-Control": "no-cache" };
  if (request.headers.get("If-None-Match")?.includes(headers.ETag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      "Content-Type": mediaType,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `inline; filename="${name}"`,
    },
  });
}
