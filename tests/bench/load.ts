import { connect, type Socket } from "node:net";

/**
 * Load over keep-alive connections, one request at a time on each: requests per second and the
 * 99th percentile of the latency in ms. Every answer must be a 200 and is read to its end.
 *
 * It reads raw bytes because the load generators on npm parse bodies in JavaScript: with pages of
 * 12 KB they end at 6,000 requests/s while the server idles, and so measure themselves.
 */
export async function load(
  url: string,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<{ rate: number; p99: number }> {
  const { hostname, port, pathname, search } = new URL(url);
  // What browsers send: a page is measured as a visitor gets it.
  const request = Buffer.from(
    `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n`,
  );
  const end = performance.now() + seconds * 1000;
  return drive(url, connections, () => (performance.now() < end ? request : undefined));
}

/**
 * The same with requests of one's own: each connection sends what `next` gives, until it gives
 * nothing more.
 */
export async function drive(
  url: string,
  connections: number,
  next: () => Buffer | undefined,
): Promise<{ rate: number; p99: number; requests: number }> {
  const { hostname, port } = new URL(url);
  const latencies: number[] = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, () =>
      driveOne(connect(Number(port), hostname), next, latencies),
    ),
  );
  const elapsed = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? 0;
  return { rate: latencies.length / elapsed, p99, requests: latencies.length };
}

/** Sends one request after the other on one connection. */
function driveOne(
  socket: Socket,
  next: () => Buffer | undefined,
  latencies: number[],
): Promise<void> {
  return new Promise((done, fail) => {
    let sent = 0;
    let received: Buffer[] = [];
    let size = 0;
    /** Bytes of the whole answer; infinite for one in chunks, undefined before its head is read. */
    let expected: number | undefined;

    const send = () => {
      const request = next();
      if (request === undefined) {
        socket.destroy();
        return done();
      }
      received = [];
      size = 0;
      expected = undefined;
      sent = performance.now();
      socket.write(request);
    };
    socket.setNoDelay(true);
    socket.once("connect", send);
    socket.once("error", fail);
    socket.on("data", (chunk) => {
      received.push(chunk);
      size += chunk.length;
      if (expected === undefined) {
        const all = received.length === 1 ? chunk : Buffer.concat(received);
        const head = all.indexOf("\r\n\r\n");
        if (head < 0) return;
        expected = lengthOf(all.toString("latin1", 0, head));
        if (expected === undefined) return fail(new Error(all.toString("latin1", 0, head)));
        expected += head + 4;
      }
      const complete =
        expected === Number.POSITIVE_INFINITY ? chunk.includes("0\r\n\r\n") : size >= expected;
      if (!complete) return;
      latencies.push(performance.now() - sent);
      send();
    });
  });
}

/** The length of the body that a head announces; undefined for anything but a 200. */
function lengthOf(head: string): number | undefined {
  if (!head.startsWith("HTTP/1.1 200")) return undefined;
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  return length === undefined ? Number.POSITIVE_INFINITY : Number(length);
}
