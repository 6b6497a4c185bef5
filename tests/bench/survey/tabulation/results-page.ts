import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import { href } from "#app/routes.ts";
import { drive } from "../../load.ts";
import { benchSecret } from "../site.ts";

const rounds = 5;
const secondsARound = 1.5;

/**
 * How long the results pages of two surveys take to be made, in milliseconds: each request carries
 * a cookie, so that no kept page answers it. They take turns, and the best round of each counts.
 */
export async function timeResultsPages(
  databaseUrl: string,
  slugs: readonly [string, string],
): Promise<[number, number]> {
  const site = fork(resolve(import.meta.dirname, "../../servers.ts"), ["ours"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      SESSION_SECRET: benchSecret,
      ORIGIN: "http://127.0.0.1",
      PORT: "0",
    },
    execArgv: ["--import", "tsx"],
  });
  try {
    const url = `http://127.0.0.1:${await portOf(site)}`;
    const best: [number, number] = [Infinity, Infinity];
    for (let round = 0; round <= rounds; round++) {
      for (const [index, survey] of slugs.entries()) {
        const path = href("release", { survey, release: 1 });
        const request = Buffer.from(
          `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: any=one\r\n\r\n`,
        );
        const end = performance.now() + secondsARound * 1000;
        const { rate } = await drive(url, 1, () => (performance.now() < end ? request : undefined));
        // The first round warms both up.
        if (round > 0) best[index] = Math.min(best[index] ?? Infinity, 1000 / rate);
      }
    }
    return best;
  } finally {
    site.kill();
  }
}

function portOf(site: ChildProcess): Promise<unknown> {
  return new Promise((done, fail) => {
    site.once("message", done);
    site.once("exit", (code) => fail(new Error(`the site ended with ${code}`)));
  });
}
