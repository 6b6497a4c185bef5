import "survey-core/i18n/japanese";
import { settings, surveyLocalization } from "survey-core";

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
  /** 問5　 before a title. */
  numbered: (number: number, title: string) => string;
}

const words: Record<"ja" | "en", ButtonWords> = {
  ja: {
    pagePrevText: "前のページ",
    pageNextText: "次のページ",
    previewText: "確認する",
    completeText: "送信する",
    editText: "直す",
    requiredMark: "（必須）",
    numbered: (number, title) => `問${number}　${title}`,
  },
  en: {
    pagePrevText: "Back",
    pageNextText: "Next",
    previewText: "Check your answers",
    completeText: "Send",
    editText: "Change",
    requiredMark: "(required)",
    numbered: (number, title) => `Q${number}. ${title}`,
  },
};

/** The words for a language such as "en". */
export function buttonWords(locale: string): ButtonWords {
  return locale === "en" || locale.startsWith("en-") ? words.en : words.ja;
}
