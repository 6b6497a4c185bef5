/**
 * The body of a request, read only as far as `limit` bytes, whatever the header announced;
 * undefined where it goes on beyond. A request without a body has an empty one.
 */
export async function boundedBody(
  request: Request,
  limit: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    // Node's streams can be walked through; the types of the web's do not say so.
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > limit) return undefined;
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks);
}
