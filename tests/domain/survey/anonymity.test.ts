import { describe, expect, test } from "vitest";
import { anonymityWords } from "#app/domain/survey/anonymity.ts";

const places = ["letter", "form", "receipt", "results"] as const;

describe("the words for a survey's mode", () => {
  test("say in the first sentence of every place which mode it is", () => {
    for (const place of places) {
      expect(anonymityWords("anonymous", { threshold: 3 })[place][0]).toMatch(/^この調査は匿名/);
      expect(anonymityWords("named", { threshold: 3 })[place][0]).toMatch(/^この調査は記名/);
    }
  });

  test("tell the threshold that holds for this survey", () => {
    const { letter, form, results } = anonymityWords("anonymous", { threshold: 5 });
    for (const place of [letter, form]) {
      expect(place.join("")).toContain("名簿に5者以上");
      expect(place.join("")).not.toContain("3者");
    }
    // Once it has closed, the strata are merged by who has answered.
    expect(results.join("")).toContain("区分の同じ回答が5件以上");
  });

  test("tell the limits of an anonymous survey before a firm answers", () => {
    const { letter, form } = anonymityWords("anonymous", { threshold: 3 });
    for (const place of [letter, form]) {
      const text = place.join("");
      expect(text).toContain("回答を終えたかどうかは");
      expect(text).toContain("だれの回答か分かることがあります");
      expect(text).toContain("コードを知っている人は、集計を始めるまで");
      expect(text).toContain("事務局もコードを扱いますが、写しを開くことには使いません");
      expect(text).toContain("事務局の画面のどこにも出ません");
      expect(text).toContain("紙の回答は、入力する職員2人が見ます");
    }
    expect(form.join("")).toContain("取り消すことも直すこともできません");
  });

  test("promise of a named survey nothing that holds for an anonymous one only", () => {
    const { letter, form, receipt, results } = anonymityWords("named", { threshold: 3 });
    const text = [...letter, ...form, ...receipt, ...results].join("");
    expect(text).not.toMatch(/匿名|残しません|残っていません|どこにも出ません/);
    expect(text).toContain("事業者名と、回答を受け付けた日時が残ります");
    expect(text).toContain("審議会の事務局の職員だけです");
  });

  test("tell in the letter which answer counts beside the paper", () => {
    for (const mode of ["anonymous", "named"] as const) {
      expect(anonymityWords(mode, { threshold: 3 }).letter.join("")).toContain(
        "先に受付の終わった方だけを数えます",
      );
    }
  });

  test("are whole sentences", () => {
    for (const mode of ["anonymous", "named"] as const) {
      const words = anonymityWords(mode, { threshold: 3 });
      for (const place of places) {
        for (const sentence of words[place]) expect(sentence).toMatch(/[す。]。?$/);
        expect(new Set(words[place]).size).toBe(words[place].length);
      }
    }
  });
});
