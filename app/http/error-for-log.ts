/** What the log tells of an error. */
export interface LoggedError {
  type: string;
  /** Absent where the message could quote what people wrote. */
  message?: string;
  code?: string;
  /** The statement with $1, $2, … in the place of its values. */
  query?: string;
  constraint?: string;
  /** The places in the code alone. */
  stack: string[];
  cause?: LoggedError;
}

/**
 * An error without the data it happened on. Errors of statements carry the values that were to be
 * stored (answers, comments, names), those of the database and of parsers quote them in their
 * messages: of these the log gets statement, code and place.
 */
export function errorForLog(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, stack: [] };
  const { code, query, constraint_name: constraint } = error as Error & Record<string, unknown>;
  const quotes = query !== undefined || quoting.has(error.name);
  return {
    type: error.name,
    ...(quotes ? {} : { message: error.message }),
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof query === "string" ? { query } : {}),
    ...(typeof constraint === "string" ? { constraint } : {}),
    stack: (error.stack ?? "").split("\n").flatMap((line) => /^\s+at (.*)/.exec(line)?.[1] ?? []),
    ...(error.cause === undefined ? {} : { cause: errorForLog(error.cause) }),
  };
}

const quoting = new Set(["PostgresError", "SyntaxError", "ZodError", "URIError"]);
