import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  checkDrafting,
  type DraftingRule,
  definedTerms,
  parseOrdinance,
} from "#app/domain/ordinance/index.ts";

const read = (text: string) => parseOrdinance(text).ordinance;
const end = "附則\nこの条例は、公布の日から施行する。";
const draft = (body: string, suppl = end) => checkDrafting(read(`題名\n${body}\n${suppl}`));
const rules = (body: string, suppl = end) => draft(body, suppl).map((finding) => finding.rule);

describe("each rule finds its fault and is silent on its near miss", () => {
  const cases: [DraftingRule, fault: string, nearMiss: string][] = [
    [
      "numbering",
      "第1条　市は、公表する。\n第3条　市は、周知する。",
      "第1条　市は、公表する。\n第1条の2　市は、周知する。\n第2条及び第3条　削除\n第4条　市は、調査する。",
    ],
    [
      "numbering",
      "第1条　次の事項\n(1)　甲\n(1)　乙",
      "第1条　次の事項\n(1)　甲\n(1)の2　乙\n(2)　丙",
    ],
    ["dangling-reference", "第1条　第9条の規定による。", "第1条　地方自治法第9条の規定による。"],
    [
      "dangling-reference",
      "第1条　前条の規定による。",
      "第1条　次条の規定による。\n第2条　市は、前条の規定による。",
    ],
    ["dangling-reference", "第1条　次の各号に掲げる事項", "第1条　次の各号に掲げる事項\n(1)　甲"],
    [
      "toc",
      "目次\n第1章　総則（第1条・第2条）\n第1章　総則\n第1条　市は、公表する。",
      "目次\n第1章　総則（第1条・第2条）\n第1章　総則\n第1条　市は、公表する。\n第2条　市は、周知する。",
    ],
    [
      "brackets",
      "第1条　市は、公契約（請負に限る。を公表する。",
      "第1条　市は、公契約（請負（業務委託を含む。）に限る。）を公表する。",
    ],
    [
      "caption-missing",
      "第1条　市は、公表する。\n（周知）\n第2条　市は、周知する。",
      "（公表）\n第1条　市は、公表する。\n第2条　市は、周知する。",
    ],
    ["caption-brackets", "(目的)\n第1条　市は、公表する。", "（目的）\n第1条　市は、公表する。"],
    [
      "caption-repeated",
      "（公表）\n第1条　市は、公表する。\n（公表）\n第2条　市は、周知する。",
      "（公表）\n第1条　市は、公表する。\n（周知）\n第2条　市は、周知する。",
    ],
    [
      "item-ending",
      "第1条　次の場合\n(1)　契約を解除したとき",
      "第1条　次の事項\n(1)　契約を解除したときの手続",
    ],
    [
      "item-ending",
      "第1条　次の者\n(1)　市が定めるもの。",
      "第1条　次の者\n(1)　市が定めるもの。ただし、法人を除く。",
    ],
    [
      "digit-width",
      "第1条　30日以内及び40日以内に６０日を加える。",
      "第1条　30日以内に60日を加える。",
    ],
    ["comma", "第1条　市は,公表する。", "第1条　市は、1,000円を公表する。"],
    [
      "definition-unused",
      "第1条　契約（以下「公契約」という。）を結ぶ。",
      "第1条　契約（以下「公契約」という。）を結ぶ。\n第2条　公契約を公表する。",
    ],
    [
      "definition-twice",
      "第1条　契約（以下「公契約」という。）を結ぶ。\n第2条　協定（以下「公契約」という。）を結ぶ。",
      "第1条　契約（以下この条において「公契約」という。）を結び、公契約を公表する。\n第2条　協定（以下「公契約」という。）を結び、公契約を公表する。",
    ],
    [
      "law-number",
      "第1条　労働基準法（昭和22年法律第94号）による。",
      "第1条　労働基準法（昭和22年法律第49号）による。",
    ],
    [
      "conjunction-level",
      "第1条　請負並びに委託を公表する。",
      "第1条　請負及び委託並びに協定を公表する。",
    ],
    ["spelling", "第1条　市は、調査を行なう。", "第1条　市は、調査を行う。"],
    [
      "other-of",
      "第1条　市は、法人その他団体を支援する。",
      "第1条　市は、法人その他の団体を支援し、賃金その他名称のいかんを問わず、対価を調べる。",
    ],
    [
      "nested-condition",
      "第1条　市は、契約を結んだときにおいて、違反がある場合は、勧告する。",
      "第1条　市は、契約を結んだ場合において、違反があるときは、勧告する。",
    ],
    [
      "nested-condition",
      "第1条　市は、申出を受けた場合において、違反がある場合は、勧告する。",
      "第1条　市は、申出を受けた場合において、緊急の場合は、勧告する。",
    ],
    [
      "nested-condition",
      "第1条　市は、違反がある時は、勧告する。",
      "第1条　市は、違反を知った時から3年間、記録を保存する。",
    ],
    [
      "bound-wording",
      "第1条　市は、1億円以上の工事を公表する。\n2　1億円を超える工事は、調査する。",
      "第1条　市は、1億円以上の工事を公表する。\n2　1億円未満の工事及び2億円を超える工事は、調査する。",
    ],
    [
      "bound-wording",
      "第1条　市は、30日以下の契約及び３０日未満の協定を公表する。",
      "第1条　市は、30日以下の契約及び30日を超える協定を公表する。",
    ],
    [
      "person-or-thing",
      "第1条　市内に住所を有する者であって、市と契約した者を公表する。",
      "第1条　市内に住所を有する者であって、市と契約したもの及び受託した者を公表する。",
    ],
    [
      "person-or-thing",
      "第1条　市は、法人その他の物に周知する。",
      "第1条　市は、書類その他の物を調べ、法人その他の者に周知する。",
    ],
    [
      "term-undefined",
      "第1条　市は、特定公契約を公表する。\n第2条　市は、大きな契約（以下「特定公契約」という。）を公表する。",
      "第1条　市は、次条に規定する特定公契約を公表する。\n第2条　市は、大きな契約（以下「特定公契約」という。）を公表する。",
    ],
    [
      "comma-missing",
      "第1条　市は、公表する。ただし緊急の場合は、この限りでない。",
      "第1条　市は、公表する。ただし、緊急の場合は、この限りでない。",
    ],
    [
      "comma-missing",
      "第1条　市長は規則を定める。",
      "第1条　市長は、規則で定めるところにより、公表する。",
    ],
  ];
  test.each(cases)("%s: %j", (rule, fault, nearMiss) => {
    expect(rules(fault)).toContain(rule);
    expect(rules(nearMiss)).not.toContain(rule);
  });

  test("enforcement-date", () => {
    expect(rules("第1条　市は、公表する。", "附則\n経過措置は、規則で定める。")).toContain(
      "enforcement-date",
    );
    expect(
      rules("第1条　市は、公表する。", "附則\n1　この条例は、規則で定める日から施行する。"),
    ).not.toContain("enforcement-date");
  });
});

test("heuristic rules only ever ask to look", () => {
  const heuristic = draft(
    "第1条　市長は法人その他団体を支援し、行なう。ただし1億円以上請負並びに1億円未満を除く。",
  ).filter(({ rule }) => rule !== "enforcement-date");
  expect(heuristic.length).toBeGreaterThanOrEqual(4);
  expect(new Set(heuristic.map(({ severity }) => severity))).toEqual(new Set(["注意"]));
});

test("a finding names its place, and its suggestion mends it", () => {
  const [finding] = draft("第1条　市は、公表する。\n2　労働基準法（昭和22年法律第94号）による。");
  expect(finding).toMatchObject({
    path: "art-1/p2",
    label: "第1条第2項",
    line: 3,
    severity: "誤り",
  });
  const text = "労働基準法（昭和22年法律第94号）による。";
  const mended = text.slice(0, finding?.start) + finding?.suggestion + text.slice(finding?.end);
  expect(mended).toBe("労働基準法（昭和22年法律第49号）による。");
});

describe("references left behind by renumbering", () => {
  const articles = (order: string[], refers: number) =>
    `題名\n${order
      .map(
        (name, index) =>
          `（${name}）\n第${index + 1}条　${name === "公表" ? `市長は、第${refers}条の規定による${name}を行う。` : `市は、${name}に関し必要な措置を講ずる。`}`,
      )
      .join("\n")}\n${end}`;

  test("is found in each of 200 cases, with the number to write", () => {
    const names = ["調査", "勧告", "報告", "検証", "周知", "協議", "支援", "公表", "監査", "評価"];
    let cases = 0;
    let hits = 0;
    for (let target = 1; target <= 10; target += 1) {
      if (names[target - 1] === "公表") continue;
      for (let at = 0; at <= 10; at += 1) {
        for (const fresh of ["研修", "届出", "表彰", "認証", "広報"]) {
          const after = [...names];
          after.splice(at, 0, fresh);
          const now = after.indexOf(names[target - 1] ?? "") + 1;
          if (now === target || cases === 200) continue;
          cases += 1;
          const before = read(articles(names, target));
          const found = checkDrafting(read(articles(after, target)), before).filter(
            (f) => f.rule === "shifted-reference",
          );
          expect(found).toHaveLength(1);
          expect(found[0]).toMatchObject({ severity: "誤り", suggestion: `第${now}条` });
          hits += 1;
          const mended = checkDrafting(read(articles(after, now)), before);
          expect(mended.filter((f) => f.rule === "shifted-reference")).toEqual([]);
        }
      }
    }
    expect([cases, hits]).toEqual([200, 200]);
  });

  test("the article that a 別表 names behind its title", () => {
    const versions = [
      articles(["調査", "公表", "報告"], 1),
      articles(["調査", "研修", "公表", "報告"], 1),
    ].map((text) => read(`${text}\n別表第1（第3条関係）\n区分\t額\n`));
    const [before, after] = versions;
    if (!before || !after) throw new Error("two versions");
    expect(checkDrafting(after, before).filter((f) => f.rule === "shifted-reference")).toEqual([
      expect.objectContaining({ path: "table-1", severity: "誤り", suggestion: "第4条" }),
    ]);
  });

  test("前条 that now means another article, and a target that is gone", () => {
    const before = read(
      "題名\n（甲）\n第1条　市は、公表する。\n（乙）\n第2条　市長は、前条の公表を行う。",
    );
    const inserted = read(
      "題名\n（甲）\n第1条　市は、公表する。\n（丙）\n第2条　受注者は、報告する。\n（乙）\n第3条　市長は、前条の公表を行う。",
    );
    expect(checkDrafting(inserted, before).map((f) => [f.rule, f.suggestion])).toContainEqual([
      "shifted-reference",
      "第1条",
    ]);
  });
});

test("the sample drafts have no error", () => {
  let previous: ReturnType<typeof read> | undefined;
  for (const version of ["v1", "v2", "v3"]) {
    const ordinance = read(readFileSync(`content/ordinance/${version}.txt`, "utf8"));
    expect(checkDrafting(ordinance, previous).filter((f) => f.severity === "誤り")).toEqual([]);
    previous = ordinance;
  }
});

test("defined terms with their scope", () => {
  const ordinance = read(
    "題名\n第1条　次の各号に掲げる用語の意義は、当該各号に定めるところによる。\n(1)　公契約　市の契約をいう。\n第2条　審議会（以下「審議会」という。）を置く。\n2　委員（以下この条において「委員」という。）は、10人とする。\n3　法人（国を除く。以下同じ。）は、除く。",
  );
  expect(definedTerms(ordinance)).toEqual([
    { term: "公契約", path: "art-1/p1/i1", form: "list", scope: "ordinance" },
    { term: "審議会", path: "art-2/p1", form: "inline", scope: "onward" },
    { term: "委員", path: "art-2/p2", form: "inline", scope: "limited", within: "art-2" },
  ]);
});
