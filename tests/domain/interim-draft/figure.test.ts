import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "#app/domain/interim-draft/canonical-json.ts";
import { figureFor } from "#app/domain/interim-draft/figure.ts";
import { freezeInterimDraft, readFrozenDraft } from "#app/domain/interim-draft/freeze.ts";
import { figureSha256 } from "#app/domain/interim-draft/hashes.ts";
import type { FigureLink, ReleasePart } from "#app/domain/interim-draft/parts.ts";
import { releasedTablesOf } from "#app/domain/interim-draft/released-tables.ts";
import type {
  PublishedQuestion,
  PublishedRelease,
  PublishedVariable,
} from "#app/domain/survey/release/published.ts";
import { sampleReleaseDocument } from "#tests/support/release-document.ts";
import { sampleDraft, sampleParts } from "#tests/support/sample-interim-draft.ts";

const row = (key: string, text: string, count: number | null, percent: number | null) => ({
  ...{ key, text, count, percent },
  weighted: null,
});
const variable = (changes: Partial<PublishedVariable>): PublishedVariable => ({
  ...{ id: "q1", part: null, kind: "choice", answers: "one", counts: "firms" },
  ...{ n: 40, noAnswer: 2, notApplicable: 0, rows: [], ends: null, summary: null, byStratum: [] },
  ...changes,
});
const question = (changes: Partial<PublishedQuestion>): PublishedQuestion => ({
  ...{ name: "q1", number: 1, title: "条例は必要ですか。", type: "radiogroup", articles: [] },
  ...{ variables: [], texts: null },
  ...changes,
});

/** 必要 and 不要 hidden, so that neither follows from the total. */
const hidden = question({
  variables: [
    variable({
      rows: [
        row("a1", "必要", 38, 95),
        row("a2", "不要", null, null),
        row("a3", "分からない", null, null),
      ],
    }),
  ],
});
const matrix = question({
  name: "q2",
  number: 2,
  title: "取組について",
  type: "matrix",
  variables: [
    variable({
      id: "q2/r1",
      part: { value: "r1", text: "週休2日" },
      n: 38,
      noAnswer: 4,
      rows: [row("c1", "している", 20, 52.6), row("c2", "していない", 18, 47.4)],
    }),
    variable({
      id: "q2/r2",
      part: { value: "r2", text: "教育" },
      n: null,
      noAnswer: null,
      rows: [row("c1", "している", null, null)],
    }),
  ],
});
const allHidden = question({
  name: "q3",
  number: 3,
  variables: [variable({ rows: [row("a1", "必要", null, null), row("a2", "不要", null, null)] })],
});
const ranking = question({
  name: "q4",
  number: 4,
  type: "ranking",
  variables: [
    variable({
      id: "q4/a",
      part: { value: "a", text: "手引" },
      kind: "place",
      rows: [row("1", "1位", 25, 62.5), row("2", "2位", 15, 37.5)],
    }),
  ],
});
/** 12 firms wrote of 36 contracts. */
const panel = question({
  name: "q5",
  number: 5,
  title: "下請の契約",
  type: "paneldynamic",
  variables: [
    variable({
      ...{ id: "q5", kind: "written", n: 12, noAnswer: 3 },
      rows: [row("written", "記入あり", 12, 100)],
    }),
    variable({
      ...{ id: "q5/kind", part: { value: "kind", text: "種類" }, counts: "entries" },
      ...{ n: 36, noAnswer: 1, rows: [row("works", "工事", 24, 66.7)] },
    }),
  ],
});

const release: PublishedRelease = {
  ...sampleReleaseDocument().release,
  questions: [hidden, matrix, allHidden, ranking, panel],
};
const part: ReleasePart = {
  ...{ id: "release-2", number: 2, label: "確報", sha256: "ab".repeat(32) },
  ...{ survey: "r8", surveyTitle: "事業者アンケート", simulated: false },
  hiddenReason: "x は伏せた数です。",
  tables: releasedTablesOf(release, (name) => `/surveys/r8/releases/2#${name}`),
};
const link = (changes: Partial<FigureLink>): FigureLink => ({
  ...{ surveyTitle: "事業者アンケート", releaseId: "release-2", question: "q1" },
  ...changes,
});
const cite = (changes: Partial<FigureLink>) => figureFor(link(changes), [part], "第8条");
const figure = (changes: Partial<FigureLink>) => {
  const cited = cite(changes);
  if (!cited.ok) throw new Error(cited.problems[0]?.message);
  return cited.value;
};
const refusal = (changes: Partial<FigureLink>) => {
  const cited = cite(changes);
  return cited.ok ? undefined : cited.problems[0]?.message;
};

describe("a cited figure", () => {
  it("names release, question and cell, with the digests of release and figure", () => {
    const cited = figure({ choice: "a1" });
    expect(cited).toMatchObject({
      ...{ survey: "r8", release: 2, releaseSha256: "ab".repeat(32), question: "q1", cell: "a1" },
      ...{ count: 38, n: 40, percent: 95, path: "/surveys/r8/releases/2#q1" },
    });
    const json = `{"cell":"a1","count":38,"n":40,"percent":95,"question":"q1","releaseSha256":"${"ab".repeat(32)}"}`;
    expect(cited.sha256).toBe(createHash("sha256").update(json).digest("hex"));
    expect(figureSha256(cited)).toBe(cited.sha256);
  });

  it("has a digest that any other number, cell or release changes, and no wording does", () => {
    const cited = figure({ choice: "a1", note: "メモ" });
    expect(cited.sha256).toBe(figure({ choice: "a1" }).sha256);
    expect(figureSha256({ ...cited, sentence: "別の文" })).toBe(cited.sha256);
    for (const changed of [
      { count: 37 },
      { n: 41 },
      { percent: 95.1 },
      { cell: "a2" },
      { question: "q9" },
      { releaseSha256: "cd".repeat(32) },
    ]) {
      expect(figureSha256({ ...cited, ...changed })).not.toBe(cited.sha256);
    }
  });

  it("is refused where its count is hidden, with what to do", () => {
    expect(refusal({ choice: "a2" })).toBe(
      "第8条に結び付けた調査「事業者アンケート」の問「q1」の選択肢「不要」の数は、集計版「確報」で伏せられているため、引用できません。" +
        "問の全体かほかの選択肢を結び付けるか、結び付けを外してください。",
    );
    expect(refusal({ question: "q2", choice: "r2/c1" })).toContain("伏せられている");
    expect(refusal({ question: "q3" })).toContain("伏せられているため、引用できません");
  });

  it("of a whole question shows hidden rows as hidden, with the reason", () => {
    const whole = figure({});
    expect(whole.rows).toEqual([
      { cell: "a1", label: "必要", count: 38, percent: 95 },
      { cell: "a2", label: "不要", count: null, percent: null },
      { cell: "a3", label: "分からない", count: null, percent: null },
    ]);
    expect(whole.hiddenReason).toBe("x は伏せた数です。");
    expect(whole.percent).toBe(95.2);
    expect(whole.sentence).toContain("「必要」の38者（95.0%）");
    expect(figureSha256(whole)).toBe(whole.sha256);
  });

  it("of a matrix has the base of its row; of a ranking the first places", () => {
    expect(figure({ question: "q2", choice: "r1/c2" })).toMatchObject({ count: 18, n: 38 });
    expect(figure({ question: "q2" })).toMatchObject({ n: 38, noAnswer: 4 });
    expect(figure({ question: "q4", choice: "a" })).toMatchObject({
      ...{ choiceText: "手引（1位）", count: 25, percent: 62.5 },
    });
  });

  it("of a panel's entries is told in 件, and of the panel as a whole in firms", () => {
    const cell = figure({ question: "q5", choice: "kind/works" });
    expect(cell.sentence).toContain("36件のうち24件（66.7%）でした");
    expect(cell).toMatchObject({ counts: "entries", count: 24, n: 36 });
    expect(cell.noAnswer).toBeUndefined();
    const whole = figure({ question: "q5" });
    expect(whole).toMatchObject({ n: 12, count: 12, noAnswer: 3, percent: 80 });
    expect(whole.rows).toEqual([
      {
        cell: "kind/works",
        label: "種類：工事",
        counts: "entries",
        count: 24,
        n: 36,
        percent: 66.7,
      },
    ]);
    expect(whole.sentence).toContain("12者が記入しました");
    for (const one of [cell, whole]) expect(figureSha256(one)).toBe(one.sha256);
    expect(figure({ choice: "a1" }).sentence).toContain("40者のうち38者（95.0%）でした");
  });

  it("stands in the way of the draft while it is hidden", () => {
    const parts = sampleParts();
    const rows = parts.releases[0]?.tables[0]?.rows ?? [];
    const some = rows.find(({ value }) => value === "some");
    if (some) Object.assign(some, { count: null, percent: null });
    expect(parts.figures.map((one) => figureFor(one, parts.releases, "第7条").ok)).toEqual([
      false,
      true,
    ]);
  });
});

describe("a draft frozen before figures had digests", () => {
  it("is read as it was", () => {
    const draft = sampleDraft();
    for (const article of draft.articles) {
      for (const old of article.figures) {
        for (const key of ["survey", "release", "releaseSha256", "sha256", "cell"] as const) {
          delete old[key];
        }
        old.rows?.forEach((each) => {
          delete each.cell;
        });
      }
    }
    const frozen = freezeInterimDraft(draft);
    const again = readFrozenDraft(frozen);
    expect(again.ok && canonicalJson(again.value)).toBe(frozen.json);
  });
});
