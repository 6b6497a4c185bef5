import { boundedBody } from "./bounded-body.ts";

/**
 * Reads a JSON body and stops as soon as it exceeds `limit` bytes. Undefined when it is no JSON.
 * Throws a 413 response.
 */
export async function readJsonBody(request: Request, limit: number): Promise<unknown> {
  const announced = Number(request.headers.get("Content-Length") ?? Number.NaN);
  // Node reads no more than the header announced.
  if (announced <= limit) return parsedJson(new Uint8Array(await request.arrayBuffer()));
  const body = await boundedBody(request, limit);
  if (body === undefined) {
    const message =
      "回答が大きすぎるため、受け取れませんでした。長い記述を短くしてから、もう一度送信してください。";
    throw Response.json({ problems: [{ message }] }, { status: 413 });
  }
  return parsedJson(body);
}

const utf8 = new TextDecoder();

/** UTF-8 bytes read as JSON; undefined when they are none. */
export function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}
