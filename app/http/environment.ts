import { z } from "zod";
import { Refusal } from "./shutdown.ts";

/** Settings of one server process, read once at boot. Nothing else reads `process.env`. */
export interface Environment {
  /** `local`: `npm start` and `npm run dev`; `production`: `npm run serve`. */
  mode: "local" | "production";
  databaseUrl: string | undefined;
  /** Newest first: the first signs, all are accepted, so a secret can be changed without locking anyone out. */
  secrets: string[];
  /** Scheme, host and port under which people reach the site; no trailing slash. */
  origin: string;
  host: string;
  port: number;
  /** Whether a reverse proxy in front is believed about the client's address. */
  trustProxy: boolean;
  logLevel: string;
}

/** What is missing or wrong in the environment; `message` is printed as it is and the process ends. */
export class EnvironmentError extends Refusal {}

const secretsOf = (value: string) => value.split(",").map((secret) => secret.trim());

const shared = {
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  TRUST_PROXY: z.enum(["true", "false"]).default("false"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
};
const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "postgres:// で始まる接続先を書いてください");
const origin = z
  .string()
  .regex(/^https?:\/\/[^/]+$/, "https://example.jp の形で、末尾の / を付けずに書いてください");
const sessionSecret = z
  .string()
  .refine((value) => secretsOf(value).every((secret) => secret.length >= 32), {
    message: "32文字以上の推測されない文字列を書いてください",
  });

const production = z.object({
  ...shared,
  DATABASE_URL: databaseUrl,
  SESSION_SECRET: sessionSecret,
  ORIGIN: origin,
});
const local = z.object({
  ...shared,
  DATABASE_URL: databaseUrl.optional(),
  ORIGIN: origin.optional(),
});

/** Environment variables, as `process.env` has them. */
export type Variables = Record<string, string | undefined>;

/** Takes variables that are set but empty for unset ones. */
function withoutEmpty(variables: Variables): Record<string, string> {
  const entries = Object.entries(variables).filter(([, value]) => value);
  return Object.fromEntries(entries) as Record<string, string>;
}

function explain(error: z.ZodError): EnvironmentError {
  const lines = error.issues.map((issue) => {
    const name = issue.path.join(".");
    const missing = issue.code === "invalid_type" && issue.input === undefined;
    return `  ${name}: ${missing ? "設定されていません" : issue.message}`;
  });
  return new EnvironmentError(
    ["環境変数を確かめてください。サーバーは起動していません。", ...lines].join("\n"),
  );
}

/** The environment of `npm run serve`. Throws EnvironmentError where a variable is missing or unfit. */
export function readProductionEnvironment(variables: Variables): Environment {
  const read = production.safeParse(withoutEmpty(variables), { reportInput: true });
  if (!read.success) throw explain(read.error);
  const { data } = read;
  return {
    mode: "production",
    databaseUrl: data.DATABASE_URL,
    secrets: secretsOf(data.SESSION_SECRET),
    origin: data.ORIGIN,
    host: data.HOST,
    port: data.PORT,
    trustProxy: data.TRUST_PROXY === "true",
    logLevel: data.LOG_LEVEL,
  };
}

/** The environment of `npm start` and `npm run dev`; the secret comes from the data folder. */
export function readLocalEnvironment(variables: Variables, secret: string): Environment {
  const read = local.safeParse(withoutEmpty(variables), { reportInput: true });
  if (!read.success) throw explain(read.error);
  const { data } = read;
  return {
    mode: "local",
    databaseUrl: data.DATABASE_URL,
    secrets: [secret],
    origin: data.ORIGIN ?? `http://localhost:${data.PORT}`,
    host: data.HOST,
    port: data.PORT,
    trustProxy: data.TRUST_PROXY === "true",
    logLevel: data.LOG_LEVEL,
  };
}
