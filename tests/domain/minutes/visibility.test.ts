import { describe, expect, test } from "vitest";
import {
  compareMinutes,
  type Minutes,
  minutesFor,
  numberUtterances,
  parseMinutes,
  utterancesOf,
  utteranceText,
} from "#app/domain/minutes/index.ts";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import { sampleMinutes, sampleWith } from "./sample.ts";

const member: Viewer = { kind: "member", accountId: "a", name: "委員A" };
const secretariat: Viewer = { kind: "secretariat", accountId: "s", name: "事務局" };

function read(source: string): Minutes {
  const { minutes, problems } = parseMinutes(source);
  if (!minutes) throw new Error(problems.map(({ message }) => message).join());
  return minutes;
}

function corrected(source: string) {
  const first = numberUtterances(read(sampleMinutes));
  const before = utterancesOf(first.minutes).map(({ utterance }) => ({
    number: utterance.number ?? 0,
    speaker: utterance.speaker,
    text: utteranceText(utterance),
  }));
  return { first: first.minutes, second: numberUtterances(read(source), before, first.next) };
}

describe("a partly closed meeting", () => {
  const minutes = read(sampleMinutes);

  test("shows anyone the notice and nothing of the closed part", () => {
    const shown = minutesFor(anyone, minutes);
    expect(shown.sections[1]?.blocks.map(({ kind }) => kind)).toEqual(["open", "withheld", "open"]);
    expect(shown.sections[1]?.blocks[1]).toEqual({
      kind: "withheld",
      reason: "個別の事業者の取引に関する情報を含むため",
      notice: "（この部分は非公開です。理由：個別の事業者の取引に関する情報を含むため）",
    });
    expect(JSON.stringify(shown)).not.toContain("下請代金");
    expect(JSON.stringify(shown)).toContain("次に進みます");
  });

  test.each([member, secretariat])("shows all to $kind", (viewer) => {
    expect(minutesFor(viewer, minutes)).toEqual(minutes);
  });
});

test("of a meeting closed as a whole anyone sees the notice only, not even headings", () => {
  const minutes = read(sampleWith("公開: 一部非公開", "公開: 非公開").replace(/^:::.*\n/gmu, ""));
  const shown = minutesFor(anyone, minutes);
  expect(shown.sections).toEqual([
    {
      heading: "記録",
      level: 3,
      line: expect.any(Number),
      blocks: [
        expect.objectContaining({
          notice: "（この会議は非公開です。理由：個別の事業者の取引に関する情報を含むため）",
        }),
      ],
    },
  ]);
  expect(minutesFor(member, minutes)).toEqual(minutes);
});

describe("numbering", () => {
  test("starts at 1 in the order of speaking, closed parts included", () => {
    const { minutes, removed, next } = numberUtterances(read(sampleMinutes));
    expect(utterancesOf(minutes).map(({ utterance }) => utterance.number)).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
    expect([removed, next]).toEqual([[], 8]);
  });

  test("goes on from the version before", () => {
    const { second } = corrected(
      sampleWith(
        "**事務局**　個別の事案として別に調べます。",
        "**会長**　事務局で別に調べてください。",
      ),
    );
    const numbers = utterancesOf(second.minutes).map(({ utterance }) => utterance.number);
    expect(numbers).toEqual([1, 2, 3, 4, 8, 6, 7]);
    expect(second.removed).toEqual([5]);
    expect(second.next).toBe(9);
  });
});

describe("comparing a correction", () => {
  test("shows words added and removed, and changes outside the record", () => {
    const { first, second } = corrected(
      sampleWith("委員5名の出席", "委員6名の出席")
        .replace("傍聴者: 3", "傍聴者: 4")
        .replace("16:05", "16:30")
        .replace("- 委員F", "なし"),
    );
    const comparison = compareMinutes(anyone, first, second.minutes);
    expect(comparison.headers).toEqual([
      {
        label: "日時",
        before: "令和8年7月22日 午後2時から午後4時5分まで",
        after: "令和8年7月22日 午後2時から午後4時30分まで",
      },
      { label: "傍聴者", before: "3人", after: "4人" },
      { label: "欠席", before: "委員F", after: "" },
    ]);
    const changed = comparison.utterances.filter(({ kind }) => kind !== "same");
    expect(changed).toEqual([
      {
        kind: "changed",
        number: 1,
        speakerBefore: "会長",
        speaker: "会長",
        segments: [
          { kind: "same", text: "ただいまから第3回の会議を開きます。本日は委員" },
          { kind: "removed", text: "5" },
          { kind: "added", text: "6" },
          { kind: "same", text: "名の出席で、定足数に達しています。" },
        ],
      },
    ]);
  });

  test("shows a removed utterance where it stood and an added one in its place", () => {
    const { first, second } = corrected(
      sampleWith("**会長**　では、次に進みます。", "**委員A**　条文の案も見たいと思います。"),
    );
    const kinds = compareMinutes(member, first, second.minutes).utterances.map(
      ({ kind, number }) => `${kind} ${number}`,
    );
    expect(kinds).toEqual([
      "same 1",
      "same 2",
      "same 3",
      "same 4",
      "same 5",
      "removed 6",
      "added 8",
      "same 7",
    ]);
  });

  test("does not tell anyone what changed in a closed part", () => {
    const { first, second } = corrected(sampleWith("下請代金の支払い", "下請代金の未払い"));
    const forAnyone = compareMinutes(anyone, first, second.minutes);
    expect(forAnyone.utterances.every(({ kind }) => kind === "same")).toBe(true);
    expect(JSON.stringify(forAnyone)).not.toContain("下請代金");
    const forMember = compareMinutes(member, first, second.minutes);
    expect(forMember.utterances.find(({ kind }) => kind === "changed")).toMatchObject({
      number: 4,
    });
  });

  test("names a corrected speaker", () => {
    const { first, second } = corrected(sampleWith("**委員A**　設問が", "**委員B**　設問が"));
    expect(
      compareMinutes(anyone, first, second.minutes).utterances.find(({ number }) => number === 3),
    ).toMatchObject({ kind: "changed", speakerBefore: "委員A", speaker: "委員B" });
  });
});
