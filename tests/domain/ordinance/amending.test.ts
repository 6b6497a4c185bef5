import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  amendingText,
  applyAmendingText,
  formatOrdinance,
  type Ordinance,
  parseOrdinance,
} from "#app/domain/ordinance/index.ts";
import { knownPair } from "#tests/support/ordinance-pairs.ts";
import { withoutLines } from "#tests/support/ordinances.ts";
import { sharedRevisions } from "#tests/support/shared-laws.ts";

const read = (text: string) => parseOrdinance(text).ordinance;

/** The amending text of a pair that has one. */
function written(before: Ordinance, after: Ordinance): string {
  const text = amendingText(before, after);
  if (!text.ok) throw new Error(text.problems[0]?.message);
  return text.value;
}

/** Why the amending text of a pair does not give the new version; undefined where it does. */
function failure(before: Ordinance, after: Ordinance): string | undefined {
  const text = written(before, after);
  const { ordinance, problems } = applyAmendingText(text, before);
  if (problems.length > 0) return `${problems[0]?.message}\n${text}`;
  return isDeepStrictEqual(withoutLines(ordinance), withoutLines(after))
    ? undefined
    : `differs\n${text}`;
}

const articles = (names: readonly string[]) =>
  `題名\n${names.map((name, index) => `（${name}）\n第${index + 1}条　市は、${name}に関し必要な措置を講ずる。`).join("\n")}`;
const many = [
  "調査",
  "勧告",
  "報告",
  "検証",
  "周知",
  "協議",
  "支援",
  "公表",
  "監査",
  "評価",
  "研修",
  "表彰",
  "委任",
];

const one = (body: string) => read(`題名\n${body}`);

/** The eleven model sentences of the facts: a pair that gives each, word for word. */
const models: [string, Ordinance, Ordinance][] = [
  [
    "第3条中「事業者」を「受注者等」に改める。",
    one("第3条　市は、事業者を支援する。"),
    one("第3条　市は、受注者等を支援する。"),
  ],
  [
    "第5条の見出しを「（受注者等の責務）」に改め、同条第2項中「30日」を「60日」に改める。",
    one("（受注者の責務）\n第5条　受注者は、法令を遵守する。\n2　受注者は、30日以内に報告する。"),
    one("（受注者等の責務）\n第5条　受注者は、法令を遵守する。\n2　受注者は、60日以内に報告する。"),
  ],
  [
    "第2条第1号中「請負」の次に「、業務委託」を加える。",
    one("第2条　次の契約を公表する。\n(1)　工事の請負の契約\n(2)　物品の購入の契約"),
    one("第2条　次の契約を公表する。\n(1)　工事の請負、業務委託の契約\n(2)　物品の購入の契約"),
  ],
  [
    "第7条第1項ただし書を削る。",
    one("第7条　市は、公表する。ただし、緊急の場合は、この限りでない。\n2　市は、周知する。"),
    one("第7条　市は、公表する。\n2　市は、周知する。"),
  ],
  [
    "第4条第2項を次のように改める。",
    one("第4条　市は、公表する。\n2　市は、毎年度、契約の件数を集計する。\n3　市は、周知する。"),
    one(
      "第4条　市は、公表する。\n2　受注者は、作業場に掲示板を置かなければならない。\n3　市は、周知する。",
    ),
  ],
  [
    "第9条に次の1項を加える。",
    one("第9条　市は、公表する。"),
    one("第9条　市は、公表する。\n2　受注者は、労働者に周知する。"),
  ],
  [
    "第2条第6号を同条第7号とし、同条第5号の次に次の1号を加える。",
    one(
      "第2条　次の用語\n(1)　公契約の件数\n(2)　契約の金額\n(3)　相手方の名称\n(4)　履行の期間\n(5)　労働者の人数\n(6)　その他の事項",
    ),
    one(
      "第2条　次の用語\n(1)　公契約の件数\n(2)　契約の金額\n(3)　相手方の名称\n(4)　履行の期間\n(5)　労働者の人数\n(6)　下請負人の所在地\n(7)　その他の事項",
    ),
  ],
  [
    "第12条を第13条とし、第6条から第11条までを1条ずつ繰り下げ、第5条の次に次の1条を加える。",
    read(articles(many.slice(0, 12))),
    read(articles([...many.slice(0, 5), "届出", ...many.slice(5, 12)])),
  ],
  [
    "第8条を削り、第9条を第8条とし、第10条から第13条までを1条ずつ繰り上げる。",
    read(articles(many)),
    read(articles([...many.slice(0, 7), ...many.slice(8)])),
  ],
  [
    "第10条中「前条」を「第8条」に改め、同条を第11条とする。",
    one(
      "第8条　市は、調査する。\n第9条　市は、公表する。\n第10条　市長は、前条の公表に係る費用の額を定め、及び告示する。",
    ),
    one(
      "第8条　市は、調査する。\n第9条　市は、公表する。\n第11条　市長は、第8条の公表に係る費用の額を定め、及び告示する。",
    ),
  ],
  [
    "第1条を第2条とし、同条の前に次の1条を加える。",
    one("第1条　市は、公契約を公表する。"),
    one("第1条　この条例は、公契約の基本方針を定める。\n第2条　市は、公契約を公表する。"),
  ],
];

describe("the model sentences", () => {
  test.each(models)("%s is written and understood", (sentence, before, after) => {
    expect(written(before, after)).toContain(sentence);
    expect(failure(before, after)).toBeUndefined();
  });
});

describe("sentences that people write", () => {
  const before = one(
    "（責務）\n第1条　市は、事業者を支援し、事業者に周知する。この場合において、費用は、市の負担とする。\n2　市は、公表する。\n第2条　次の事項\n(1)　件数\n(2)　金額\n附則\nこの条例は、公布の日から施行する。",
  );
  const applied = (text: string) => {
    const { ordinance, problems } = applyAmendingText(text, before);
    expect(problems).toEqual([]);
    return formatOrdinance(ordinance);
  };

  test("words are changed wherever they stand in the provision cited", () => {
    expect(
      applied("第1条第1項中「事業者」を「受注者等」に、「市の負担」を「受注者等の負担」に改める。"),
    ).toContain(
      "受注者等を支援し、受注者等に周知する。この場合において、費用は、受注者等の負担とする。",
    );
  });
  test("national forms: の下に, 後段", () => {
    expect(applied("第1条第1項後段中「費用」の下に「の額」を加える。")).toContain(
      "この場合において、費用の額は、",
    );
  });
  test("several articles at once", () => {
    expect(applied("第1条から第2条までを削る。")).not.toContain("第1条");
  });
  test("附則 and 見出し", () => {
    const text = applied(
      "　題名の一部を次のように改正する。\n　第1条の見出し中「責務」を「市の責務」に改める。\n　附則中「公布の日」を「令和9年4月1日」に改める。",
    );
    expect(text).toContain("（市の責務）");
    expect(text).toContain("令和9年4月1日から施行する。");
  });
  test.each([
    ["第9条中「甲」を「乙」に改める。", "第9条がありません"],
    ["第1条中「甲」を「乙」に改める。", "「甲」がありません"],
    ["第1条をもっと良くする。", "から先を読み取れません"],
    ["第1条中「甲を「乙」に改める。", "から先を読み取れません"],
  ])("%s", (text, message) => {
    const { problems } = applyAmendingText(
      `　第2条第1号中「件数」を「総数」に改める。\n　${text}`,
      before,
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 2, message: expect.stringContaining(message) });
  });
});

test("the sample drafts", () => {
  const [v1, v2, v3] = ["v1", "v2", "v3"].map((v) =>
    read(readFileSync(`content/ordinance/${v}.txt`, "utf8")),
  );
  if (!v1 || !v2 || !v3) throw new Error("three drafts");
  expect(written(v1, v1)).toBe("");
  for (const [a, b] of [
    [v1, v2],
    [v2, v3],
    [v3, v1],
  ] as const) {
    expect(failure(a, b)).toBeUndefined();
    expect(written(a, b)).not.toMatch(/題名以下の全部|本則を次のように/);
  }
});

test("from horizontal to vertical style everything is written anew", () => {
  const [before, after] = [one("第1条　市は、公表する。"), one("第一条　市は、公表する。")];
  expect(written(before, after)).toContain("全部を次のように改める");
  expect(failure(before, after)).toBeUndefined();
});

test("a version that cannot be read back from its own text has none, and says so", () => {
  const unsound = read("様式第1号\n目次\n（目的）\nア　額\n附則");
  expect(amendingText(one("第1条　市は、公表する。"), unsound)).toEqual({
    ok: false,
    problems: [{ message: expect.stringContaining("改め文を作れません") }],
  });
});

test("fragments without any 条 are amended, or it is said why not", () => {
  const line = fc.constantFrom(
    ...["題名", "2　市は、周知する。", "(1)　件数", "（目的）", "第1章　総則", "附則", "目次"],
    ...["この条例は、公布の日から施行する。", "別表", "区分\t額", "前文", "ア　額", "様式第1号"],
  );
  const fragment = fc.array(line, { maxLength: 6 }).map((lines) => read(lines.join("\n")));
  fc.assert(
    fc.property(fragment, fragment, (before, after) => {
      const text = amendingText(before, after);
      if (text.ok) expect(applyAmendingText(text.value, before).problems).toEqual([]);
      else expect(text.problems[0]?.message).toMatch(/直してから/);
    }),
    { numRuns: 500 },
  );
});

/** How many generated pairs: `ORDINANCE_PAIRS=2000` for the full run. */
const pairCount = Number(process.env.ORDINANCE_PAIRS ?? 1000);

test("generated pairs", { timeout: 60_000 + 100 * pairCount }, () => {
  const failures = fc
    .sample(knownPair, { numRuns: pairCount, seed: 20261122 })
    .flatMap(({ before, after }, index) => {
      const why = failure(before, after);
      return why === undefined ? [] : [`pair ${index}: ${why}`];
    });
  console.info(`${pairCount - failures.length} of ${pairCount} generated pairs come out whole`);
  expect(failures).toEqual([]);
});

const revisions = sharedRevisions();

describe.skipIf(revisions.length === 0)("each revision of the real laws into the next", () => {
  const pairs = revisions.flatMap((revision, index) => {
    const next = revisions[index + 1];
    return next?.law === revision.law
      ? [{ name: next.name, before: revision.text, after: next.text }]
      : [];
  });
  test.each(pairs)("$name", ({ before, after }) => {
    expect(failure(read(before), read(after))).toBeUndefined();
  });
});

test("any text is applied or explained, however often it opens what it does not close", () => {
  const before = one("第1条　市は、公表する。");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      applyAmendingText(`第1条${text}。\n${text}`, before);
    }),
  );
  // Were the time quadratic in the length, this would not end before the test is given up.
  applyAmendingText(
    `第1条中${"「甲".repeat(100_000)}。\n${"第1条を削り、".repeat(20_000)}第1条を削る。`,
    before,
  );
});
