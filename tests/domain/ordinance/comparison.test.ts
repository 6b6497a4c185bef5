import { describe, expect, test } from "vitest";
import {
  type ComparisonCell,
  compareText,
  comparisonTable,
  inlineComparison,
  parseOrdinance,
  type TextSegment,
} from "#app/domain/ordinance/index.ts";

const marked = (segments: readonly TextSegment[]) =>
  segments
    .map(({ kind, text }) =>
      kind === "same" ? text : kind === "inserted" ? `［＋${text}］` : `［－${text}］`,
    )
    .join("");

describe("the words of two texts", () => {
  test("references and amounts are replaced whole", () => {
    expect(
      marked(
        compareText(
          "受注者は、30日以内に第10条第2項の報告書を提出しなければならない。",
          "受注者等は、60日以内に第11条第2項の報告書を提出しなければならない。",
        ),
      ),
    ).toBe(
      "受注者［＋等］は、［－30日］［＋60日］以内に［－第10条］［＋第11条］第2項の報告書を提出しなければならない。",
    );
  });

  test("both texts can be read from the segments", () => {
    const [a, b] = [
      "市は、公正な競争を確保しつつ、受注の機会を確保する。",
      "市は、発注の単位を適正にし、市内事業者の受注の機会を広げる。",
    ];
    const segments = compareText(a, b);
    const without = (kind: string) =>
      segments
        .filter((s) => s.kind !== kind)
        .map((s) => s.text)
        .join("");
    expect(without("inserted")).toBe(a);
    expect(without("deleted")).toBe(b);
  });

  test("a long text is compared in a bounded time", () => {
    const long = "市長は、受注者に対し、必要な措置を講ずるよう求めることができる。".repeat(5_000);
    const start = performance.now();
    compareText(long, `${long}ただし、この限りでない。`);
    compareText(long.slice(0, 50_000), [...long].reverse().join("").slice(0, 50_000));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

const cell = ({ label, labelChanged, segments, note }: ComparisonCell) =>
  `${labelChanged ? `_${label}_` : label}　${segments
    .map(({ kind, text }) => (kind === "same" ? text : `_${text}_`))
    .join("")}${note ?? ""}`;

function rows(before: string, after: string, unchanged?: "omit" | "full") {
  const [a, b] = [before, after].map((text) => parseOrdinance(`題名\n${text}`).ordinance);
  if (!a || !b) throw new Error("two texts");
  const labels = { before: "たたき台", after: "第1次案" };
  const table = comparisonTable(a, b, { labels, ...(unchanged ? { unchanged } : {}) });
  return table.rows.map((row) => `${cell(row.after)}｜${cell(row.before)}`);
}

describe("a 新旧対照表", () => {
  const first =
    "第1条　この条例は、公契約の基本方針を定める。\n第2条　市は、公契約を公表する。\n第3条　市は、調査を行う。\n";

  test("unchanged articles are collapsed to one row", () => {
    expect(
      rows(
        `${first}第4条　市は、30日以内に通知する。`,
        `${first}第4条　市は、60日以内に通知する。`,
      ),
    ).toEqual([
      "第1条～第3条　（略）｜第1条～第3条　（略）",
      "第4条　市は、_60日_以内に通知する。｜第4条　市は、_30日_以内に通知する。",
    ]);
  });

  test("they can be left out or shown in full", () => {
    const [a, b] = [
      `${first}第4条　市は、30日以内に通知する。`,
      `${first}第4条　市は、60日以内に通知する。`,
    ];
    expect(rows(a, b, "omit")).toHaveLength(1);
    expect(rows(a, b, "full")).toContain("第3条　市は、調査を行う。｜第3条　市は、調査を行う。");
  });

  test("new and renumbered articles", () => {
    const after =
      "第1条　この条例は、公契約の基本方針を定める。\n第2条　受注者は、法令を遵守する。\n第3条　市は、公契約を公表する。\n第4条　市は、調査を行う。\n";
    expect(rows(first, after)).toEqual([
      "第1条　（略）｜第1条　（略）",
      "_第2条_　_受注者は、法令を遵守する。_｜　（新設）",
      "_第3条・第4条_　（略）｜_第2条・第3条_　（略）",
    ]);
  });

  test("removed articles, unchanged paragraphs, changed items", () => {
    const before =
      "第1条　市は、次に掲げる事項を公表する。\n(1)　件数\n(2)　金額\n(3)　相手方\n2　公表は、毎年行う。\n3　前項の公表は、電子的に行う。\n4　市は、周知する。\n第2条　市長は、規則を定める。";
    const after =
      "第1条　市は、次に掲げる事項を公表する。\n(1)　件数\n(2)　金額\n(3)　相手方の名称\n2　公表は、毎年行う。\n3　前項の公表は、電子的に行う。\n4　市は、周知する。";
    expect(rows(before, after)).toEqual([
      "第1条　（略）｜第1条　（略）",
      "(1)・(2)　（略）｜(1)・(2)　（略）",
      "(3)　相手方_の名称_｜(3)　相手方",
      "2～4　（略）｜2～4　（略）",
      "　（削る）｜_第2条_　_市長は、規則を定める。_",
    ]);
  });
});

test("both versions as one text, with a summary", () => {
  const read = (text: string) => parseOrdinance(text).ordinance;
  const { provisions, summary } = inlineComparison(
    read("題名\n第1条　市は、公表する。\n第2条　市は、調査を行う。"),
    read(
      "題名\n第1条　市は、公表する。\n第2条　受注者は、法令を遵守する。\n第3条　市は、必要な調査を行う。",
    ),
  );
  const shown = provisions.filter((p) => p.kind === "article" || p.kind === "paragraph");
  expect(shown.map((p) => marked(p.label) + marked(p.segments))).toEqual([
    "第1条",
    "市は、公表する。",
    "［＋第2条］",
    "［＋受注者は、法令を遵守する。］",
    "［－第2条］［＋第3条］",
    "市は、［＋必要な］調査を行う。",
  ]);
  expect(summary).toMatchObject({ added: 1, kept: 1, reworded: 1, renumbered: 1 });
});
