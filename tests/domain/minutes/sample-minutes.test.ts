import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseMinutes, speakerRole, utterancesOf } from "#app/domain/minutes/index.ts";

const folder = new URL("../../../content/minutes/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".md"));
const read = (name: string) => parseMinutes(readFileSync(new URL(name, folder), "utf8"));

describe("the sample minutes", () => {
  test.each(files)("%s is read, marked as a sample, and names no person", (name) => {
    const { minutes, problems } = read(name);
    expect(problems).toEqual([]);
    expect(minutes?.isSample).toBe(true);
    for (const { utterance } of minutes ? utterancesOf(minutes) : []) {
      const { speaker } = utterance;
      expect(speakerRole(speaker) !== "その他" || speaker.startsWith("オブザーバー")).toBe(true);
      expect(speaker).not.toMatch(/\p{sc=Han}{2,}委員|委員\p{sc=Han}/u);
    }
  });

  test("are many enough to try the platform on", () => {
    const all = files.flatMap((name) => read(name).minutes ?? []);
    expect(new Set(all.map(({ number }) => number)).size).toBeGreaterThanOrEqual(6);
    expect(all.flatMap(utterancesOf).length).toBeGreaterThanOrEqual(60);
    expect(all.some(({ openness }) => openness === "一部非公開")).toBe(true);
    expect(all.some(({ correctionReason }) => correctionReason !== undefined)).toBe(true);
  });
});
