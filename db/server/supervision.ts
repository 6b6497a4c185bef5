import { setTimeout as sleep } from "node:timers/promises";
import { end, type Postmaster } from "./postmaster.ts";

const LONGEST_PAUSE = 30_000;

/**
 * Watches over a running server and starts it again whenever it stops by itself.
 *
 * @param restart starts it under the same address; breaks off on its signal
 * @returns `end`: ends the watch and the server, and waits for both
 */
export function supervise(
  first: Postmaster,
  restart: (stop: AbortSignal) => Promise<Postmaster>,
  log: (message: string) => void,
): { end(): Promise<void> } {
  const over = new AbortController();
  let running: Postmaster | undefined = first;
  const watch = (async () => {
    while (running) {
      await exitOf(running);
      running = undefined;
      for (let pause = 500; !running && !over.signal.aborted; pause *= 2) {
        log("PostgreSQL が止まったので、起動し直します。");
        try {
          await sleep(Math.min(pause, LONGEST_PAUSE), undefined, { signal: over.signal });
          running = await restart(over.signal);
        } catch (error) {
          if (over.signal.aborted) return;
          log(error instanceof Error ? error.message : String(error));
        }
      }
    }
  })();
  return {
    async end() {
      over.abort();
      // Nothing else may keep Node alive by now, and it must see the server's exit.
      running?.child.ref();
      if (running) await end(running.pid);
      await watch;
    },
  };
}

function exitOf({ child }: Postmaster): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}
