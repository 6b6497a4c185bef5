import { describe, expect, it } from "vitest";
import { checkDefinition } from "#app/domain/survey/index.ts";
import { everyType } from "./every-type.ts";
import { questionnaireOf, sampleFile } from "./sample.ts";

/** A definition of one page from questions. */
const page = (...elements: unknown[]) => ({ pages: [{ name: "p1", elements }] });

function problemsOf(definition: unknown) {
  const checked = checkDefinition(definition);
  return checked.ok ? [] : checked.problems;
}

function messagesOf(definition: unknown): string[] {
  return problemsOf(definition).map(({ message }) => message);
}

const radio = { type: "radiogroup", name: "q1", choices: ["a", "b"] };

describe("reading a definition", () => {
  it("gives a closed structure with defaults and leaves the definition untouched", () => {
    const definition = page(
      {
        ...radio,
        title: { default: "wages", ja: "賃金" },
        articles: ["第8条", "第9条の2"],
        showOtherItem: true,
      },
      { type: "text", name: "q2", inputType: "number", min: 0, max: "10" },
      { type: "html", name: "h", html: "<b>次へ</b>" },
      { type: "comment", name: "q3", visibleIf: "{q1} = 'a'", isRequired: true },
    );
    const questionnaire = questionnaireOf(definition);
    expect(questionnaire.definition).toBe(definition);
    const [q1, q2, html, q3] = questionnaire.pages[0]?.questions ?? [];
    expect(q1).toMatchObject({
      type: "radiogroup",
      number: 1,
      title: "賃金",
      articles: ["第8条", "第9条の2"],
      choices: [{ value: "a" }, { value: "b" }, { value: "other", text: "その他", kind: "other" }],
    });
    expect(q2).toMatchObject({ type: "number", number: 2, min: 0, max: 10, step: null });
    expect(html).toMatchObject({ type: "html", number: 0 });
    expect(q3).toMatchObject({
      number: 3,
      maxLength: 4000,
      visibleIf: ["{q1} = 'a'"],
      required: true,
    });
  });

  it("adds the conditions of page and panels to those of the question", () => {
    const questionnaire = questionnaireOf({
      pages: [
        { elements: [radio] },
        {
          visibleIf: "{q1} = 'a'",
          elements: [
            {
              type: "panel",
              name: "box",
              enableIf: "{q1} notempty",
              elements: [{ type: "text", name: "q2", visibleIf: "{q1} = 'b'" }],
            },
          ],
        },
      ],
    });
    expect(questionnaire.pages[1]?.questions[0]).toMatchObject({
      visibleIf: ["{q1} = 'a'", "{q1} = 'b'"],
      enableIf: ["{q1} notempty"],
    });
  });

  it("accepts every supported type and the sample questionnaires", () => {
    expect(messagesOf(everyType)).toEqual([]);
    expect(messagesOf(sampleFile("questionnaire.json").toString("utf8"))).toEqual([]);
    expect(messagesOf(sampleFile("follow-up.json").toString("utf8"))).toEqual([]);
  });
});

describe("faults of the JSON", () => {
  it("are told with line and column", () => {
    expect(problemsOf('{\n  "pages": [,]\n}')).toMatchObject([{ line: 2, column: 13 }]);
    expect(problemsOf('{\n  "title": "調査"\n  "pages": []\n}')).toMatchObject([
      { line: 3, column: 3 },
    ]);
    expect(problemsOf('{"pages": [{"elements": [')).toMatchObject([{ line: 1, column: 26 }]);
    expect(messagesOf("{ pages: [] }")[0]).toContain("1行目の3文字目");
    expect(messagesOf('{"pages":[{"elements":[')[0]).toContain("閉じるかっこや引用符");
  });

  it("cover keys given twice, which JSON.parse would drop", () => {
    expect(problemsOf('{"title":"一",\n"title":"二"}')).toMatchObject([
      {
        line: 2,
        column: 1,
        message: "「title」が同じかっこの中に2回あります。どちらか1つにしてください。",
      },
    ]);
  });

  it("cover an empty file, other values, too much and too deep", () => {
    expect(messagesOf("  ")[0]).toContain("調査票が空です");
    expect(messagesOf("[]")[0]).toContain('{ "pages"');
    expect(messagesOf("null")[0]).toContain('{ "pages"');
    expect(messagesOf(undefined)[0]).toContain("読めません");
    expect(messagesOf(`{"title":"${"あ".repeat(600_000)}"}`)[0]).toContain("大きすぎます");
    expect(messagesOf("[".repeat(100_000))[0]).toContain("深すぎます");
    expect(messagesOf('{"title":"\\u0000"}')[0]).toContain("保存できない文字");
    expect(messagesOf('{"pages":[]}')[0]).toContain("問がありません");
  });

  it("stand at the question's line", () => {
    const text = JSON.stringify(page(radio, { type: "file", name: "q2" }), null, 1);
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ field: "q2" });
    expect(text.split("\n")[(problem?.line ?? 0) - 1]).toContain("{");
    expect(text.split("\n").slice(0, problem?.line).join("")).not.toContain('"q2"');
  });
});

describe("faults of questions", () => {
  it("name unknown types and list those that can be used", () => {
    const messages = messagesOf(page({ type: "signaturepad", name: "q1" }, { name: "q2" }));
    expect(messages[0]).toContain(
      "問「q1」：問の種類「signaturepad」は使えません。使える種類は text、",
    );
    expect(messages[1]).toContain("種類「」は使えません");
  });

  it("cover missing, unusable and repeated names", () => {
    expect(messagesOf(page({ type: "text" }))[0]).toContain("「name」がありません");
    for (const name of ["q.1", "q[0]", "__proto__", "q1-Comment", "panel", "a b", "x".repeat(65)]) {
      expect(messagesOf(page({ type: "text", name }))[0]).toContain("使えません");
    }
    expect(problemsOf(page(radio, { type: "text", name: "Q1" }))).toMatchObject([
      {
        field: "Q1",
        message: "問「Q1」：同じ名前の問が2つあります。どちらかの「name」を変えてください。",
      },
    ]);
  });

  it("cover missing and repeated choices, rows and columns", () => {
    expect(messagesOf(page({ type: "dropdown", name: "q1" }))[0]).toContain("選択肢がありません");
    expect(messagesOf(page({ type: "matrix", name: "q1", columns: ["c"] }))[0]).toContain(
      "行がありません",
    );
    expect(messagesOf(page({ ...radio, choices: ["a", "A "] }))[0]).toContain("2回あります");
    expect(messagesOf(page({ ...radio, choices: ["other"], showOtherItem: true }))[0]).toContain(
      "2回",
    );
    expect(messagesOf(page({ ...radio, choices: [{ text: "値なし" }] }))[0]).toContain(
      "1番目に「value」がありません",
    );
  });

  it("cover limits that contradict each other", () => {
    expect(
      messagesOf(page({ type: "text", name: "q", inputType: "number", min: 5, max: 1 }))[0],
    ).toContain("「min」が「max」より");
    expect(
      messagesOf(page({ type: "text", name: "q", inputType: "date", min: "2026-02-31" }))[0],
    ).toContain("実際にある日付");
    expect(messagesOf(page({ type: "rating", name: "q", rateMax: 100 }))[0]).toContain(
      "段階は2から20まで",
    );
    expect(messagesOf(page({ type: "comment", name: "q", maxLength: 1_000_000 }))[0]).toContain(
      "20,000まで",
    );
    expect(messagesOf(page({ type: "text", name: "q", inputType: "password" }))[0]).toContain(
      "「password」は使えません",
    );
  });

  it("cover slips of the pen and properties the checker does not follow", () => {
    expect(messagesOf(page({ ...radio, isRequird: true }))[0]).toContain(
      "「isRequired」ではありませんか",
    );
    expect(messagesOf(page({ ...radio, visibleif: "{q1} = 'a'" }))[0]).toContain(
      "「visibleIf」ではありませんか",
    );
    expect(messagesOf(page({ ...radio, artcles: ["第1条"] }))[0]).toContain(
      "「articles」ではありませんか",
    );
    expect(messagesOf(page({ ...radio, articles: ["8条"] }))[0]).toContain('["第8条"');
    expect(
      messagesOf(page({ ...radio, choicesByUrl: { url: "https://example.jp" } }))[0],
    ).toContain("choicesByUrl");
    expect(messagesOf({ ...page(radio), clearInvisibleValues: "none" })[0]).toContain(
      "clearInvisibleValues",
    );
    expect(messagesOf({ ...page(radio), triggers: [{ type: "complete" }] })[0]).toContain(
      "triggers",
    );
    expect(messagesOf(page({ ...radio, myOwnNote: "覚え書き" }))).toEqual([]);
  });

  it("are reported all together", () => {
    const fields = problemsOf(
      page(
        radio,
        { type: "file", name: "q2" },
        { type: "dropdown", name: "q3" },
        { type: "text", name: "q4", visibleIf: "{q9} = 1" },
      ),
    ).map(({ field }) => field);
    expect(fields).toEqual(["q2", "q3", "q4"]);
  });
});

describe("a comment area", () => {
  it("stands beside a question and not beside a panel that is repeated", () => {
    const panel = {
      type: "paneldynamic",
      name: "sites",
      templateElements: [{ ...radio, showCommentArea: true }],
    };
    expect(messagesOf(page(panel))).toEqual([]);
    expect(messagesOf(page({ ...panel, showCommentArea: false }))).toEqual([]);
    for (const name of ["showCommentArea", "hasComment"]) {
      const [message, ...others] = messagesOf(page({ ...panel, [name]: true }));
      expect(message).toContain("繰り返しのパネルに「showCommentArea」は使えません");
      expect(others).toEqual([]);
    }
  });
});

describe("expressions", () => {
  const faultOf = (visibleIf: string) =>
    messagesOf(
      page(
        radio,
        { type: "text", name: "n", inputType: "number" },
        { type: "text", name: "q2", visibleIf },
      ),
    )[0];

  it("must parse", () => {
    expect(faultOf("{q1} = 'a' and")).toContain("読めません");
    expect(faultOf("{q1 = 'a'")).toContain("読めません");
    expect(faultOf("{q1} = 'a' or ({n} > 3 and {q1} notempty)")).toBeUndefined();
    expect(faultOf("iif({n} > 3, 'x', 'y') = 'x' and {q1} anyof ['a', 'b']")).toBeUndefined();
  });

  it("must refer to questions and functions that exist", () => {
    expect(faultOf("{q7} = 1")).toContain("「q7」という問がありません");
    expect(faultOf("{panel.x} = 1")).toContain("繰り返しのパネルの中だけ");
    expect(faultOf("foo({q1}) = 1")).toContain("「foo」という関数は使えません");
    expect(faultOf("propertyValue('q1', 'isVisible') = 1")).toContain("propertyValue");
    expect(faultOf("{q1-Comment} notempty")).toBeUndefined();
  });

  it("must compare with choices that are offered", () => {
    expect(faultOf("{q1} = 'c'")).toContain("「c」は、その問の選択肢にありません");
    expect(faultOf("{q1} anyof ['a', 'z']")).toContain("「z」は");
    expect(faultOf("{n} = 77")).toBeUndefined();
  });

  it("of a dynamic panel may use the panel's own questions only", () => {
    const panel = (visibleIf: string) =>
      messagesOf(
        page({
          type: "paneldynamic",
          name: "subs",
          templateElements: [
            { type: "boolean", name: "x" },
            { type: "text", name: "y", visibleIf },
          ],
        }),
      )[0];
    expect(panel("{panel.x} = true")).toBeUndefined();
    expect(panel("{panel.z} = true")).toContain("「z」という問が、このパネルにありません");
    expect(panel("{x} = true")).toContain("「x」という問がありません");
  });
});

describe("conditions that lead round", () => {
  const text = (name: string, visibleIf: string) => ({ type: "text", name, visibleIf });

  it("are refused with the way they go", () => {
    const problems = problemsOf(
      page(
        text("a", "{c} notempty"),
        text("b", "{a} = 'x'"),
        text("c", "{b} = 'y' or {q1} = 'a'"),
        radio,
      ),
    );
    expect(problems).toMatchObject([
      { field: "a", message: expect.stringContaining("a → c → b → a と一周しています") },
    ]);
    expect(messagesOf(page(text("a", "{a} empty")))[0]).toContain("a → a");
    expect(messagesOf({ pages: [{ visibleIf: "{q1} = 'a'", elements: [radio] }] })[0]).toContain(
      "q1 → q1",
    );
  });

  it("are looked for inside a panel too, and a chain is none", () => {
    const panel = (...templateElements: unknown[]) =>
      messagesOf(page({ type: "paneldynamic", name: "subs", templateElements }));
    expect(panel(text("x", "{panel.y} = 1"), text("y", "{panel.x} = 1"))[0]).toContain("一周");
    expect(panel(text("x", ""), text("y", "{panel.x} = 1"), text("z", "{panel.y} = 1"))).toEqual(
      [],
    );
  });
});

describe("names in braces in a text", () => {
  const titled = (title: unknown) => messagesOf(page(radio, { type: "text", name: "q2", title }));

  it("must be those of questions, in every language", () => {
    expect(titled("{q1}の理由")).toEqual([]);
    expect(titled("{Q1}、{q1-Comment}")).toEqual([]);
    expect(titled("{q9}の理由")[0]).toContain("「{q9}」という名前の問がありません");
    expect(titled({ default: "理由", en: "Why {q8}?" })[0]).toContain("「{q8}」");
    expect(titled("{panel.x}件目")[0]).toContain("「{panel.x}」");
    expect(titled("｛q9｝")).toEqual([]);
  });

  it("may be those of the panel inside it", () => {
    const inside = (title: string) =>
      messagesOf(
        page({
          type: "paneldynamic",
          name: "subs",
          templateElements: [
            { type: "text", name: "trade" },
            { type: "text", name: "count", title },
          ],
        }),
      );
    expect(inside("{panel.trade}の人数（{panelIndex}件目）")).toEqual([]);
    expect(inside("{panel.price}の人数")[0]).toContain("「{panel.price}」");
  });
});

describe("regular expressions", () => {
  const faultOf = (regex: string) =>
    messagesOf(page({ type: "text", name: "q1", validators: [{ type: "regex", regex }] }))[0];

  it("are refused when they can run for seconds", () => {
    for (const regex of ["^(a+)+$", "^(a|a)*$", "^(\\w+\\s?)*$", "^\\d+\\d+\\d+$", "(x+x+)+y"]) {
      expect(faultOf(regex), regex).toContain("非常に長い時間がかかるため使えません");
    }
  });

  it("are accepted in the forms that questionnaires need", () => {
    for (const regex of ["^\\d{3}-?\\d{4}$", "^[ァ-ヶー]+$", "^0\\d{1,4}-\\d{1,4}-\\d{4}$"]) {
      expect(faultOf(regex), regex).toBeUndefined();
    }
    expect(faultOf("([")).toContain("正規表現として読めません");
  });

  it("and other validators stand only where they judge the value", () => {
    const numeric = { type: "numeric", minValue: 1 };
    expect(messagesOf(page({ type: "text", name: "q1", validators: [numeric] }))[0]).toContain(
      "使えません",
    );
    expect(
      messagesOf(page({ type: "text", inputType: "number", name: "q1", validators: [numeric] })),
    ).toEqual([]);
    expect(
      messagesOf(page({ type: "text", name: "q1", validators: [{ type: "mine" }] }))[0],
    ).toContain("「mine」は使えません");
  });
});
