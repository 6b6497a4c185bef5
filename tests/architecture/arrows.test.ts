import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { routeRows } from "#app/routes.ts";

const root = resolve(import.meta.dirname, "../..");

/** Every source file below a folder, as a path from the root. */
function sourcesBelow(folder: string): string[] {
  return readdirSync(resolve(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

/** What a file imports: files as paths from the root, packages by name. */
function importsOf(file: string): string[] {
  const source = readFileSync(resolve(root, file), "utf8");
  const found = source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return [...found].map(([, name = ""]) => {
    if (name.startsWith("#")) return name.slice(1);
    if (name.startsWith(".")) return relative(root, resolve(root, dirname(file), name));
    return name;
  });
}

/** The room a path belongs to. */
function roomOf(path: string): string {
  return /^(db|app\/(?:routes|domain|files|ui|http))(\/|$)/.exec(path)?.[1] ?? path;
}

const rooms = new Set(["db", "app/routes", "app/domain", "app/files", "app/ui", "app/http"]);

/** Which rooms a room may import from, besides itself. `app/routes.ts`, the URL table, is open to all of app. */
const arrows: Record<string, string[]> = {
  "app/routes": ["app/domain", "app/files", "app/ui", "app/http", "db"],
  "app/http": ["app/domain", "app/files", "db"],
  "app/files": ["app/domain"],
  "app/ui": ["app/domain"],
  db: ["app/domain"],
  "app/domain": [],
};

/** Pure libraries: no input, no output, no clock of their own. */
const pureLibraries = [
  "@holiday-jp/holiday_jp",
  "@humanwhocodes/momoa",
  "@noble/hashes",
  "csv-parse",
  "csv-stringify",
  "diff",
  "highs",
  "iconv-lite",
  "marked",
  "redos-detector",
  "sanitize-html",
  "survey-core",
  "zod",
];

describe("the arrows between the rooms", () => {
  const files = ["app", "db"].flatMap(sourcesBelow);

  for (const [room, allowed] of Object.entries(arrows)) {
    it(`${room} imports only from ${["itself", ...allowed].join(", ")}`, () => {
      const wrong = files
        .filter((file) => roomOf(file) === room)
        .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
        .filter(({ target }) => rooms.has(roomOf(target)))
        .filter(({ target }) => roomOf(target) !== room && !allowed.includes(roomOf(target)));
      expect(wrong).toEqual([]);
    });
  }

  it("keeps the domain to pure libraries", () => {
    const wrong = files
      .filter((file) => roomOf(file) === "app/domain")
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ target }) => !target.startsWith("app/"))
      .filter(
        ({ target }) =>
          !pureLibraries.some((name) => target === name || target.startsWith(`${name}/`)),
      );
    expect(wrong).toEqual([]);
  });

  it("keeps drizzle and the driver inside db", () => {
    const wrong = files
      .filter((file) => roomOf(file) !== "db")
      .filter((file) =>
        importsOf(file).some((target) => /^(drizzle-orm|postgres)(\/|$)/.test(target)),
      )
      .filter((file) => file !== "app/http/publication-watch.ts");
    expect(wrong).toEqual([]);
  });

  it("writes SQL in queries, seed and migration alone", () => {
    const wrong = sourcesBelow("db").filter(
      (file) =>
        !/^db\/(queries|seed|schema|server)\b|^db\/(migrate|server|seed|database|drizzle\.config)\.ts$/.test(
          file,
        ),
    );
    expect(wrong).toEqual([]);
  });

  it("reads content in the seed alone", () => {
    const readers = files.filter((file) =>
      /content\//.test(readFileSync(resolve(root, file), "utf8")),
    );
    const wrong = readers.filter(
      (file) => !/^db\/seed/.test(file) && importsOf(file).some((t) => t.startsWith("node:fs")),
    );
    expect(wrong).toEqual([]);
  });

  it("reads the environment in one place", () => {
    const wrong = files
      .filter((file) => /process\.env/.test(readFileSync(resolve(root, file), "utf8")))
      .filter((file) => !/^app\/http\/(environment|start|serve|dev|account)\.ts$/.test(file));
    expect(wrong).toEqual([]);
  });
});

describe("the table of URLs", () => {
  it("names every file below app/routes and none twice", () => {
    const named = routeRows.map(({ file }) => `app/routes/${file}`).sort();
    expect(new Set(named).size).toBe(named.length);
    expect(sourcesBelow("app/routes").sort()).toEqual(named);
  });

  it("guards every page of the council and the secretariat", () => {
    const unguarded = routeRows
      .filter(({ area }) => area === "council" || area === "secretariat")
      .filter(({ file }) => {
        const source = readFileSync(resolve(root, "app/routes", file), "utf8");
        const entrances =
          source.match(/export (async )?function (loader|action)|export const (loader|action)/g) ??
          [];
        const guards =
          source.match(/\brequire(Council|Member|Secretariat|SignedIn)\(request, context\)/g) ?? [];
        return guards.length < entrances.length || entrances.length === 0;
      })
      .map(({ file }) => file);
    expect(unguarded).toEqual([]);
  });
});
