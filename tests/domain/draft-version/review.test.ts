import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  corrected,
  correctionNamed,
  plainText,
  type Remark,
  reviewText,
} from "#app/domain/draft-version/index.ts";
import { parseOrdinance } from "#app/domain/ordinance/index.ts";

const sound = `公契約条例

（目的）
第1条　この条例は、公契約に関し必要な事項を定めることを目的とする。

（市の責務）
第2条　市は、公契約に関する施策を策定し、及び実施する責務を有する。
2　市は、前項の施策について、次に掲げる事項に配慮しなければならない。
(1)　公正な競争を確保すること。
(2)　労働者の賃金

（報告）
第3条　市長は、前条第1項の施策を公表しなければならない。

附　則
この条例は、公布の日から施行する。
`;

const remarkOn = (remarks: readonly Remark[], rule: string) =>
  remarks.find(({ key }) => key.startsWith(rule));

/** The text after the correction that the rule suggests. */
function mended(source: string, rule: string, previous?: string): string {
  const before = previous === undefined ? undefined : parseOrdinance(previous).ordinance;
  const remark = remarkOn(reviewText(source, before).remarks, rule);
  expect(remark?.correction, `a correction by ${rule}`).toBeDefined();
  const correction = correctionNamed(source, remark?.key ?? "", before);
  return correction ? corrected(source, correction) : "";
}

describe("the review of a text", () => {
  test("says nothing of a sound one", () => {
    expect(reviewText(sound).remarks).toEqual([]);
  });

  test("tells a fault with its line, its place and the line as written", () => {
    const { remarks } = reviewText(sound.replace("は、公契約に関する", "は，公契約に関する"));
    const comma = remarkOn(remarks, "comma-");
    expect(comma).toMatchObject({ severity: "誤り", line: 7, label: "第2条第1項" });
    expect(comma?.excerpt.slice(comma.place?.start, comma.place?.end)).toBe("，");
  });

  test("tells a problem of reading and still checks the rest", () => {
    const { remarks, provisions } = reviewText(sound.replace("(2)　労", "(9)　労"));
    expect(remarks.some(({ line, severity }) => line === 10 && severity === "誤り")).toBe(true);
    expect(provisions.map(({ label }) => label)).toContain("第3条");
  });

  test("never throws and keeps lines in order, whatever the text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom("第1条　", "\n", "（見出し）\n", "前条,", "2　", "(1)　", "附　則\n", "ア　"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { remarks } = reviewText(pieces.join(""), parseOrdinance(sound).ordinance);
        const lines = remarks.map(({ line }) => line);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
        expect(new Set(remarks.map(({ key }) => key)).size).toBe(remarks.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a correction", () => {
  test("writes the comma, the full stop of an item and the brackets of a caption", () => {
    expect(mended(sound.replace("は、公契約に関する", "は，公契約に関する"), "comma")).toBe(sound);
    expect(mended(sound.replace("確保すること。", "確保すること"), "item-ending")).toBe(sound);
    expect(mended(sound.replace("（報告）", "(報告)"), "caption-brackets")).toBe(sound);
  });

  test("finds its place behind the indent and the number of a line", () => {
    const indented = sound
      .replace("(1)　公正", "　　(1)　 公正")
      .replace("ること。\n(2)", "ること\n(2)");
    expect(mended(indented, "item-ending")).toBe(sound.replace("(1)　公正", "　　(1)　 公正"));
  });

  test("writes the number of a reference that renumbering left behind", () => {
    const before = sound.replace("前条第1項の", "第2条第1項の");
    const inserted = before
      .replace(
        "（市の責務）\n第2条",
        "（定義）\n第2条　この条例において「市」とは、当市をいう。\n\n（市の責務）\n第3条",
      )
      .replace("（報告）\n第3条", "（報告）\n第4条");
    expect(mended(inserted, "shifted-reference", before)).toContain("市長は、第3条第1項の施策を");
  });

  test("is not made for a remark that the text does not have any more", () => {
    expect(correctionNamed(sound, "comma-art-2/p1-2")).toBeUndefined();
  });
});

test("pasted text loses no-break spaces, marks nobody sees and the line ends of other systems", () => {
  expect(plainText("第1条\u00a0市は、\u200b\r\n2\u00a0市\r(1)\u000bア\ufeff")).toBe(
    "第1条 市は、\n2 市\n(1)\nア",
  );
});
