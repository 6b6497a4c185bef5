import { dateParts, wareki, weekday } from "#app/domain/japan/index.ts";

/** What the first page and the edges of the paper questionnaire say. */
export interface CoverWords {
  heading: string;
  sample: string;
  deadline: string;
  undecided: string;
  contact: string;
  code: string;
  codeNote: string;
  howTo: string;
  steps: string[];
  /** Takes 匿名 or 記名. */
  handling(mode: string): string;
  date(date: string): string;
  end: string;
}

const japanese: CoverWords = {
  heading: "調査票",
  sample: "サンプル",
  deadline: "締切",
  undecided: "未定",
  contact: "問い合わせ先",
  code: "回答コード",
  codeNote:
    "依頼状にある16文字のコードを書き写してください。数字の0と1、英字のOとIは使っていません。",
  howTo: "書き方",
  steps: [
    "□には✓を付けてください。文字と数は、枠の中に黒のペンで書いてください。",
    "書き間違えたときは、二重線で消して、近くに書き直してください。",
    "「必須」の問は、必ず答えてください。",
  ],
  handling: (mode) => `回答の取扱い（${mode}）`,
  date: (date) => `${wareki(date)}（${weekday(date)}曜日）`,
  end: "質問は以上です。御協力ありがとうございました。",
};

const english: CoverWords = {
  heading: "Questionnaire",
  sample: "サンプル (sample)",
  deadline: "Deadline",
  undecided: "not yet decided",
  contact: "Contact",
  code: "Answer code",
  codeNote:
    "Please copy the code of 16 characters from the letter. It has no digits 0 and 1 and no letters O and I.",
  howTo: "How to fill it in",
  steps: [
    "Tick the boxes (✓). Write words and numbers inside the frames with a black pen.",
    "To correct a mistake, strike it out with two lines and write beside it.",
    "Please answer every question marked “Required”.",
  ],
  handling: () => "How your answers are treated（回答の取扱い）",
  date(date) {
    const { year, month, day } = dateParts(date);
    const instant = new Date(Date.UTC(year, month - 1, day));
    return instant.toLocaleDateString("en-GB", { dateStyle: "full", timeZone: "UTC" });
  },
  end: "This is the end of the questionnaire. Thank you.",
};

/** The words in a language; in Japanese where there are none. */
export function coverWords(locale: string): CoverWords {
  return locale.split("-")[0] === "en" ? english : japanese;
}
