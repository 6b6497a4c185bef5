import { wareki } from "../japan/index.ts";

/** What stands around the questionnaire for whoever answers it: before the first question, and after. */
export interface AnsweringWords {
  deadline(day: string): string;
  resuming: string;
  contact(whom: string): string;
  handling: string;
  /** What holds of every survey. */
  always: string[];
  received: string;
  thanks(title: string): string;
  receiptNumber: string;
  keepNumber: string;
  results: [before: string, link: string, after: string];
  savePdf: string;
  /** What the PDF says beside all this. */
  pdf: { heading: string; received: string; nameless: string; answers: string };
  copy: string;
  noCopy: string;
  untied: string;
  leaving: { title: string; text: string; button: string };
}

const ja: AnsweringWords = {
  deadline: (day) => `締切りは${wareki(day)}です。`,
  resuming:
    "入力した内容は、ページを進むたびに残ります。途中でやめても、回答コードを入力すると、どの端末からでも続きを入力できます。",
  contact: (whom) => `問い合わせ先：${whom}`,
  handling: "回答の取扱い",
  always: [
    "途中の内容は、回答コードから作る鍵で暗号化して、市のサーバーに置きます。コードがなければ、事務局にも読めません。",
    "自由記述の原文は公表しません。会社名や人の名前は書かないでください。",
    "回答した内容によって、市との契約で不利になることはありません。",
  ],
  received: "回答を受け付けました",
  thanks: (title) => `「${title}」へのご協力、ありがとうございました。`,
  receiptNumber: "受付番号",
  keepNumber:
    "この番号を控えてください。受付を確かめるときに使います。番号から事業者は分かりません。",
  results: ["集計の結果は", "この調査のページ", "で公表します。"],
  savePdf: "控えをPDFで保存する",
  pdf: {
    heading: "回答の控え",
    received: "この調査への回答を受け付けました。受付を確かめるときは、受付番号を伝えてください。",
    nameless: "この控えには、事業者の名前も回答コードも載せていません。",
    answers: "回答の内容",
  },
  copy: "回答の写し",
  noCopy:
    "回答の写しは、ここでは表示できません。紙で回答した場合などです。内容を確かめたいときは、事務局に連絡してください。",
  untied:
    "この調査は締め切りました。匿名の調査なので、受付番号と回答のつながりを消しています。そのため、回答の写しは、だれも開けません。",
  leaving: {
    title: "この端末をほかの人も使うとき",
    text: "この控えは、この端末で24時間だけ開き直せます。次のボタンを押すと、この端末からすぐに消せます。",
    button: "この端末から控えを消す",
  },
};

const en: AnsweringWords = {
  deadline: (day) => `Please answer by ${day}.`,
  resuming:
    "What you enter is kept each time you go on to another page. If you stop, you can go on from any device by entering your code.",
  contact: (whom) => `Contact: ${whom}`,
  handling: "How your answer is handled",
  always: [
    "What you have entered so far is kept on the city's server, encrypted with a key made from your code. Without the code not even the secretariat can read it.",
    "Texts are not published as they were written. Please do not write names of firms or people.",
    "Whatever you answer, it does you no disadvantage in contracts with the city.",
  ],
  received: "Your answer has been received",
  thanks: (title) => `Thank you for taking part in “${title}”.`,
  receiptNumber: "Receipt number",
  keepNumber:
    "Please note this number. It serves to confirm that your answer was received. It does not tell which firm you are.",
  results: ["The results will be published on ", "the page of this survey", "."],
  savePdf: "Save the copy as a PDF",
  pdf: {
    heading: "Copy of your answers",
    received:
      "Your answer to this survey has been received. To confirm this, please tell us the receipt number.",
    nameless: "This copy shows neither the name of your firm nor your code.",
    answers: "Your answers",
  },
  copy: "Copy of your answers",
  noCopy:
    "The copy of your answers cannot be shown here, for example because you answered on paper. If you want to check it, please contact the secretariat.",
  untied:
    "This survey has closed. As it is anonymous, the link between receipt numbers and answers has been deleted, so nobody can open the copy any more.",
  leaving: {
    title: "If others use this device",
    text: "This page can be opened again on this device for 24 hours. Press the button below to remove it from the device at once.",
    button: "Remove the receipt from this device",
  },
};

/** The words in a language; in Japanese where there are none. */
export function answeringWords(locale: string): AnsweringWords {
  return locale.split("-")[0] === "en" ? en : ja;
}
