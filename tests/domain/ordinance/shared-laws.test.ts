import { describe, expect, test } from "vitest";
import { comparable } from "#app/domain/ordinance/glyphs.ts";
import { alignVersions, formatOrdinance, parseOrdinance } from "#app/domain/ordinance/index.ts";
import { withoutLines } from "#tests/support/ordinances.ts";
import { sharedRevisions } from "#tests/support/shared-laws.ts";

const revisions = sharedRevisions();

describe.skipIf(revisions.length === 0)("real laws, vertical style", () => {
  test.each(revisions)("$name is read whole and written again", ({ text }) => {
    const { ordinance, problems } = parseOrdinance(text);
    expect(problems).toEqual([]);
    expect(ordinance.style).toBe("vertical");
    const written = formatOrdinance(ordinance);
    expect(comparable(written)).toBe(comparable(text));
    expect(withoutLines(parseOrdinance(written).ordinance)).toEqual(withoutLines(ordinance));
  });

  test("no article is called changed whose words are the same", () => {
    for (const [index, revision] of revisions.entries()) {
      const next = revisions[index + 1];
      if (next?.law !== revision.law) continue;
      const before = parseOrdinance(revision.text).ordinance;
      const after = parseOrdinance(next.text).ordinance;
      const words = (text: string) => text.split(/\n\s*\n/).map(comparable);
      const kept = new Set(words(formatOrdinance(before)));
      const untouched = words(formatOrdinance(after)).filter((block) => kept.has(block)).length;
      const same = alignVersions(before, after).pairs.filter(
        (pair) => pair.kind === "article" && (pair.status === "kept" || pair.status === "moved"),
      ).length;
      const articles = alignVersions(after, after).pairs.filter((p) => p.kind === "article").length;
      const blocks = words(formatOrdinance(after)).length;
      expect(articles - same).toBeLessThanOrEqual(blocks - untouched);
    }
  });
});
