import { EmbeddedServerFailure } from "#db/server.ts";

const stops: (() => Promise<void>)[] = [];

// npm passes Ctrl-C on to us, whom the terminal has told already.
const ECHO_MILLISECONDS = 1_000;

/** Has `stop` run when the program is told to end; what was registered last is stopped first. */
export function onShutdown(stop: () => Promise<void>): void {
  stops.unshift(stop);
}

/** Why a program does not go on: its message is Japanese, says what to do, and is printed as it is. */
export class Refusal extends Error {}

/**
 * Runs a program's main function; what it expected to fail is printed as one message, a bug with its stack.
 * Ctrl-C and SIGTERM end the program in order, also while it still starts: `main` is told through the
 * signal, and what it has registered by the time it settles is stopped. Another Ctrl-C ends it at once.
 */
export function runMain(main: (ending: AbortSignal) => Promise<void>): void {
  const ending = new AbortController();
  const started = main(ending.signal).catch((error: unknown) => {
    if (ending.signal.aborted) return;
    console.error(isExpected(error) ? error.message : error);
    process.exit(1);
  });
  let since: number | undefined;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, async () => {
      if (since !== undefined) {
        if (Date.now() - since > ECHO_MILLISECONDS) process.exit(1);
        return;
      }
      since = Date.now();
      ending.abort();
      await started;
      try {
        for (const stop of stops) await stop();
        process.exit(0);
      } catch (error) {
        console.error(error);
        process.exit(1);
      }
    });
  }
}

function isExpected(error: unknown): error is Error {
  return error instanceof Refusal || error instanceof EmbeddedServerFailure;
}
