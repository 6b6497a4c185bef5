import "survey-core/i18n/japanese";
import { settings, surveyLocalization } from "survey-core";
import { formWords } from "#app/domain/survey/form/index.ts";

settings.animationEnabled = false;
// A bar with words (2ページ中1ページ目) in the place of a row of dots.
settings.legacyProgressBarView = true;
// The page's own title is h1.
settings.titleTags.page = "h2";
settings.titleTags.panel = "h3";
settings.titleTags.question = "h3";

// A text without a language is Japanese; what a language lacks is said in Japanese.
surveyLocalization.defaultLocale = "ja";

Object.assign(surveyLocalization.locales.ja ?? {}, {
  panelDynamicTabTextFormat: "{panelIndex}件目",
  requiredError: "この問に答えてください。",
  requiredInAllRowsError: "すべての行に答えてください。",
  otherRequiredError: "「その他」の内容を記入してください。",
  otherItemText: "その他",
  otherPlaceholder: "内容を記入してください",
  commentText: "補足があれば記入してください",
  placeholder: "選んでください",
  addPanel: "1件追加する",
  removePanel: "この件を消す",
  progressText: "{1}ページ中{0}ページ目",
  minError: "{0}以上の数を入力してください。",
  maxError: "{0}以下の数を入力してください。",
  stepError: "{0}刻みの数を入力してください。",
  numericError: "数字で入力してください。",
  maxSelectError: "{0}つまで選んでください。",
  minSelectError: "{0}つ以上選んでください。",
  selectToRankEmptyRankedAreaText: "ここに選んだものが、順位の順に並びます",
  selectToRankEmptyUnrankedAreaText: "すべて選びました",
});

/** What the questionnaire's own buttons say, in a language; Japanese where we have no words. */
export interface ButtonWords {
  pagePrevText: string;
  pageNextText: string;
  previewText: string;
  completeText: string;
  editText: string;
  requiredMark: string;
  /** What stands above the last look over all answers. */
  looking: string;
  /** At a ranking whose places make no order. */
  unfinishedRanking: string;
}

/** The words for a language such as "en"; the same as in the plain form where it has them. */
export function buttonWords(locale: string): ButtonWords {
  const { back, next, toReview, required } = formWords(locale);
  const japanese = required === formWords("ja").required;
  return {
    pagePrevText: back,
    pageNextText: next,
    previewText: toReview,
    completeText: japanese ? "送信する" : "Send",
    editText: japanese ? "直す" : "Change",
    requiredMark: japanese ? `（${required}）` : ` (${required})`,
    looking: japanese
      ? "まだ送信されていません。答えを確かめて、よければ一番下の「送信する」を押してください。"
      : "Not sent yet. Please check your answers, then press “Send” at the bottom.",
    unfinishedRanking: japanese
      ? "順位が重ならないように、すべての項目に順位を付けてください。付けないときは、すべて空欄にしてください。"
      : "Give every item a different rank, or leave all of them empty.",
  };
}
