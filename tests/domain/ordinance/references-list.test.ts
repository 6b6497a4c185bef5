import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  parseOrdinance,
  provisionsOf,
  type Reference,
  resolveReferences,
} from "#app/domain/ordinance/index.ts";
import {
  decreeReferences,
  faultyReferences,
  faultyText,
  lawReferences,
  type ReferenceList,
  sampleReferences,
} from "#tests/support/reference-list.ts";
import { sharedRevisions } from "#tests/support/shared-laws.ts";

/** The references that a list covers, written as the list has them. */
function listed(text: string, { within }: ReferenceList): string[] {
  const { ordinance } = parseOrdinance(text);
  const labels = new Map(provisionsOf(ordinance).map((node) => [node.path, node.fullLabel]));
  const label = (path: string | undefined) => labels.get(path ?? "") ?? "";
  const target = ({ kind, targets, part, law, problem }: Reference) => {
    if (kind === "self") return "自";
    if (kind === "external") return `外：${law}`;
    if (kind === "unresolved") return `？${problem}`;
    const names =
      targets.length > 3
        ? `${label(targets[0])}～${label(targets.at(-1))}`
        : targets.map(label).join("・");
    return part ? `${names} ${part}` : names;
  };
  const covers = (path: string) =>
    !within || /^table-[^/]*$/.test(path) || within.some((num) => path.startsWith(`art-${num}/`));
  return resolveReferences(ordinance)
    .filter(({ path }) => covers(path))
    .map((each) => `${label(each.path)}｜${each.text}｜${target(each)}`);
}

const sample = readFileSync("content/ordinance/v3.txt", "utf8");
const revisions = sharedRevisions();

describe("references read by hand resolve as listed", () => {
  test.each([
    ["the third sample draft", sample, sampleReferences],
    ["a text with faults", faultyText, faultyReferences],
  ])("%s", (_, text, list) => {
    expect(listed(text, list)).toEqual(list.lines);
  });

  test.skipIf(revisions.length === 0).each([
    ["405AC0000000047_20260524_504AC0000000048", lawReferences],
    ["346CO0000000264_20230607_505CO0000000202", decreeReferences],
  ])("%s", (name, list) => {
    const text = revisions.find((revision) => revision.name === name)?.text ?? "";
    expect(listed(text, list)).toEqual(list.lines);
  });

  test("they are at least 150", () => {
    const lists = [sampleReferences, lawReferences, decreeReferences, faultyReferences];
    expect(lists.flatMap((list) => list.lines).length).toBeGreaterThanOrEqual(150);
  });
});
