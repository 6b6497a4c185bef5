import { describe, expect, it } from "vitest";
import { articlePartsOf } from "#app/domain/interim-draft/article-parts.ts";
import { removedPartsOf } from "#app/domain/interim-draft/removed-parts.ts";
import { type Ordinance, parseOrdinance } from "#app/domain/ordinance/index.ts";

const first = read(`公契約条例
（目的）
第1条　この条例は、公契約の適正な履行を確保することを目的とする。
（市民の理解）
第2条　市民は、公契約に対する理解を深めるものとする。
（報告）
第3条　受注者は、労働者の人数を市長に報告しなければならない。
2　受注者は、労働者台帳を作成しなければならない。
3　市長は、前項の台帳を確かめることができる。
`);
const second = read(`公契約条例
（目的）
第1条　この条例は、公契約の適正な履行を確保することを目的とする。
（報告）
第2条　受注者は、労働者の人数を市長に報告しなければならない。
2　市長は、前項の台帳を確かめることができる。
（違約金）
第3条　市は、違約金を徴収することができる。
(1)　報告をしないとき。
`);
const third = read(`公契約条例
（目的）
第1条　この条例は、公契約の適正な履行を確保することを目的とする。
（報告）
第2条　受注者は、労働者の人数を市長に報告しなければならない。
2　市長は、前項の台帳を確かめることができる。
`);

function read(text: string): Ordinance {
  const { ordinance, problems } = parseOrdinance(text);
  expect(problems).toEqual([]);
  return ordinance;
}

/** Identities by path, those of the version before where a provision is the same one. */
const identities = {
  first: (path: string) => `1:${path}`,
  second(path: string) {
    const kept: Record<string, string> = {
      "art-1": "art-1",
      "art-1/p1": "art-1/p1",
      "art-2": "art-3",
      "art-2/p1": "art-3/p1",
      "art-2/p2": "art-3/p3",
    };
    return kept[path] ? `1:${kept[path]}` : `2:${path}`;
  },
};
const versions = {
  first: { label: "たたき台", ordinance: first, identityOf: identities.first },
  second: { label: "第1次案", ordinance: second, identityOf: identities.second },
};
const current = articlePartsOf(third, identities.second);

describe("what the text no longer has", () => {
  const { articles, removed } = removedPartsOf(
    current,
    [versions.second, versions.first],
    [{ previousLabel: "第3条", caption: "違約金", text: "", mergedInto: "第2条" }],
    [{ provisionId: "of members only", place: "第9条第1項", versionLabel: "第1.5次案" }],
  );

  it("comes to stand in its article when only a paragraph is gone", () => {
    const report = articles.find(({ label }) => label === "第2条");
    expect(report?.within.map(({ provisionId, label }) => [provisionId, label])).toEqual([
      ["1:art-3/p1", "第2条第1項"],
      ["1:art-3/p3", "第2条第2項"],
      ["1:art-3/p2", "たたき台の第3条第2項"],
    ]);
  });

  it("is an article as it last read, with the name of the last version that had it", () => {
    expect(removed.map((part) => [part.versionLabel, part.previousLabel, part.always])).toEqual([
      ["第1次案", "第3条", true],
      ["たたき台", "第2条", false],
      ["第1.5次案", "第9条第1項", false],
    ]);
    expect(removed[0]).toMatchObject({
      caption: "違約金",
      text: "第3条　市は、違約金を徴収することができる。\n(1)　報告をしないとき。",
      mergedInto: "第2条",
    });
    expect(removed[0]?.within.map(({ label }) => label)).toEqual([
      "第1次案の第3条",
      "第1次案の第3条第1号",
    ]);
  });

  it("does not tell the text of a version that only members saw", () => {
    expect(removed[2]).toMatchObject({ provisionId: "of members only", text: "", caption: "" });
  });

  it("leaves the articles it was given alone", () => {
    expect(current).toEqual(articlePartsOf(third, identities.second));
  });
});
