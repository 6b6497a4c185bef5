import type { Sql } from "postgres";
import type { Database } from "#db/database.ts";
import { readPublicationCounter } from "#db/queries/publications.ts";

/** How long a reading of the counter may be relied on, in milliseconds. */
const trusted = 800;
/** How often it is read while nothing happens. A publication wakes the reader at once by NOTIFY. */
const interval = 300;

/** Knows the publication counter of the database, however many processes publish. */
export interface PublicationWatch {
  /**
   * The counter, if it was confirmed by the database within the last 800 ms; otherwise undefined,
   * and nothing kept may be shown. So no page is ever older than one second after a publication.
   */
  current(): number | undefined;
  stop(): Promise<void>;
}

/** Starts reading the counter: at every NOTIFY, and each 300 ms in any case. */
export function watchPublications(db: Database, sql: Sql): PublicationWatch {
  let value: number | undefined;
  let confirmedAt = Number.NEGATIVE_INFINITY;
  let reading = false;
  let again = false;
  let stopped = false;

  async function read(): Promise<void> {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    do {
      again = false;
      // The reading holds from when it was asked, not from when it was answered.
      const asked = performance.now();
      try {
        value = await readPublicationCounter(db);
        confirmedAt = asked;
      } catch {
        value = undefined;
      }
    } while (again && !stopped);
    reading = false;
  }

  const timer = setInterval(read, interval);
  timer.unref();
  void read();
  const listening = sql.listen("publication", () => void read()).catch(() => undefined);

  return {
    current: () => (performance.now() - confirmedAt < trusted ? value : undefined),
    async stop() {
      stopped = true;
      clearInterval(timer);
      await (await listening)?.unlisten().catch(() => undefined);
    },
  };
}
