import { describe, expect, test } from "vitest";
import { minutesTemplate, parseMinutes, utterancesOf } from "#app/domain/minutes/index.ts";
import { sampleLine, sampleMinutes, sampleWith } from "./sample.ts";

describe("minutes as a clerk writes them", () => {
  const { minutes, problems } = parseMinutes(sampleMinutes);

  test("are read without a problem", () => {
    expect(problems).toEqual([]);
    expect(minutes).toMatchObject({
      title: "第3回公共調達のあり方審議会",
      number: 3,
      date: "2026-07-22",
      startsAt: "14:00",
      endsAt: "16:05",
      place: "市役所本庁舎 会議室",
      openness: "一部非公開",
      closedReason: "個別の事業者の取引に関する情報を含むため",
      observers: 3,
      form: "要点筆記",
      isSample: true,
      agenda: ["事業者アンケート調査の実施について", "条例のたたき台について"],
      present: ["会長", "委員A", "委員B", "鑑定の担当者"],
      absent: ["委員F"],
      staff: ["総務部（所属名のみ）"],
      papers: [
        { number: "資料1", title: "調査票（案）" },
        { number: "参考資料2", title: "先進地比較" },
      ],
    });
  });

  test("keep paragraphs, emphasis and places of what was said", () => {
    const said = minutes ? utterancesOf(minutes) : [];
    expect(said.map(({ utterance, closed }) => [utterance.speaker, closed])).toEqual([
      ["会長", false],
      ["事務局", false],
      ["委員A", false],
      ["委員B", true],
      ["事務局", true],
      ["会長", false],
      ["鑑定の担当者", false],
    ]);
    expect(said[0]?.utterance.paragraphs).toEqual([
      "ただいまから第3回の会議を開きます。\n本日は委員5名の出席で、定足数に達しています。",
    ]);
    expect(said[1]?.utterance.paragraphs).toEqual([
      "資料の確認をお願いします。",
      "お手元に資料1があります。",
    ]);
    expect(said[2]?.utterance.paragraphs[0]).toContain("**労働報酬下限額**");
    expect(said[6]?.heading).toBe("質疑");
    for (const { utterance } of said) {
      expect(utterance.line).toBe(
        sampleLine(`**${utterance.speaker}**　${utterance.paragraphs[0]}`),
      );
    }
  });

  test("have sections with open and closed blocks in order", () => {
    expect(minutes?.sections.map(({ heading, level }) => [heading, level])).toEqual([
      ["1 開会", 3],
      ["2 議事（1）調査の実施", 3],
      ["質疑", 4],
    ]);
    expect(minutes?.sections[1]?.blocks.map(({ kind }) => kind)).toEqual([
      "open",
      "closed",
      "open",
    ]);
  });

  test("survive JSON, Windows line ends and a byte order mark", () => {
    expect(JSON.parse(JSON.stringify(minutes))).toEqual(minutes);
    expect(parseMinutes(`\u{FEFF}${sampleMinutes.replaceAll("\n", "\r\n")}`).minutes).toEqual(
      minutes,
    );
  });

  test.each([
    "令和8年7月22日（水）午後2時から午後4時5分まで",
    "R8.7.22 14:00～16:05",
    "2026/7/22 14時～16時5分",
    "令和８年７月２２日　１４：００－１６：０５",
  ])("the time may be written 「%s」", (written) => {
    const read = parseMinutes(sampleWith("2026-07-22 14:00-16:05", written));
    expect(read.problems).toEqual([]);
    expect(read.minutes).toMatchObject({ date: "2026-07-22", startsAt: "14:00", endsAt: "16:05" });
  });

  test("speakers may stand on lines of their own, without blank lines, or without a space", () => {
    const source = sampleWith(
      "**事務局**　資料の確認をお願いします。\n",
      "**会長**資料はありますか。\n**オブザーバー**\nあります。\n**大切なこと**は確認です。\n",
    );
    const said = utterancesOf(parseMinutes(source).minutes ?? never()).slice(0, 3);
    expect(said.map(({ utterance }) => [utterance.speaker, utterance.paragraphs[0]])).toEqual([
      ["会長", expect.stringContaining("定足数に達しています。")],
      ["会長", "資料はありますか。"],
      ["オブザーバー", "あります。\n**大切なこと**は確認です。"],
    ]);
  });
});

describe("what is wrong is told with its line", () => {
  const cases: [string, string, string, string, string][] = [
    ["an unknown key", "傍聴者: 3", "傍聴人: 3", "傍聴人: 3", "「傍聴人」という項目はありません"],
    ["a key twice", "傍聴者: 3", "場所: 三階", "場所: 三階", "「場所」が2回"],
    ["no value of 日時", "日時: 2026-07-22 14:00-16:05", "日時:", "日時:", "「日時」を書いて"],
    ["a day not in the calendar", "2026-07-22", "2026-07-32", "日時", "暦にない日付"],
    ["a wrong day of the week", "2026-07-22", "令和8年7月22日（木）", "日時", "水曜日です"],
    ["no end", "14:00-16:05", "14:00", "日時", "日付、開始、終了"],
    ["an end before the start", "14:00-16:05", "午後2時から4時まで", "日時", "開始より後"],
    ["an hour no clock has", "14:00-16:05", "14:00-26:05", "日時", "時刻は"],
    ["no 第n回", "第3回公共", "公共", "会議:", "「第3回」のように"],
    [
      "an openness not known",
      "公開: 一部非公開",
      "公開: 半分",
      "公開: 半分",
      "公開、一部非公開、非公開",
    ],
    ["observers not a number", "傍聴者: 3", "傍聴者: 数名", "傍聴者", "人数を数字で"],
    ["a form not known", "要点筆記", "要約", "記録の形式", "全文、要点筆記"],
    ["text before the parts", "## 議題", "前文\n## 議題", "前文", "最初の見出し"],
    ["an unknown part", "## 欠席", "## 欠席者", "## 欠席者", "「欠席者」という見出し"],
    ["a part twice", "## 欠席", "## 出席", "## 出席\n- 委員F", "「## 出席」が2回"],
    ["a list without marks", "- 委員F", "委員F", "委員F", "1行に1つ「- 」"],
    ["a paper without a number", "- 資料1 調査票", "- 調査票", "- 調査票", "番号、空白、名称"],
    ["a paper's number twice", "参考資料２", "資料１", "- 資料１", "資料1が2つ"],
    ["no speaker", "**会長**　ただいま", "ただいま", "ただいま", "だれの発言か"],
    [
      "a speaker not in bold",
      "**事務局**　資料の",
      "事務局　資料の",
      "事務局　資料の",
      "** で囲んで",
    ],
    [
      "full-width stars",
      "**事務局**　資料の",
      "＊＊事務局＊＊　資料の",
      "＊＊事務局",
      "** で囲んで",
    ],
    [
      "an empty utterance",
      "**会長**　では、次に進みます。",
      "**会長**",
      "**会長**\n#### ",
      "発言が空",
    ],
    ["no space after ###", "### 1 開会", "###1 開会", "###1 開会", "空白を1つ"],
    ["a heading too deep", "#### 質疑", "##### 質疑", "##### 質疑", "「###」か「####」"],
    ["a record without a heading", "### 1 開会\n", "", "**会長**　ただいま", "### 1 開会"],
    [
      "closed without a reason",
      ":::非公開 個別の事業者の取引に関する情報を含むため",
      ":::非公開",
      ":::非公開\n",
      "理由を書いて",
    ],
    ["closed never ended", "調べます。\n:::\n", "調べます。\n", ":::非公開", "閉じていません"],
    [
      "an end without a beginning",
      ":::非公開 個別の事業者の取引に関する情報を含むため\n",
      "",
      ":::\n",
      "対応する「:::非公開」",
    ],
    ["two colons only", ":::非公開 個別", "::非公開 個別", "::非公開 個別", "コロン3つ"],
    ["another fence", ":::非公開 個別", ":::秘密 個別", ":::秘密", "「:::秘密」という囲み"],
    [
      "a heading within",
      "**事務局**　個別の事案",
      "### 3 次\n**事務局**　個別の事案",
      "### 3 次",
      "見出しは置けません",
    ],
    [
      "closed within closed",
      "**事務局**　個別の事案",
      ":::非公開 別の理由\n**事務局**　個別の事案",
      ":::非公開 別",
      "中に囲み",
    ],
    [
      "a script",
      "では、次に",
      "では、<script>alert(1)</script>次に",
      "**会長**　では",
      "<script> は使えません",
    ],
    ["a handler", "積算の", "<b onclick=alert(1)>積算</b>の", "**鑑定", "onclick="],
    ["a link that acts", "積算の", "[積算](javascript:alert(1))の", "**鑑定", "リンク先"],
    ["a comment not closed", "## 欠席", "<!-- ## 欠席", "<!-- ## 欠席", "閉じていません"],
    ["a control character", "では、次に", "では、\u0000次に", "**会長**　では", "制御文字"],
    [
      "公開 with a closed part",
      "公開: 一部非公開",
      "公開: 公開",
      ":::非公開",
      "「公開: 一部非公開」",
    ],
  ];

  test.each(cases)("%s", (_name, text, replacement, at, message) => {
    const source = sampleWith(text, replacement);
    const { minutes, problems } = parseMinutes(source);
    expect(minutes).toBeUndefined();
    const line = source.slice(0, source.indexOf(at)).split("\n").length;
    expect(problems).toContainEqual(
      expect.objectContaining({ line, message: expect.stringContaining(message) }),
    );
  });

  test("a reason is needed where not all was open", () => {
    const reason = "非公開の理由: 個別の事業者の取引に関する情報を含むため\n";
    expect(parseMinutes(sampleWith(reason, "")).problems).toEqual([
      expect.objectContaining({ field: "非公開の理由" }),
    ]);
  });

  test("一部非公開 without a closed part is not published by mistake", () => {
    const source = sampleMinutes.replace(/^:::.*\n/gmu, "");
    expect(parseMinutes(source).problems).toEqual([
      expect.objectContaining({ line: 5, message: expect.stringContaining("囲みがありません") }),
    ]);
  });

  test.each(["議題", "出席", "記録"])("no 「## %s」", (heading) => {
    const source = sampleMinutes.replace(new RegExp(`## ${heading}\n[^]*?(?=\n## |$)`, "u"), "");
    expect(parseMinutes(source).problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(`「## ${heading}」がありません`),
    );
  });

  test("a text of another kind gets one problem, not twenty", () => {
    expect(parseMinutes("本日の会議のメモ")).toEqual({
      problems: [{ line: 1, message: expect.stringContaining("1行目に「---」") }],
    });
    expect(parseMinutes("").problems).toHaveLength(1);
  });

  test("front matter without an end", () => {
    expect(parseMinutes("---\n会議: 第1回\n").problems[0]?.message).toContain("終わりの「---」");
  });

  test("more than 1 MB", () => {
    const { problems } = parseMinutes(`${sampleMinutes}${"長い発言が続きます。\n".repeat(40_000)}`);
    expect(problems).toEqual([{ message: expect.stringContaining("1 MB") }]);
  });

  test("several faults come in the order of their lines", () => {
    const source = sampleWith("傍聴者: 3", "傍聴者: 数名").replace(
      "**会長**　では、",
      "<svg>では、",
    );
    const lines = parseMinutes(source).problems.map(({ line }) => line ?? 0);
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });

  test("as large as may be it is read within seconds", () => {
    const more = "**委員A**　下請への支払いについて、もう少し詳しく伺います。\n\n".repeat(10_000);
    const started = performance.now();
    expect(parseMinutes(`${sampleMinutes}\n${more}`).problems).toEqual([]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe("a meeting closed as a whole", () => {
  test("needs no number of observers and no closed parts", () => {
    const source = sampleMinutes
      .replace("公開: 一部非公開", "公開: 非公開")
      .replace("傍聴者: 3\n", "")
      .replace(/^:::.*\n/gmu, "");
    const { minutes, problems } = parseMinutes(source);
    expect(problems).toEqual([]);
    expect(minutes?.observers).toBe(0);
    expect(utterancesOf(minutes ?? never()).every(({ closed }) => closed)).toBe(true);
  });
});

describe("the blank form", () => {
  test("asks for what is blank and nothing else", () => {
    expect(
      parseMinutes(minutesTemplate()).problems.map(({ field, line }) => [field, line]),
    ).toEqual([
      ["会議", 2],
      ["日時", 3],
      ["場所", 4],
      [undefined, expect.any(Number)],
    ]);
  });

  test("is read once it is filled in", () => {
    const form = minutesTemplate({
      title: "第8回公共調達のあり方審議会",
      date: "2026-12-02",
      place: "市役所本庁舎 会議室",
      agenda: ["開会", "骨子案について"],
      papers: [{ number: "資料1", title: "骨子案" }],
    })
      .replace("日時: 2026-12-02 ", "日時: 2026-12-02 10:00-11:30")
      .replace("### 2 骨子案について\n", "### 2 骨子案について\n**会長**　骨子案に移ります。\n");
    const { minutes, problems } = parseMinutes(form);
    expect(problems).toEqual([]);
    expect(minutes).toMatchObject({ number: 8, agenda: ["開会", "骨子案について"], absent: [] });
    expect(minutes?.papers).toEqual([{ number: "資料1", title: "骨子案" }]);
    expect(JSON.stringify(minutes)).not.toContain("このような囲み");
  });
});

function never(): never {
  throw new Error("the minutes were not read");
}
