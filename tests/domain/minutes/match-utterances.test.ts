import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchUtterances, type NumberedText, type SpokenText } from "#app/domain/minutes/index.ts";

const said = (speaker: string, text: string): SpokenText => ({ speaker, text });
const numbered = (list: SpokenText[]): NumberedText[] =>
  list.map((one, index) => ({ ...one, number: index + 1 }));

const opening = said("会長", "ただいまから第4回の会議を開きます。");
const report = said("事務局", "資料1により、調査票の修正箇所を説明します。");
const doubt = said("委員C", "指定管理協定は、報告書が二重になるので対象から外すことを求めます。");
const noObjection = said("委員D", "異議ありません。");
const closing = said("会長", "本日はこれで閉じます。");
const meeting = [opening, report, noObjection, doubt, noObjection, closing];

describe("a correction", () => {
  test("that changes nothing keeps every number", () => {
    expect(matchUtterances(numbered(meeting), meeting, 7)).toEqual({
      numbers: [1, 2, 3, 4, 5, 6],
      removed: [],
      next: 7,
    });
  });

  test("that rewords an utterance keeps its number", () => {
    const after = [...meeting];
    after[3] = said("委員C", "指定管理協定は、額の小さいものを対象から外していただきたい。");
    expect(matchUtterances(numbered(meeting), after, 7).numbers).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("that adds one gives it a number never used", () => {
    const after = [
      opening,
      report,
      said("副会長", "資料2も併せて説明してください。"),
      ...meeting.slice(2),
    ];
    expect(matchUtterances(numbered(meeting), after, 12)).toEqual({
      numbers: [1, 2, 12, 3, 4, 5, 6],
      removed: [],
      next: 13,
    });
  });

  test("that removes one names its number, and does not give it to another", () => {
    const after = [opening, report, noObjection, noObjection, closing];
    const match = matchUtterances(numbered(meeting), after, 7);
    expect(match).toEqual({ numbers: [1, 2, 3, 5, 6], removed: [4], next: 7 });
  });

  test("of the speaker alone keeps the number of a long utterance, not of a short one", () => {
    const after = meeting.map((one) =>
      one === doubt
        ? said("委員B", doubt.text)
        : one === noObjection
          ? said("委員E", one.text)
          : one,
    );
    const match = matchUtterances(numbered(meeting), after, 7);
    expect(match.numbers).toEqual([1, 2, 7, 4, 8, 6]);
    expect(match.removed).toEqual([3, 5]);
  });

  test("that moves an utterance takes its number along, but leaves short ones in their order", () => {
    const match = matchUtterances(numbered(meeting), [opening, doubt, report, closing], 7);
    expect(match.numbers).toEqual([1, 4, 2, 6]);
    expect(match.removed).toEqual([3, 5]);
  });

  test("of width and spaces only is no change", () => {
    const after = meeting.map(({ speaker, text }) => said(`${speaker} `, text.replace("4", "４")));
    expect(matchUtterances(numbered(meeting), after, 7).numbers).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("that puts other words in the mouth of the same speaker is a new utterance", () => {
    const after = [
      opening,
      report,
      noObjection,
      said("委員C", "休憩を挟みませんか。"),
      noObjection,
      closing,
    ];
    const match = matchUtterances(numbered(meeting), after, 7);
    expect(match.numbers[3]).toBe(7);
    expect(match.removed).toEqual([4]);
  });
});

describe("laws", () => {
  const speaker = fc.constantFrom("会長", "副会長", "委員A", "委員B", "事務局");
  const words = fc.constantFrom(
    ...[
      "異議ありません。",
      "はい。",
      "労働報酬下限額の水準について伺います。",
      "下請への支払いが遅れています。",
    ],
    ...["資料1を説明します。", "アンケートの回収率は57パーセントでした。", "次に進みます。", ""],
  );
  const text = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
  const utterance = fc.record({ speaker, text });
  const meetings = fc.array(utterance, { maxLength: 25 });

  test("numbers are unique; those not new come from before; none is lost", () => {
    fc.assert(
      fc.property(meetings, meetings, (before, after) => {
        const old = numbered(before);
        const { numbers, removed, next } = matchUtterances(old, after, before.length + 5);
        expect(numbers).toHaveLength(after.length);
        expect(new Set(numbers).size).toBe(numbers.length);
        const kept = numbers.filter((number) => number <= before.length);
        const fresh = numbers.filter((number) => number > before.length);
        expect([...kept, ...removed].sort((a, b) => a - b)).toEqual(
          old.map(({ number }) => number),
        );
        expect(fresh).toEqual(fresh.map((_, index) => before.length + 5 + index));
        expect(next).toBe(before.length + 5 + fresh.length);
      }),
      { numRuns: 500 },
    );
  });

  test("the identity keeps all", () => {
    fc.assert(
      fc.property(meetings, (list) => {
        const { numbers, removed } = matchUtterances(numbered(list), list, list.length + 1);
        expect(numbers).toEqual(list.map((_, index) => index + 1));
        expect(removed).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("what is not touched keeps a number of its own words, when others are added and removed", () => {
    const edits = fc.array(fc.constantFrom("keep", "keep", "remove", "add before"), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(meetings, edits, (before, plan) => {
        const after: (SpokenText & { kept?: true })[] = before.flatMap((one, index) => {
          const edit = plan[index] ?? "keep";
          if (edit === "remove") return [];
          const added = said("オブザーバー", `第${index}の新しい補足として申し上げます。`);
          const keep = { ...one, kept: true as const };
          return edit === "keep" ? [keep] : [added, keep];
        });
        const { numbers } = matchUtterances(numbered(before), after, before.length + 1);
        after.forEach(({ kept, speaker, text }, index) => {
          const old = before[(numbers[index] ?? 0) - 1];
          if (kept) expect(old).toEqual({ speaker, text });
        });
      }),
      { numRuns: 500 },
    );
  });

  test("thousands of utterances, all reworded, take seconds at most", () => {
    const long = Array.from({ length: 3000 }, (_, index) =>
      said(
        `委員${index % 5}`,
        `発言${index * 7919}番です。契約の額${index * 31}円を下限とする案に賛成します。`,
      ),
    );
    const after = long.map(({ speaker, text }) => said(speaker, `${text}なお、資料も求めます。`));
    const started = performance.now();
    const { numbers } = matchUtterances(numbered(long), after, 3001);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(numbers).toEqual(long.map((_, index) => index + 1));
  });
});
