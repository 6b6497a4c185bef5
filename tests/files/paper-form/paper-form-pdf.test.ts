import { describe, expect, it } from "vitest";
import { type PaperFormSurvey, paperFormGaps, paperFormPdf } from "#app/files/paper-form-pdf.ts";
import { everyType } from "#tests/domain/survey/every-type.ts";
import { questionnaireOf } from "#tests/domain/survey/sample.ts";
import { fortyQuestions } from "#tests/support/forty-questions.ts";
import { pagePictures } from "#tests/support/pdf-picture.ts";
import { readPdf, squeezed } from "#tests/support/pdf-text.ts";

function survey(definition: unknown, changes: Partial<PaperFormSurvey> = {}): PaperFormSurvey {
  return {
    title: "働き方のアンケート",
    mode: "anonymous",
    threshold: 3,
    closesOn: "2026-12-18",
    contact: "総務部\n電話 0595-00-0000",
    isSample: true,
    questionnaire: questionnaireOf(definition),
    ...changes,
  };
}

const read = (of: PaperFormSurvey, locale = "ja") =>
  readPdf(paperFormPdf(of, locale, "2026-11-22"));

describe("the paper questionnaire", () => {
  it("tells what it is, by when, whom to ask, how it is treated, and where the code goes", async () => {
    const pdf = await read(survey(everyType));
    expect(pdf.title).toBe("調査票　働き方のアンケート");
    expect({ language: pdf.language, tagged: pdf.tagged }).toEqual({
      language: "ja",
      tagged: true,
    });
    for (const words of [
      "働き方のアンケート",
      "サンプル",
      "締切令和8年12月18日（金曜日）",
      "電話 0595-00-0000",
      "回答コード",
      "依頼状にある16文字のコード",
      "回答の取扱い（匿名）",
      "この調査は匿名です。",
      "紙とウェブの両方で回答が届いたときは",
    ]) {
      expect(pdf.pages[0]).toContain(squeezed(words));
    }
    const last = pdf.pages.length;
    expect(pdf.pages.map((page, index) => page.includes(`${index + 1}/${last}`))).toEqual(
      pdf.pages.map(() => true),
    );
    expect(pdf.pages.slice(1).every((page) => page.includes("【サンプル】"))).toBe(true);
  });

  it("asks every question of every type, and says how and of whom", async () => {
    const { text } = await read(survey(everyType));
    for (let number = 1; number <= 20; number += 1) expect(text).toContain(`問${number}`);
    for (const words of [
      "ご協力ください。",
      "問1　屋号必須",
      "（0から5,000までの数）",
      "引き上げた引き上げていないその他",
      "（問6で「引き上げた」を選んだときだけ、答えてください）",
      "（問3の答えが100より大きいときは、必ず答えてください）",
      "3つまで✓を付けてください。",
      "すべての項目に、1から3までの順位を1回ずつ書いてください。",
      "選ぶ項目だけに、1から順に順位を書いてください（2つまで）。",
      "行ごとに1つに✓を付けてください。同じ列は1回だけ選べます。",
      "出した出していない",
      "最も低い時給必須",
      "補足があれば書いてください",
    ]) {
      expect(text).toContain(squeezed(words));
    }
  });

  it("says once what a whole page hangs on", async () => {
    const { text } = await read(survey(everyType));
    const words = squeezed("（問3の答えが1以上であるときだけ、答えてください）");
    expect(text.split(words)).toHaveLength(2);
  });

  it("prints a dynamic panel as blank blocks, with its own conditions in words", async () => {
    const { text } = await read(survey(everyType));
    for (const block of ["1件目", "2件目", "3件目"]) expect(text).toContain(block);
    expect(text).not.toContain("4件目");
    expect(text.split("（「insured」で「はい」と答えたときだけ、答えてください）")).toHaveLength(4);
    const many = {
      pages: [
        {
          elements: [
            {
              type: "paneldynamic",
              name: "subs",
              title: "下請",
              maxPanelCount: 30,
              templateElements: [{ type: "text", name: "trade", title: "職種" }],
            },
          ],
        },
      ],
    };
    const long = await read(survey(many));
    expect(long.text).toContain("3件目");
    expect(long.text).toContain("4件目からは、同じことを別の紙に書いて添えてください（30件まで）");
  });

  it("keeps a question on one page, also when there are forty", async () => {
    const { pages } = await read(survey(fortyQuestions));
    expect(pages.length).toBeGreaterThan(5);
    const choices = Array.from({ length: 20 }, (_, index) => `選択肢${index + 1}`);
    const whole = pages.filter((page) => choices.every((choice) => page.includes(choice)));
    expect(whole.some((page) => page.includes("問8"))).toBe(true);
    const all = Array.from({ length: 40 }, (_, index) => `問${index + 1}問${index + 1}`);
    expect(all.filter((asked) => pages.filter((page) => page.includes(asked)).length < 1)).toEqual(
      [],
    );
  });

  it("lets a question that is longer than a page run on, and loses nothing of it", async () => {
    const rows = Array.from({ length: 90 }, (_, index) => `項目${index + 1}番`);
    const definition = {
      pages: [{ elements: [{ type: "matrix", name: "m", rows, columns: ["はい", "いいえ"] }] }],
    };
    const { text, pages } = await read(survey(definition));
    expect(rows.filter((row) => !text.includes(row))).toEqual([]);
    expect(pages.length).toBeGreaterThan(2);
  });

  it("is in another language where that is offered, and names its letters that cannot be printed", async () => {
    const title = {
      default: "賃金を引き上げましたか。",
      en: "Did you raise wages?",
      ko: "임금을 올렸습니까?",
    };
    const definition = {
      title: { default: "調査", en: "Survey", ko: "조사" },
      pages: [
        {
          elements: [
            { type: "boolean", name: "q1", title },
            { type: "comment", name: "q2", title, visibleIf: "{q1} = true" },
          ],
        },
      ],
    };
    const own = survey(definition);
    const { text } = await read(own, "en");
    for (const words of [
      "Survey",
      "Deadline",
      "18 December 2026",
      "Question 1 Did you raise wages?",
      "Please tick one.",
      "(Please answer only if you chose “Yes” in question 1.)",
    ]) {
      expect(text).toContain(squeezed(words));
    }
    expect(paperFormGaps(own, "en")).toEqual([]);
    expect(paperFormGaps(own, "ko")).toContain("임");
  });

  it("says where an answer quoted in a title was given, and takes words for words", async () => {
    const definition = {
      pages: [
        {
          elements: [
            { type: "text", name: "q1", title: "主な工種" },
            { type: "comment", name: "q2", title: "{q1}について #panic() $x$ *太字*" },
          ],
        },
      ],
    };
    const { text } = await read(survey(definition));
    expect(text).toContain(squeezed("（問1の答え）について #panic() $x$ *太字*"));
  });

  it("draws boxes: sixteen places for the code, dark lines on white", async () => {
    const [first] = await pagePictures(
      paperFormPdf(survey(everyType), "ja", "2026-11-22"),
      [1],
      150,
    );
    const [dark, light] = first?.shades({ left: 45, top: 40, width: 130, height: 35 }) ?? [255, 0];
    expect(dark).toBeLessThan(80);
    expect(light).toBe(255);
  });
});
