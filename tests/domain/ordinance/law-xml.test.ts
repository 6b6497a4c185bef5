import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseOrdinance, readLawXml, writeLawXml } from "#app/domain/ordinance/index.ts";
import { ordinanceOf, ordinancePlan, withoutLines } from "#tests/support/ordinances.ts";
import { sharedRevisions } from "#tests/support/shared-laws.ts";

/** A structure without what only a text has: lines, the notation, how columns are kept apart. */
function essence(ordinance: Parameters<typeof withoutLines>[0]): unknown {
  return JSON.parse(
    JSON.stringify(withoutLines(ordinance), (key, value) =>
      key === "notation" || key === "separator" ? "" : value,
    ),
  );
}

const revisions = sharedRevisions();

describe.skipIf(revisions.length === 0)("real laws", () => {
  test.each(revisions)("$name: text and XML are the same structure", ({ text, xml }) => {
    const fromXml = readLawXml(xml);
    expect(fromXml.problems).toEqual([]);
    expect(essence(fromXml.ordinance)).toEqual(essence(parseOrdinance(text).ordinance));
    const again = readLawXml(writeLawXml(fromXml.ordinance));
    expect(essence(again.ordinance)).toEqual(essence(fromXml.ordinance));
  });
});

test("a generated ordinance, written as XML and read again, is the same structure", () => {
  fc.assert(
    fc.property(ordinancePlan, (plan) => {
      const ordinance = ordinanceOf(plan);
      const read = readLawXml(writeLawXml(ordinance));
      expect(read.problems).toEqual([]);
      expect(essence(read.ordinance)).toEqual(essence(ordinance));
    }),
    { numRuns: 100 },
  );
});

test("signs that XML reserves are kept", () => {
  const { ordinance } = parseOrdinance('題名 A & B\n第1条　市は、<x>と"y"を公表する。');
  expect(essence(readLawXml(writeLawXml(ordinance)).ordinance)).toEqual(essence(ordinance));
});

describe("what is no law XML is told, not thrown", () => {
  test.each([
    ['<!DOCTYPE x [<!ENTITY a "b">]><Law><LawBody/></Law>', "DOCTYPE"],
    ["<Law><LawBody><LawTitle>&a;</LawTitle></LawBody></Law>", "「&a;」"],
    ["<html><body></body></html>", "法令標準XML"],
    ["<Law><LawBody>", "途中で終わって"],
    ["<Law></LawBody></Law>", "対応する始まり"],
    ["", "途中で終わって"],
    ["<Law", "閉じられて"],
    ["<a>".repeat(100_000), "深すぎ"],
  ])("%#", (xml, message) => {
    expect(readLawXml(xml).problems[0]?.message).toContain(message);
  });

  test("any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => void readLawXml(`<Law>${text}`)),
    );
  });
});
