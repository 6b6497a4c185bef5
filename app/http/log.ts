import pino from "pino";

export type Log = pino.Logger;

/**
 * The structured log. It is given route names, never concrete paths, codes, answers or people's names;
 * request headers and bodies are not logged at all.
 */
export function makeLog(level: string): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}
