import { describe, expect, test } from "vitest";
import { comparable } from "#app/domain/ordinance/glyphs.ts";
import {
  alignVersions,
  checkDrafting,
  formatOrdinance,
  parseOrdinance,
  provisionsOf,
} from "#app/domain/ordinance/index.ts";
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

describe.skipIf(revisions.length === 0)("the reliable drafting rules on real laws", () => {
  test("give at most one false alarm per 50 articles", () => {
    let articles = 0;
    const alarms: string[] = [];
    for (const [index, { name, law, text }] of revisions.entries()) {
      const before = revisions[index - 1];
      const previous = before?.law === law ? parseOrdinance(before.text).ordinance : undefined;
      const { ordinance } = parseOrdinance(text);
      articles += provisionsOf(ordinance).filter((node) => node.kind === "article").length;
      for (const { severity, rule, label } of checkDrafting(ordinance, previous)) {
        if (severity === "誤り") alarms.push(`${name} ${rule} ${label}`);
      }
    }
    console.info(`${alarms.length} alarms on ${articles} articles:\n${alarms.join("\n")}`);
    expect(alarms.length).toBeLessThanOrEqual(articles / 50);
  });
});
