import { describe, expect, test } from "vitest";
import { comparedTexts, marked, samplePaper } from "#tests/support/sample-comparison.ts";

const rowsOf = (before: string, after: string, only: "" | "changed" | "all" = "") =>
  samplePaper({ only }, comparedTexts(before, after)).rows.map(
    ({ left, right, change }) => `${marked(left)}｜${marked(right)}｜${change}`,
  );

describe("a 新旧対照表 as it is set on paper", () => {
  test("names the drafts over its columns, the new one on the side wanted", () => {
    expect(samplePaper().heads).toEqual(["修正前案（第1次案）", "修正後案（第2次案）"]);
    const left = samplePaper({ newSide: "left" });
    expect(left.heads).toEqual(["修正後案（第2次案）", "修正前案（第1次案）"]);
    expect(left.title).toBe("伊賀市公契約条例（案）新旧対照表");
    expect(left.rows.map(({ left }) => left)).toEqual(samplePaper().rows.map(({ right }) => right));
  });

  test("underlines whole words and numbers and leaves the rest out", () => {
    expect(
      rowsOf(
        "第1条　市は、公契約を公表する。\n第2条　市は、30日以内に通知する。\n2　市は、調査する。",
        "第1条　市は、公契約を公表する。\n第2条　受注者は、法令を守る。\n第3条　市は、60日以内に通知する。\n2　市は、調査する。",
      ),
    ).toEqual([
      "第1条　（略）｜第1条　（略）｜",
      "（新設）｜［第2条　受注者は、法令を守る。］｜新設",
      "［第2条］　市は、［30日］以内に通知する。｜［第3条］　市は、［60日］以内に通知する。｜文言の変更",
      "2　（略）｜2　（略）｜",
    ]);
  });

  test("says once for a whole new article that it is new", () => {
    const article =
      "第2条　受注者は、次の事項を守る。\n(1)　安全に関すること。\n2　市は、助言する。";
    const rows = rowsOf("第1条　市は、公表する。", `第1条　市は、公表する。\n${article}`);
    expect(rows.slice(1).map((row) => row.split("｜")[0])).toEqual(["（新設）", "", ""]);
    const gone = rowsOf(`第1条　市は、公表する。\n${article}`, "第1条　市は、公表する。");
    expect(gone.slice(1).map((row) => row.split("｜")[1])).toEqual(["（削る）", "", ""]);
  });

  test("of changed articles alone, keeps what did not change in them as 「（略）」", () => {
    const text = "第1条　市は、公表する。\n第2条　市は、30日以内に通知する。\n2　市は、調査する。";
    expect(rowsOf(text, text.replace("30日", "60日"), "changed")).toEqual([
      "第2条　市は、［30日］以内に通知する。｜第2条　市は、［60日］以内に通知する。｜文言の変更",
      "2　（略）｜2　（略）｜",
    ]);
  });

  test("sets captions above articles and behind 別表, 号 one character in", () => {
    const { rows } = samplePaper({ only: "all" });
    const line = (start: string) =>
      rows.flatMap(({ right }) => right).find((each) => marked([each]).startsWith(start));
    expect(line("（目的）")?.indent).toBe(1);
    expect(line("別表第1（第6条関係）")).toMatchObject({ indent: 0, hanging: 1 });
    expect(line("(1)　公契約　")).toMatchObject({ indent: 1, hanging: 1 });
    expect(line("私たちのまち伊賀市では")).toMatchObject({ indent: 1, hanging: -1 });
  });
});
