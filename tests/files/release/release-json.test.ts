import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedSha256 } from "#app/domain/survey/release/published-sha256.ts";
import { readReleaseJson } from "#app/files/release/read-back-json.ts";
import type { ReleaseDocument } from "#app/files/release/release-document.ts";
import { releaseJson } from "#app/files/release/release-json.ts";
import { anyReleaseDocument } from "#tests/support/any-release.ts";
import { sampleReleaseDocument } from "#tests/support/release-document.ts";

function hashed(document: ReleaseDocument): ReleaseDocument {
  return { ...document, sha256: publishedSha256(document) };
}

/** The paths of all fields of a value, list members as [], members of the crossings as *. */
function pathsOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((member) => pathsOf(member, `${path}[]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const own = path === "crossings" ? `${path}.*` : path === "" ? name : `${path}.${name}`;
    return [...(path === "crossings" ? [] : [own]), ...pathsOf(member, own)];
  });
}

describe("the JSON file of a release", () => {
  it("explains every field that it holds, once", () => {
    const file = JSON.parse(releaseJson(hashed(sampleReleaseDocument())));
    const explained: string[] = file.dictionary.fields.map(({ path }: { path: string }) => path);
    expect(new Set(explained).size).toBe(explained.length);
    const { dictionary: _, ...rest } = file;
    const missing = [...new Set(pathsOf(rest))].filter((path) => !explained.includes(path));
    expect(missing).toEqual([]);
  });

  it("explains every code and lists every variable with its categories", () => {
    const { dictionary, release } = JSON.parse(releaseJson(hashed(sampleReleaseDocument())));
    const codes = new Map(
      dictionary.codes.map((entry: { field: string; code: string; meaning: string }) => [
        `${entry.field}=${entry.code}`,
        entry.meaning,
      ]),
    );
    for (const question of release.questions) {
      expect(codes.get(`release.questions[].type=${question.type}`)).toBeTruthy();
      for (const { kind } of question.variables) {
        expect(codes.get(`release.questions[].variables[].kind=${kind}`)).toBeTruthy();
      }
    }
    expect(dictionary.variables).toContainEqual({
      id: "q3/hours",
      question: "q3",
      number: 3,
      title: "次のことについて、下請の事業者に知らせていますか。",
      part: "労働時間",
      type: "行ごとに一つを選ぶ問（表形式）",
      kind: "選択肢ごとに数えたもの",
      answers: "one",
      counts: "firms",
      categories: [
        { key: "always", text: "いつも知らせている" },
        { key: "some", text: "ときどき知らせている" },
        { key: "never", text: "知らせていない" },
      ],
    });
    expect(dictionary.hidden).toMatchObject({ threshold: 3, mark: null });
    expect(dictionary.hidden.reason).toContain("null は、回答した事業者が推測されないように");
  });

  it("is read back to the same release, whatever its texts are", () => {
    fc.assert(
      fc.property(anyReleaseDocument(), (document) => {
        const { release, crossings } = document;
        const read = readReleaseJson(releaseJson(hashed(document)));
        expect(read).toEqual({ ok: true, value: { release, crossings } });
      }),
    );
  });

  it("is refused when one figure in it was changed", () => {
    const text = releaseJson(hashed(sampleReleaseDocument()));
    const changed = readReleaseJson(text.replace('"count": 80', '"count": 81'));
    expect(!changed.ok && changed.problems[0]?.message).toContain("SHA-256が合いません");
    expect(readReleaseJson("{").ok).toBe(false);
    expect(readReleaseJson("{}").ok).toBe(false);
  });

  it("says what it is a sample of", () => {
    const { about } = JSON.parse(releaseJson(hashed(sampleReleaseDocument())));
    expect(about).toContainEqual({ name: "備考", words: "サンプル・模擬回答" });
  });
});
