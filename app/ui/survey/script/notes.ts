import { answeringNotes, type NoMore } from "#app/domain/survey/answering-notes.ts";

/** What the form with script tells of saving and sending. */
interface ScriptNotes {
  saved: string;
  writing: string;
  offline: string;
  elsewhere: [what: string, choose: string];
  mine: string;
  theirs: string;
  sentAlready: string;
  saveExpired: string;
  saveStopped: string;
  notSentYet: string;
  waitingKept: string;
  waitingOpen: string;
  retry: string;
  recall: string;
  refused: string;
  sendExpired: [before: string, link: string, after: string];
  reopen: string;
  notSent: string;
  failed: string;
  sending: string;
}

const ja: ScriptNotes = {
  saved: "途中の内容を保存しました。",
  writing: "途中の内容を保存しています…",
  offline: "通信が切れています。入力した内容はこの画面に残っています。つながると自動で保存します。",
  elsewhere: [
    "別の画面（タブや端末）で、この回答の続きが入力されました。",
    "どちらを残すか選んでください。選ぶまでは、どちらの内容も消えません。",
  ],
  mine: "この画面の内容を残す",
  theirs: "別の画面の内容に切り替える",
  sentAlready: "このコードの回答は、すでに送信されています。この画面の内容は保存されません。",
  saveExpired:
    "コードを入力してから時間がたったため、途中の内容を保存できません。この画面の内容はこのタブに残っています。コードをもう一度入力すると、続きから回答できます。",
  saveStopped: "この調査は、いま回答を受け付けていないため、途中の内容を保存できません。",
  notSentYet: "まだ送信できていません。",
  waitingKept:
    "この端末に保存してあります。つながると自動で送信します。この画面は閉じてもかまいません。閉じたときは、同じ端末で同じコードを入力すると送信します。",
  waitingOpen: "つながると自動で送信します。この画面を閉じないでください。",
  retry: "もう一度送信する",
  recall: "送信をやめて、答えを直す",
  refused: "印の付いた問を直して、もう一度送信してください。",
  sendExpired: [
    "コードを入力してから時間がたったためです。回答はこの端末に保存してあります。",
    "コードをもう一度入力する",
    "と、自動で送信します。",
  ],
  reopen: "画面を開き直す",
  notSent: "まだ送信されていません。",
  failed: "送信できませんでした。",
  sending: "送信しています…",
};

const en: ScriptNotes = {
  saved: "Your answers so far have been saved.",
  writing: "Saving your answers so far…",
  offline:
    "You are offline. What you entered is still on this page. It will be saved as soon as you are online.",
  elsewhere: [
    "This answer was continued in another window (another tab or device).",
    " Please choose which to keep. Until you do, nothing is lost.",
  ],
  mine: "Keep what is in this window",
  theirs: "Change to what is in the other window",
  sentAlready:
    "An answer has already been sent under this code. What is in this window is not saved.",
  saveExpired:
    "Some time has passed since you entered your code, so your answers so far cannot be saved. They are kept in this tab. Enter the code again to go on.",
  saveStopped: "This survey takes no answers now, so your answers so far cannot be saved.",
  notSentYet: "Not sent yet.",
  waitingKept:
    " Your answer is kept on this device and will be sent as soon as you are online. You may close this page; if you do, enter the same code on the same device to send it.",
  waitingOpen: " It will be sent as soon as you are online. Please keep this page open.",
  retry: "Send again",
  recall: "Do not send; change my answers",
  refused: " Please correct the questions below, then send again.",
  sendExpired: [
    " Some time has passed since you entered your code. Your answer is kept on this device. ",
    "Enter the code again",
    " and it will be sent.",
  ],
  reopen: "Open the page again",
  notSent: "Not sent. ",
  failed: "Your answer could not be sent. ",
  sending: "Sending…",
};

/** The notes in a language; in Japanese where there are none. */
export function scriptNotes(locale: string): ScriptNotes {
  return locale.split("-")[0] === "en" ? en : ja;
}

/** Why the server takes no more, in the language of the form; `message` is the server's own. */
export function noMoreNote(why: string | undefined, message: string, locale: string): string {
  const { noMore } = answeringNotes(locale);
  return isNoMore(why, noMore) ? noMore[why] : message;
}

function isNoMore(why: string | undefined, noMore: Record<NoMore, string>): why is NoMore {
  return why !== undefined && Object.hasOwn(noMore, why);
}
