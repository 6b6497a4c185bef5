import { describe, expect, it } from "vitest";
import {
  EnvironmentError,
  readLocalEnvironment,
  readProductionEnvironment,
  type Variables,
} from "#app/http/environment.ts";

const complete = {
  DATABASE_URL: "postgres://jukugi@db.example.jp/jukugi",
  SESSION_SECRET: "0123456789abcdef0123456789abcdef",
  ORIGIN: "https://jukugi.example.jp",
};

/** What the boot says of these variables. */
function refusal(variables: Variables): string {
  try {
    readProductionEnvironment(variables);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
  }
  return "";
}

describe("the environment of production", () => {
  it("names every variable that is missing, at once", () => {
    const message = refusal({});
    for (const name of Object.keys(complete))
      expect(message).toContain(`${name}: 設定されていません`);
  });

  it.each([
    ["DATABASE_URL", "mysql://db/jukugi"],
    ["SESSION_SECRET", "short"],
    ["SESSION_SECRET", `${complete.SESSION_SECRET},short`],
    ["ORIGIN", "jukugi.example.jp"],
    ["ORIGIN", "https://jukugi.example.jp/"],
    ["PORT", "eighty"],
  ])("refuses %s=%s", (name, value) => {
    expect(refusal({ ...complete, [name]: value })).toContain(`${name}: `);
  });

  it("takes an empty variable for a missing one", () => {
    expect(refusal({ ...complete, SESSION_SECRET: "" })).toContain(
      "SESSION_SECRET: 設定されていません",
    );
  });

  it("reads several secrets, the newest first", () => {
    const earlier = "fedcba9876543210fedcba9876543210";
    const { secrets } = readProductionEnvironment({
      ...complete,
      SESSION_SECRET: `${complete.SESSION_SECRET}, ${earlier}`,
    });
    expect(secrets).toEqual([complete.SESSION_SECRET, earlier]);
  });
});

describe("the environment of npm start", () => {
  it("needs nothing", () => {
    const environment = readLocalEnvironment({}, complete.SESSION_SECRET);
    expect(environment).toMatchObject({
      origin: "http://localhost:3000",
      port: 3000,
      mode: "local",
    });
  });

  it("puts the port into the address", () => {
    expect(readLocalEnvironment({ PORT: "3456" }, "secret").origin).toBe("http://localhost:3456");
  });
});
