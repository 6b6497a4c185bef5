import { type ChildProcess, spawn } from "node:child_process";

/** `npm run serve` as a process of its own, to be killed and started again. */
export interface ServedSite {
  /** Kills it with SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts the compiled site as production does and waits until it is ready. */
export async function serveSite(variables: Record<string, string>): Promise<ServedSite> {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", "app/http/serve.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "silent", ...variables },
  });
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  const url = `http://127.0.0.1:${variables.PORT}/readyz`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the site ended with ${child.exitCode}`);
    const ready = await fetch(url).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (ready) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}
