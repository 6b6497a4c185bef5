import { describe, expect, test } from "vitest";
import { withClosedLater } from "#app/domain/minutes/closed-later.ts";
import {
  type Minutes,
  minutesFor,
  type NumberedText,
  numberUtterances,
  parseMinutes,
  utterancesOf,
  utteranceText,
} from "#app/domain/minutes/index.ts";
import { utteranceHistory } from "#app/domain/minutes/utterance-history.ts";
import { anyone, type Viewer } from "#app/domain/viewer.ts";
import { minutesSource, partlyClosed, type SampleMinutes } from "#tests/support/sample-minutes.ts";

const member: Viewer = { kind: "member", accountId: "", name: "委員A" };

/** Versions as they are published one after the other. */
function versionsOf(...samples: SampleMinutes[]): { version: number; minutes: Minutes }[] {
  let before: NumberedText[] = [];
  let next = 1;
  return samples.map((sample, at) => {
    const { minutes: parsed, problems } = parseMinutes(minutesSource(sample));
    if (!parsed) throw new Error(JSON.stringify(problems));
    const numbered = numberUtterances(parsed, before, next);
    next = numbered.next;
    before = utterancesOf(numbered.minutes).map(({ utterance }) => ({
      number: utterance.number ?? 0,
      speaker: utterance.speaker,
      text: utteranceText(utterance),
    }));
    return { version: at + 1, minutes: numbered.minutes };
  });
}

const open = { record: partlyClosed.record.replace(/^:::.*\n/gmu, "") };
const secret = "6割";

describe("what a correction closes", () => {
  test("is closed in the older version, and nothing else of it changes", () => {
    const [first, second] = versionsOf(open, partlyClosed);
    if (!first || !second) throw new Error("versions");
    const closed = withClosedLater(first.minutes, [second.minutes]);
    expect(utterancesOf(closed).map(({ utterance }) => utterance)).toEqual(
      utterancesOf(first.minutes).map(({ utterance }) => utterance),
    );
    expect(utterancesOf(closed).filter((one) => one.closed)).toHaveLength(2);
    const shown = JSON.stringify(minutesFor(anyone, closed));
    expect(shown).not.toContain(secret);
    expect(shown).toContain("対象とする工事の範囲");
    expect(JSON.stringify(minutesFor(member, closed))).toContain(secret);
  });

  test("stays closed when a further correction drops it, and opens when one opens it", () => {
    const without = { record: open.record.replace(/^\*\*委員B.*\n\n/mu, "") };
    const [first, closed, dropped] = versionsOf(open, partlyClosed, without);
    if (!first || !closed || !dropped) throw new Error("versions");
    const later = [closed.minutes, dropped.minutes];
    expect(JSON.stringify(minutesFor(anyone, withClosedLater(first.minutes, later)))).not.toContain(
      secret,
    );
    const [, , reopened] = versionsOf(open, partlyClosed, open);
    if (!reopened) throw new Error("versions");
    const opened = withClosedLater(first.minutes, [closed.minutes, reopened.minutes]);
    expect(JSON.stringify(minutesFor(anyone, opened))).toContain(secret);
  });

  test("is the whole record when the meeting becomes closed", () => {
    const whole = { ...open, openness: "非公開", closedReason: "審査のため" };
    const [first, second] = versionsOf(open, whole);
    if (!first || !second) throw new Error("versions");
    const shown = minutesFor(anyone, withClosedLater(first.minutes, [second.minutes]));
    expect(JSON.stringify(shown.sections)).not.toContain("会議を始めます");
  });
});

describe("the history of an utterance", () => {
  test("withholds a closed one, its speaker and its neighbour for visitors", () => {
    const versions = versionsOf(partlyClosed, {
      ...partlyClosed,
      record: partlyClosed.record.replace("6割", "7割"),
    });
    const history = utteranceHistory(anyone, versions, 3);
    expect(history?.utterance.kind).toBe("withheld");
    expect(history?.steps).toEqual([{ version: 1, kind: "withheld" }]);
    expect(history?.next?.kind).toBe("withheld");
    expect(JSON.stringify(history)).not.toMatch(/6割|7割|委員B|予定価格/);
    expect(utteranceHistory(member, versions, 3)?.steps[1]).toMatchObject({
      kind: "changed",
      segments: expect.arrayContaining([{ kind: "removed", text: expect.stringContaining("6") }]),
    });
  });

  test("knows when it was added, removed and by whom it was said", () => {
    const [opening, claim] = [
      "**会長**　開会します。",
      "**委員A**　対象は1億円以上の工事とすべきです。",
    ];
    const record = (...lines: string[]) => ({ record: `### 1 議事\n${lines.join("\n\n")}` });
    const versions = versionsOf(
      record(opening ?? ""),
      record(opening ?? "", claim ?? ""),
      record(opening ?? "", claim?.replace("委員A", "委員B") ?? ""),
      record(opening ?? ""),
    );
    const history = utteranceHistory(anyone, versions, 2);
    expect(history).toMatchObject({ version: 3, removedIn: 4, previous: { number: 1 } });
    expect(history?.steps).toMatchObject([
      { version: 2, kind: "added" },
      { version: 3, kind: "changed", speakerBefore: "委員A", speaker: "委員B" },
      { version: 4, kind: "removed" },
    ]);
    expect(utteranceHistory(anyone, versions, 3)).toBeUndefined();
  });
});
