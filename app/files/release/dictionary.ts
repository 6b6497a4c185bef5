import { modeLabels } from "#app/domain/survey/anonymity.ts";
import type { Question } from "#app/domain/survey/questionnaire.ts";
import { hiddenReason } from "#app/domain/survey/release/hidden-words.ts";
import type { PublishedRelease, PublishedVariable } from "#app/domain/survey/release/published.ts";
import { fieldMeanings } from "./field-meanings.ts";

/** What a code of the JSON file stands for. */
interface CodeMeaning {
  field: string;
  code: string;
  meaning: string;
}

const types: Record<Question["type"], string> = {
  radiogroup: "一つを選ぶ問",
  dropdown: "一つを選ぶ問（一覧から）",
  checkbox: "いくつでも選べる問（複数回答）",
  boolean: "二つのうち一つを選ぶ問",
  rating: "段階で答える問",
  ranking: "順位を付ける問",
  matrix: "行ごとに一つを選ぶ問（表形式）",
  number: "数を書く問",
  date: "日付を書く問",
  text: "文字を書く問",
  comment: "文章を書く問",
  multipletext: "いくつかの記入欄のある問",
  paneldynamic: "何件でも書ける欄のある問",
  html: "説明の文（答えはありません）",
};

const kinds: Record<PublishedVariable["kind"], string> = {
  choice: "選択肢ごとに数えたもの",
  rating: "段階ごとに数えたもの",
  place: "順位ごとに数えたもの",
  class: "数を階級に分けて数えたもの",
  written: "記入があるかを数えたもの",
};

const coded: [field: string, meanings: Record<string, string>][] = [
  ["release.label", { 速報: "速報の集計です", 確報: "確定した集計です" }],
  ["release.mode", modeLabels],
  ["release.questions[].type", types],
  ["release.questions[].variables[].kind", kinds],
  [
    "release.questions[].variables[].answers",
    { one: "一つの答え（割合の合計は100%）", several: "いくつでもの答え（複数回答）" },
  ],
  [
    "release.questions[].variables[].counts",
    { firms: "事業者の数", entries: "何件でも書ける欄の記入の数" },
  ],
];

/**
 * The data dictionary of a release: every field of its JSON, every code, and every variable with
 * its categories. `path` names fields as they nest: `release.questions[].title`.
 */
export function dataDictionary(release: PublishedRelease) {
  return {
    fields: Object.entries(fieldMeanings).map(([path, meaning]) => ({ path, meaning })),
    codes: coded.flatMap(([field, meanings]) =>
      Object.entries(meanings).map(([code, meaning]): CodeMeaning => ({ field, code, meaning })),
    ),
    axes: release.axes.map(({ axis, label, strata }) => ({
      axis,
      label,
      strata: strata.map(({ stratum }) => stratum),
    })),
    variables: release.questions.flatMap(({ name, number, title, type, variables }) =>
      variables.map(({ id, part, kind, answers, counts, rows }) => ({
        id,
        question: name,
        number,
        title,
        part: part?.text ?? null,
        type: types[type],
        kind: kinds[kind],
        answers,
        counts,
        categories: rows.map(({ key, text }) => ({ key, text })),
      })),
    ),
    hidden: {
      threshold: release.threshold,
      mark: null,
      reason: hiddenReason(release.threshold).replace(/^x は/, "null は"),
    },
  };
}
