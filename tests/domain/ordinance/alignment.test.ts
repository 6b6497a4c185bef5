import { describe, expect, test } from "vitest";
import {
  alignVersions,
  assignIdentities,
  parseOrdinance,
  provisionsOf,
  summarize,
} from "#app/domain/ordinance/index.ts";

const read = (text: string) => parseOrdinance(text).ordinance;

const purpose =
  "（目的）\n第1条　この条例は、公契約に関し、その基本方針を定めることを目的とする。\n";
const city = (n: number) =>
  `（市の責務）\n第${n}条　市は、公契約に関する施策を総合的に策定し、及び実施しなければならない。\n2　市は、公契約の内容を公表するものとする。\n`;
const report = (n: number, days = 30) =>
  `（報告）\n第${n}条　受注者は、労働環境報告書を契約の締結の日から${days}日以内に市長に提出しなければならない。\n(1)　労働者の賃金\n(2)　労働者の労働時間\n`;
const inspect = (n: number) =>
  `（立入検査）\n第${n}条　市長は、必要があると認めるときは、その職員に、受注者の事業所に立ち入らせることができる。\n`;
const small = (n: number) =>
  `（小規模事業者への配慮）\n第${n}条　市は、小規模事業者の事務の負担に配慮するものとする。\n`;
const end = "附　則\nこの条例は、公布の日から施行する。";

const before = read(`題名\n${purpose}${city(2)}${report(3)}${inspect(4)}${end}`);

function fates(
  after: string,
  ...rest: Parameters<typeof alignVersions> extends [unknown, unknown, ...infer R] ? R : never
) {
  const { pairs } = alignVersions(before, read(after), ...rest);
  return (path: string) => pairs.find((pair) => pair.after === path);
}

describe("articles are followed whatever their number", () => {
  test("an inserted article renumbers the later ones, which stay the same", () => {
    const of = fates(`題名\n${purpose}${small(2)}${city(3)}${report(4)}${inspect(5)}${end}`);
    expect(of("art-2")).toMatchObject({ status: "added" });
    expect(of("art-3")).toMatchObject({
      status: "kept",
      before: "art-2",
      renumbered: true,
      confidence: 1,
    });
    expect(of("art-4/p1/i2")).toMatchObject({
      status: "kept",
      before: "art-3/p1/i2",
      renumbered: false,
    });
    expect(of("art-1")).toMatchObject({ status: "kept", renumbered: false });
  });

  test("a reworded one, a moved one, a removed one", () => {
    const of = fates(`題名\n${purpose}${inspect(2)}${report(3, 60)}${end}`);
    expect(of("art-2")).toMatchObject({
      status: expect.stringMatching(/kept|moved/),
      before: "art-4",
    });
    expect(of("art-3")).toMatchObject({ before: "art-3" });
    const { pairs } = alignVersions(
      before,
      read(`題名\n${purpose}${inspect(2)}${report(3, 60)}${end}`),
    );
    expect(pairs.filter((pair) => pair.status === "removed").map((pair) => pair.before)).toEqual([
      "art-2",
      "art-2/p1",
      "art-2/p2",
    ]);
    const moved = pairs.filter(
      (pair) => pair.kind === "article" && pair.status.startsWith("moved"),
    );
    expect(moved).toHaveLength(1);
    expect(pairs.find((pair) => pair.before === "art-3/p1/i1")).toMatchObject({ status: "kept" });
  });

  test("a paragraph that goes to another article is moved", () => {
    const moved = city(2).replace("2　市は、公契約の内容を公表するものとする。\n", "");
    const of = fates(
      `題名\n${purpose}${moved}${report(3)}${inspect(4)}2　市は、公契約の内容を公表するものとする。\n${end}`,
    );
    expect(of("art-4/p2")).toMatchObject({ status: "moved", before: "art-2/p2" });
  });

  test("an article that takes words from another is split from it", () => {
    const rest =
      "（市の責務）\n第2条　市は、公契約に関する施策を総合的に策定し、及び実施しなければならない。\n（内容の公表）\n第3条　市は、公契約の内容を公表するものとする。\n";
    const of = fates(`題名\n${purpose}${rest}${report(4)}${inspect(5)}${end}`);
    expect(of("art-3")).toMatchObject({ status: "split", before: "art-2" });
    expect(of("art-2")).toMatchObject({ status: "reworded", before: "art-2" });
  });

  test("an article taken in by another is merged", () => {
    const taken = `${city(2)}3　市長は、必要があると認めるときは、その職員に、受注者の事業所に立ち入らせることができる。\n`;
    const { pairs } = alignVersions(before, read(`題名\n${purpose}${taken}${report(3)}${end}`));
    expect(pairs.find((pair) => pair.before === "art-4")).toMatchObject({
      status: "merged",
      after: "art-2",
    });
  });

  test("glyph widths are no change", () => {
    const of = fates(
      `題名\n${purpose}${city(2)}${report(3).replace("30日", "３０日").replace("(1)", "⑴")}${inspect(4)}${end}`,
    );
    expect(of("art-3")).toMatchObject({ status: "kept" });
  });
});

describe("people's decisions overrule", () => {
  const after = `題名\n${purpose}${small(2)}${city(3)}${report(4)}${inspect(5)}${end}`;

  test("two provisions are declared the same", () => {
    const of = fates(after, [{ kind: "same", before: "art-2", after: "art-2" }]);
    expect(of("art-2")).toMatchObject({
      status: "reworded",
      before: "art-2",
      decided: true,
      confidence: 1,
    });
    expect(of("art-3")?.status).not.toBe("kept");
  });

  test("a provision is declared new, another gone", () => {
    const of = fates(after, [
      { kind: "added", after: "art-4" },
      { kind: "removed", before: "art-3" },
    ]);
    expect(of("art-4")).toMatchObject({ status: "added", decided: true });
    expect(of("art-3")).toMatchObject({ status: "kept", before: "art-2" });
  });

  test("unknown paths are passed over", () => {
    const of = fates(after, [{ kind: "same", before: "art-99", after: "art-3" }]);
    expect(of("art-1")).toMatchObject({ status: "kept" });
  });
});

test("identities follow the provisions and are new for what is new", () => {
  const after = read(`題名\n${purpose}${small(2)}${city(3)}${report(4)}${end}`);
  const previous = new Map(provisionsOf(before).map((node) => [node.path, `id-${node.path}`]));
  let made = 0;
  const ids = assignIdentities(alignVersions(before, after), previous, () => {
    made += 1;
    return `new-${made}`;
  });
  expect(ids.get("art-3/p2")).toBe("id-art-2/p2");
  expect(ids.get("art-4/p1/i1")).toBe("id-art-3/p1/i1");
  expect(ids.get("art-2")).toMatch(/^new-/);
  expect(ids.size).toBe(provisionsOf(after).length);
  expect(new Set(ids.values()).size).toBe(ids.size);
});

test("the summary counts articles once each", () => {
  const after = read(`題名\n${purpose}${small(2)}${city(3)}${report(4, 60)}${end}`);
  expect(summarize(alignVersions(before, after))).toMatchObject({
    kept: 2,
    reworded: 1,
    added: 1,
    removed: 1,
    renumbered: 2,
  });
});
