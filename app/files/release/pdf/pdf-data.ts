import { dateParts, wareki } from "#app/domain/japan/index.ts";
import { hiddenReason } from "#app/domain/survey/release/hidden-words.ts";
import type { PublishedQuestion } from "#app/domain/survey/release/published.ts";
import { questionSentences } from "#app/domain/survey/release/sentence.ts";
import { percentText } from "#app/domain/survey/tabulation/percent.ts";
import type { DocumentMeta } from "../../typst/house-style.ts";
import { releaseFacts, releaseMethod } from "../explanations.ts";
import { nameOf, type ReleaseDocument, remarkOf } from "../release-document.ts";
import { partsData } from "./parts-data.ts";
import { strataTables } from "./strata-tables.ts";
import { variableData } from "./variable-data.ts";

/** The template's data: only texts and numbers, ready to be set. */
export function releasePdfData(document: ReleaseDocument) {
  const { survey, release, sha256, url } = document;
  const name = nameOf(document);
  return {
    meta: metaOf(document),
    name,
    title: survey.title,
    date: wareki(document.releasedOn),
    remark: remarkOf(survey),
    sha256,
    words: wordsOf(document),
    facts: releaseFacts(document)
      .filter(([fact, words]) => words !== "" && fact !== "SHA-256")
      .map(([fact, words]) => [fact, String(words)]),
    rates: ratesData(document),
    method: releaseMethod(document).map(([part, words]) => [part, String(words)]),
    questions: release.questions.map((question) => questionData(question, document)),
    url,
  };
}

function metaOf({ survey, release, releasedOn }: ReleaseDocument): DocumentMeta {
  const { year, month, day } = dateParts(releasedOn);
  return {
    title: `${survey.title}　${nameOf({ release })}　集計結果報告書`,
    author: "公共調達のあり方審議会",
    date: [year, month, day],
  };
}

function wordsOf({ survey, release }: ReleaseDocument) {
  return {
    council: "公共調達のあり方審議会",
    sampleNote: survey.isSimulated
      ? "この報告書はサンプルです。数値は、計算機が作った模擬の回答を集計したもので、実際の事業者の回答ではありません。"
      : "この報告書はサンプルです。市の公式な記録ではありません。",
    hidden: hiddenReason(release.threshold),
    reading:
      "n は、その問に答えた数です。割合は、すべて n に対するもので、小数第2位を四捨五入しています。棒は割合を表します。帯の図と柱の図は、すぐ下の表と同じ数値です。「重み付き」は参考の値で、かっこの中は95%信頼区間です（「集計の方法」を見てください）。",
    crossings:
      "問と問を掛け合わせた集計（クロス集計）は、集計のページとそのファイル（CSV、Excel、JSON）にあります。",
    verifying:
      "公表した集計版は変わりません。集計のページで取得できるJSONファイルから計算した次の値（SHA-256）で、内容が公表した時と同じであることを確かめられます。計算のしかたは、JSONファイルに書いてあります。",
  };
}

function ratesData({ release }: ReleaseDocument) {
  const { overall, byStratum } = release.responseRate;
  const rows = [
    { axis: "", stratum: "全体", ...overall },
    ...byStratum.flatMap(({ label, rows: strata }) =>
      strata.map((row) => ({ ...row, axis: label })),
    ),
  ];
  return rows.map(({ axis, stratum, invited, eligible, complete, percent }) => ({
    axis,
    stratum,
    counts: [invited, eligible, complete].map((count) => count.toLocaleString("ja-JP")),
    percent: percentText(percent),
    value: percent,
  }));
}

function questionData(question: PublishedQuestion, document: ReleaseDocument) {
  const { number, title, type, articles, variables, texts } = question;
  const isJoint = type === "matrix" || type === "ranking";
  return {
    heading: `問${number}　${title.replaceAll("\n", " ")}`,
    sentences: questionSentences(question),
    articles: articles.length === 0 ? "" : `調査をした時の案で関係する条：${articles.join("、")}`,
    notes: variables.some(({ answers }) => answers === "several") ? "複数回答" : "",
    joint: isJoint ? partsData(variables) : null,
    variables: isJoint ? [] : variables.map(variableData),
    strata: variables.flatMap((variable) => strataTables(variable, document.release.axes)),
    texts: textsData(texts),
  };
}

function textsData(texts: PublishedQuestion["texts"]) {
  if (texts === null) return null;
  const { written, published, keywords } = texts;
  const firms = (count: number | null) => (count === null ? "x" : `${count}者`);
  return {
    written: `記入した事業者：${firms(written)}`,
    published: published.map(({ text, firms: count }) => ({ text, firms: firms(count) })),
    keywords: keywords.map(({ word, firms: count }) => `${word}（${firms(count)}）`).join("、"),
  };
}
