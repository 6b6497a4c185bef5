import { wareki } from "../../japan/index.ts";
import { faultInEnglish } from "./faults-in-english.ts";
import type { FormWords } from "./form-words.ts";

/** 5,000; decimals as they are. */
const count = (number: number) => number.toLocaleString("en", { maximumFractionDigits: 10 });

const ja: FormWords = {
  question: (number) => `問${number}`,
  progress: (number, of) => `${of}ページ中${number}ページ目`,
  required: "必須",
  optional: "任意",
  next: "次へ",
  toReview: "確認へ進む",
  back: "前へ戻る",
  choose: "選んでください",
  otherText: (choice) => `「${choice}」の内容`,
  noChoice: "選択を取り消す",
  comment: "補足があれば書いてください",
  atMost: (most) => `${most}つまで選べます。`,
  atLeast: (least) => `${least}つ以上選んでください。`,
  longest: (characters) => `${characters.toLocaleString("ja-JP")}字まで`,
  numbers: (min, max) => {
    if (min !== null && max !== null) return `${count(min)}から${count(max)}までの数`;
    if (min !== null) return `${count(min)}以上の数`;
    return max === null ? "数字で入力してください。" : `${count(max)}以下の数`;
  },
  dates: (min, max) => {
    if (min !== null && max !== null) return `${wareki(min)}から${wareki(max)}までの日付`;
    return min === null ? `${wareki(max ?? "")}以前の日付` : `${wareki(min)}以降の日付`;
  },
  place: (place) => `${place}位`,
  noPlace: "順位を選ぶ",
  rankAll: "すべての項目に、1位から順に順位を付けてください。",
  rankSome: (places) => `選びたい項目だけに、1位から${places}位までの順位を付けてください。`,
  panel: (number) => `${number}件目`,
  addPanel: "1件追加する",
  removePanel: (number) => `${number}件目を取り除く`,
  noPanels: "まだ1件もありません。ある場合は「1件追加する」を押してください。",
  notOpen: "今の答えでは、この問に答える必要はありません。",
  answerRows: "行ごとに1つずつ選んでください。",
  problems: "次の点を直してから、進んでください",
  fault: (message) => message,
  added: (numbers) =>
    `答えに応じて、${numbers.map((number) => `問${number}`).join("、")}が加わりました。続けて答えてください。`,
  language: "表示する言語",
  noAnswer: "（無回答）",
  review: "回答の確認",
  reviewLead:
    "まだ送信されていません。答えを確かめて、よければ一番下の「この内容で送信する」を押してください。",
  change: (page) => `「${page}」の答えを直す`,
  pageCalled: (number) => `${number}ページ目`,
  send: "この内容で送信する",
  unfinished: "まだ送信できません。次の問に答えるか、答えを直してください",
  leaving: {
    title: "途中でやめるとき",
    text: "そのまま画面を閉じてかまいません。この端末をほかの人も使うときは、次のボタンを押すと、この端末から回答コードの記録を消せます。「次へ」を押したところまでの内容は、消えずに残ります。",
    button: "この端末での回答をやめる",
  },
};

const en: FormWords = {
  question: (number) => `Question ${number}`,
  progress: (number, of) => `Page ${number} of ${of}`,
  required: "Required",
  optional: "Optional",
  next: "Next",
  toReview: "Go to the review",
  back: "Back",
  choose: "Please choose",
  otherText: (choice) => `Details for “${choice}”`,
  noChoice: "Clear my choice",
  comment: "Add a comment if you wish",
  atMost: (most) => `Choose up to ${most}.`,
  atLeast: (least) => `Choose at least ${least}.`,
  longest: (characters) => `Up to ${characters.toLocaleString("en")} characters`,
  numbers: (min, max) => {
    if (min !== null && max !== null) return `A number from ${count(min)} to ${count(max)}`;
    if (min !== null) return `A number of ${count(min)} or more`;
    return max === null ? "Enter a number." : `A number of ${count(max)} or less`;
  },
  dates: (min, max) => {
    if (min !== null && max !== null) return `A date from ${min} to ${max}`;
    return min === null ? `A date up to ${max}` : `A date from ${min} on`;
  },
  place: (place) => `Rank ${place}`,
  noPlace: "Choose a rank",
  rankAll: "Give every item a rank, 1 being the highest.",
  rankSome: (places) => `Rank only the items you choose, from 1 to ${places}.`,
  panel: (number) => `No. ${number}`,
  addPanel: "Add one",
  removePanel: (number) => `Remove no. ${number}`,
  noPanels: "There are none yet. Press “Add one” if you have any.",
  notOpen: "With your present answers this question need not be answered.",
  answerRows: "Choose one for each row.",
  problems: "Please correct the following before you go on",
  fault: faultInEnglish,
  added: (numbers) =>
    `Because of your answers, ${numbers.map((number) => `question ${number}`).join(", ")} has been added. Please answer it as well.`,
  language: "Language",
  noAnswer: "(no answer)",
  review: "Review your answers",
  reviewLead:
    "Nothing has been sent yet. Check your answers, then press “Send these answers” at the bottom.",
  change: (page) => `Change the answers of “${page}”`,
  pageCalled: (number) => `Page ${number}`,
  send: "Send these answers",
  unfinished: "This cannot be sent yet. Please answer or correct the following questions",
  leaving: {
    title: "If you stop here",
    text: "You may simply close this page. If others use this device, press the button below to take your code off it. Everything up to your last “Next” is kept; enter the code to go on.",
    button: "Stop answering on this device",
  },
};

/** The form's words in a language; in Japanese where there are none. */
export function formWords(locale: string): FormWords {
  return locale.split("-")[0] === "en" ? en : ja;
}
