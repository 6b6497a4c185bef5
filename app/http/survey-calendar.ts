import type { Database } from "#db/database.ts";
import { keepCalendar } from "#db/queries/surveys/index.ts";
import { dropOldUploads } from "#db/queries/surveys/roster-uploads.ts";
import type { Log } from "./log.ts";

/** How often the calendar of the surveys is looked at, in milliseconds. */
const interval = 60_000;

/**
 * Opens and closes surveys on their days, and drops rosters that nobody confirmed within a day,
 * once a minute as long as the server runs. A failure is
 * logged and tried again a minute later; no answer depends on it, as the deadline is looked at with
 * every answer.
 */
export function watchSurveyCalendar(db: Database, log: Log): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;

  async function keep(): Promise<void> {
    try {
      const { opened, closed, failures } = await keepCalendar(db, new Date());
      for (const error of failures) log.error({ err: error }, "a survey's day could not be kept");
      if (opened.length > 0) log.info({ surveys: opened.length }, "surveys opened by the calendar");
      if (closed.length > 0) log.info({ surveys: closed.length }, "surveys closed by the calendar");
      await dropOldUploads(db);
    } catch (error) {
      log.warn({ err: error }, "the calendar of the surveys could not be kept");
    } finally {
      running = undefined;
    }
  }

  const tick = () => {
    running ??= keep();
  };
  const timer = setInterval(tick, interval);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
