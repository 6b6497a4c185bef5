/** Why no more is taken of an answer under way. */
export type NoMore =
  | "unknown-code"
  | "already-answered"
  | "not-open"
  | "closed"
  | "edition-changed";

/** What is told while an answer is given, of what has happened; for each what to do. */
export interface AnsweringNotes {
  resumed: string;
  corrected: string;
  correctedNow: string;
  /** Corrected, or changed in another window, while the review was being read. */
  correctedMeanwhile: string;
  changedMeanwhile: string;
  elsewhere: string;
  /** The two possibilities where another window saved the page, and how to take either. */
  choice: {
    title: string;
    saved: string;
    mine: string;
    theirs: [before: string, link: string, after: string];
  };
  notSaved: string;
  sentBefore: string;
  noMore: Record<NoMore, string>;
}

const ja: AnsweringNotes = {
  resumed: "前に入力した内容が残っています。続きから入力できます。",
  corrected:
    "前に入力した後で、調査票が直されました。入力した内容は残してあります。変わった問があるので、もう一度確かめてください。",
  correctedNow:
    "入力している間に、調査票が直されました。このページの内容は保存しました。直された問を確かめてから、もう一度「次へ」を押してください。",
  correctedMeanwhile:
    "この画面を開いた後に、調査票が直されました。入力した内容は残っています。確かめてから、もう一度送信してください。",
  changedMeanwhile:
    "この画面を開いた後に、ほかの画面（別のタブや端末）で答えが変わりました。下は今の答えです。確かめてから、もう一度送信してください。",
  elsewhere:
    "ほかの画面（別のタブや端末）で、このページの答えが変わっています。下の入力欄には、この画面で入力した内容が残っています。",
  choice: {
    title: "どちらの答えを残すか、選んでください",
    saved: "ほかの画面で保存された答えは、次のとおりです。",
    mine: "この画面で入力した答えを残すときは、このページの一番下の「次へ」か「確認へ進む」を押してください。",
    theirs: [
      "ほかの画面の答えを残すときは、",
      "ほかの画面の答えでこのページを開き直して",
      "ください。この画面で入力した内容は消えます。",
    ],
  },
  notSaved: "このページで入力した内容は保存していません。",
  sentBefore:
    "この回答コードの回答は、すでに受け付けています。受け付けているのは、下の写しの内容です。",
  noMore: {
    "unknown-code":
      "このコードは見つかりません。お手元の依頼文のコードをもう一度確かめて入力してください。" +
      "コードを再発行した場合は、新しいコードを使ってください。",
    "already-answered":
      "このコードの回答はすでに受け付けています。回答は1事業者につき1回です。" +
      "覚えのない場合や直したい場合は、事務局に連絡してください。",
    "not-open":
      "このアンケートはまだ始まっていません。依頼文に書かれた開始日の後に、もう一度開いてください。",
    closed:
      "このアンケートの受付は終わりました。ご協力いただける場合や事情のある場合は、事務局に連絡してください。",
    "edition-changed":
      "入力している間に、調査票が直されました。画面を開き直して、答えを確かめてください。入力した内容は残っています。",
  },
};

const en: AnsweringNotes = {
  resumed: "What you entered before has been kept. You can go on from there.",
  corrected:
    "The questionnaire was corrected after you last entered something. What you entered has been kept. Some questions have changed, so please check your answers again.",
  correctedNow:
    "The questionnaire was corrected while you were entering your answers. This page has been saved. Please check the corrected questions, then press “Next” again.",
  correctedMeanwhile:
    "The questionnaire was corrected after you opened this page. What you entered has been kept. Please check it, then send it again.",
  changedMeanwhile:
    "After you opened this page, answers were changed in another window (another tab or device). Below are the answers as they are now. Please check them, then send them again.",
  elsewhere:
    "The answers on this page were changed in another window (another tab or device). The fields below still hold what you entered in this window.",
  choice: {
    title: "Please choose which answers to keep",
    saved: "These answers were saved in the other window:",
    mine: "To keep what you entered in this window, press “Next” or “Go to the review” at the bottom of this page.",
    theirs: [
      "To keep the answers of the other window, ",
      "open this page again with those answers",
      ". What you entered in this window will be gone.",
    ],
  },
  notSaved: "What you entered on this page has not been saved.",
  sentBefore:
    "An answer has already been received under this code. The copy below is what was received.",
  noMore: {
    "unknown-code":
      "This code was not found. Please check the code in your letter and enter it again. If you were given a new code, use the new one.",
    "already-answered":
      "An answer has already been received under this code. Each firm answers once. If you did not send it, or want to correct it, please contact the secretariat.",
    "not-open":
      "This survey has not begun yet. Please come back after the opening date given in your letter.",
    closed:
      "This survey no longer takes answers. If you would still like to take part, please contact the secretariat.",
    "edition-changed":
      "The questionnaire was corrected while you were entering your answers. Please open the page again and check your answers. What you entered has been kept.",
  },
};

/** The notes in a language; in Japanese where there are none. */
export function answeringNotes(locale: string): AnsweringNotes {
  return locale.split("-")[0] === "en" ? en : ja;
}
