import pino from "pino";
import { errorForLog } from "./error-for-log.ts";

export type Log = pino.Logger;

/**
 * The structured log. It is given route names, never concrete paths, codes, answers or people's names;
 * request headers and bodies are not logged at all, and of errors only what holds no such thing.
 *
 * @param destination where lines go instead of to the standard output
 */
export function makeLog(level: string, destination?: pino.DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorForLog },
  };
  return destination ? pino(options, destination) : pino(options);
}
