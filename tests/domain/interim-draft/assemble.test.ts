import { describe, expect, it } from "vitest";
import { assembleInterimDraft } from "#app/domain/interim-draft/assemble.ts";
import { commentsIn } from "#app/domain/interim-draft/document.ts";
import type { InterimDraftParts } from "#app/domain/interim-draft/parts.ts";
import { sampleDraft, sampleParts } from "#tests/support/sample-interim-draft.ts";
import { sampleProvision } from "#tests/support/sample-ordinance.ts";

function messages(change: (parts: InterimDraftParts) => void): string[] {
  const parts = sampleParts();
  change(parts);
  const draft = assembleInterimDraft(parts);
  return draft.ok ? [] : draft.problems.map(({ message }) => message);
}

describe("assembling an interim draft", () => {
  it("brings what hangs on an article, its paragraphs and items together at the article", () => {
    const article = sampleDraft().articles.find(({ label }) => label === "第7条");
    expect(article?.caption).toBe("労働環境の報告");
    expect(article?.utterances.map(({ speaker }) => speaker)).toEqual(["委員A"]);
    expect(article?.comments.map(({ about }) => about)).toEqual(["第7条第2項"]);
    expect(article?.figures).toHaveLength(2);
    expect(article?.changes?.previousLabel).toBe("第6条");
  });

  it("takes a figure over from its release as released, and says it in words", () => {
    const figure = sampleDraft().articles.find(({ label }) => label === "第7条")?.figures[0];
    expect(figure).toMatchObject({
      choiceText: "やや重い",
      count: 80,
      n: 221,
      percent: 36.2,
      noAnswer: 7,
      releaseId: "release-1",
      simulated: true,
    });
    expect(figure?.sentence).toBe(
      "「労働環境の報告書を作る負担をどう感じますか」に「やや重い」と答えたのは、" +
        "221者のうち80者（36.2%）でした（公契約に関する事業者アンケート、速報・模擬回答）。",
    );
  });

  it("gives a whole question its table and the number of answers", () => {
    const figure = sampleDraft().articles.find(({ label }) => label === "第7条")?.figures[1];
    expect(figure?.choiceText).toBeUndefined();
    expect(figure).toMatchObject({ count: 221, n: 221, percent: 96.9 });
    expect(figure?.sentence).toContain("には、228者のうち221者（96.9%）が答えました");
    expect(figure?.rows?.map(({ label }) => label)).toEqual([
      "とても重い",
      "やや重い",
      "あまり重くない",
      "重くない",
    ]);
  });

  it("numbers the comments through in the order of the articles, those on gone ones last", () => {
    const comments = commentsIn(sampleDraft());
    expect(comments.map(({ number, about }) => `${number} ${about}`)).toEqual([
      "1 第7条第2項",
      "2 第8条",
      "3 第8条第2項",
      "4 第2版の第9条第1項",
    ]);
  });

  it("keeps a comment on an article that is gone, with the article as it last read", () => {
    const [gone, ...others] = sampleDraft().removedArticles;
    expect(others).toEqual([]);
    expect(gone).toMatchObject({ versionLabel: "第2版", previousLabel: "第9条" });
    expect(gone?.text).toContain("立ち入らせることができる");
    expect(gone?.comments).toEqual([
      {
        number: 4,
        about: "第2版の第9条第1項",
        body: "事業所への立入りは、事前に知らせてから行ってください。",
        disposition: { kind: "反映", reason: "立入調査の定めを削りました。" },
        replies: [],
      },
    ]);
  });

  it("leaves out an article that went long ago unless something hangs on it", () => {
    const parts = sampleParts();
    const old = {
      provisionId: "gone-long-ago",
      versionLabel: "第1版",
      previousLabel: "第4条",
      caption: "市民の理解",
      text: "第4条　市民は、理解を深めるものとする。",
      always: false,
      within: [],
    };
    parts.removedArticles.push(old);
    const labels = () => {
      const draft = assembleInterimDraft(parts);
      return draft.ok ? draft.value.removedArticles.map((gone) => gone.previousLabel) : [];
    };
    expect(labels()).toEqual(["第9条"]);
    const [utterance] = parts.utterances;
    if (!utterance) throw new Error("the sample has no utterances");
    parts.utterances.push({ ...utterance, provisionId: old.provisionId });
    expect(labels()).toEqual(["第9条", "第4条"]);
  });

  it("shows a comment that was linked to another article there too, under its one number", () => {
    const parts = sampleParts();
    const comment = parts.comments.find(({ id }) => id === "comment-b");
    if (!comment) throw new Error("the sample has no such comment");
    parts.comments.push(
      { ...comment, provisionId: sampleProvision("第5条") },
      { ...comment, provisionId: sampleProvision("第8条第1項") },
    );
    const draft = assembleInterimDraft(parts);
    if (!draft.ok) throw new Error("the sample does not assemble");
    const at = (label: string) =>
      draft.value.articles
        .find((article) => article.label === label)
        ?.comments.map(({ number, about }) => `${number} ${about}`);
    expect(at("第5条")).toEqual(["1 第8条"]);
    expect(at("第8条")).toEqual(["1 第8条", "3 第8条第2項"]);
    expect(commentsIn(draft.value)).toHaveLength(4);
  });

  it("has an entry for every article of the version, also where nothing hangs on it", () => {
    expect(sampleDraft().articles.map(({ label }) => label)).toEqual(
      Array.from({ length: 10 }, (_, index) => `第${index + 1}条`),
    );
  });

  it("leaves the parts it was made from alone", () => {
    const parts = sampleParts();
    assembleInterimDraft(parts);
    expect(parts).toEqual(sampleParts());
  });
});

describe("what stands in the way of an interim draft", () => {
  it("is a missing published version", () => {
    expect(messages((parts) => delete parts.version)).toEqual([
      "公開した条例案の版がありません。先に条例案の版を公開してください。",
    ]);
  });

  it("is a figure whose release is missing", () => {
    const [first, second] = messages((parts) => {
      parts.releases = [];
    });
    expect(first).toBe(
      "第7条に結び付けた調査「公契約に関する事業者アンケート」の問「burden」の集計版がありません。" +
        "集計を公開するか、結び付けを外してください。",
    );
    expect(second).toContain("第7条第1項に結び付けた");
  });

  it("is a question or choice the release does not hold", () => {
    expect(
      messages((parts) => {
        parts.figures[0] = { ...link(parts, 0), choice: "とても軽い" };
        parts.figures[1] = { ...link(parts, 1), question: "wage" };
      }),
    ).toEqual([
      expect.stringContaining("選択肢「とても軽い」は、集計版「速報」にありません"),
      expect.stringContaining("問「wage」は、集計版「速報」にありません"),
    ]);
  });

  it("is a thing on a provision that no version knows", () => {
    expect(
      messages((parts) => {
        const [comment] = parts.comments;
        if (comment) parts.comments.push({ ...comment, provisionId: sampleProvision("第99条") });
      }),
    ).toEqual([
      "委員の意見のうち1件は、公開したどの版にもない条に結び付いています。結び付け先を選び直すか、外してください。",
    ]);
  });

  it("is a commentary on an article that the version no longer has", () => {
    expect(
      messages((parts) => {
        const provisionId = sampleProvision("もとの第9条");
        parts.commentaries.push({ provisionId, markdown: "立入調査について定めます。" });
      }),
    ).toEqual([
      "逐条の解説のうち1件は、「第3版」にない条のものです。ほかの条の解説に移すか、空にしてください。",
    ]);
  });

  it("is a head without title, status or a real date, all told at once", () => {
    expect(
      messages((parts) => {
        parts.title = "　";
        parts.statusText = "";
        parts.preparedOn = "2027-02-30";
        delete parts.version;
      }),
    ).toHaveLength(4);
  });
});

function link(parts: InterimDraftParts, index: number) {
  const found = parts.figures[index];
  if (found === undefined) throw new Error("the sample has fewer figures");
  return found;
}
