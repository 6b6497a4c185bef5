/**
 * Reads a JSON body and stops as soon as it exceeds `limit` bytes. (Node reads no more than the
 * header announced.)
 * Undefined when it is no JSON. Throws a 413 response.
 */
export async function readJsonBody(request: Request, limit: number): Promise<unknown> {
  const announced = Number(request.headers.get("Content-Length") ?? Number.NaN);
  if (announced <= limit) return parsed(await request.text());
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > limit) {
        const message =
          "回答が大きすぎるため、受け取れませんでした。長い記述を短くしてから、もう一度送信してください。";
        throw Response.json({ problems: [{ message }] }, { status: 413 });
      }
      chunks.push(chunk);
    }
  }
  return parsed(Buffer.concat(chunks).toString("utf8"));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
