import {
  type ConditionWords,
  englishConditions,
  japaneseConditions,
} from "#app/domain/survey/condition-words.ts";

/** What the paper questionnaire itself says, around the questions. */
export interface PaperWords {
  conditions: ConditionWords;
  question(number: number): string;
  required: string;
  /** Before a question or page that not everybody answers; takes a condition in words. */
  only(condition: string): string;
  /** A question that must be answered under a condition. */
  requiredWhen(condition: string): string;
  /** What stands in a title for an answer given elsewhere. */
  earlierAnswer(question: string): string;
  chooseOne: string;
  choose(least: number, most: number | null): string;
  oneInEachRow: string;
  differentInEachRow: string;
  rankAll(places: number): string;
  rankSome(least: number, most: number): string;
  place: string;
  numbers(min: number | null, max: number | null): string;
  longest(characters: number): string;
  day: [year: string, month: string, day: string];
  comment: string;
  panel(number: number): string;
  morePanels(shown: number, most: number): string;
}

const count = (number: number) => number.toLocaleString("en", { maximumFractionDigits: 10 });

const japanese: PaperWords = {
  conditions: japaneseConditions,
  question: (number) => `問${number}`,
  required: "必須",
  only: (condition) => `（${condition}だけ、答えてください）`,
  requiredWhen: (condition) => `（${condition}は、必ず答えてください）`,
  earlierAnswer: (question) => `（${question}の答え）`,
  chooseOne: "1つに✓を付けてください。",
  choose(least, most) {
    if (most === null) {
      return least > 1
        ? `${least}つ以上に✓を付けてください。`
        : "当てはまるものすべてに✓を付けてください。";
    }
    if (least === most) return `${most}つに✓を付けてください。`;
    return least > 1
      ? `${least}つから${most}つに✓を付けてください。`
      : `${most}つまで✓を付けてください。`;
  },
  oneInEachRow: "行ごとに1つに✓を付けてください。",
  differentInEachRow: "行ごとに1つに✓を付けてください。同じ列は1回だけ選べます。",
  rankAll: (places) => `すべての項目に、1から${places}までの順位を1回ずつ書いてください。`,
  rankSome: (least, most) =>
    least > 1
      ? `選ぶ項目だけに、1から順に順位を書いてください（${least}つから${most}つ）。`
      : `選ぶ項目だけに、1から順に順位を書いてください（${most}つまで）。`,
  place: "位",
  numbers(min, max) {
    if (min !== null && max !== null) return `${count(min)}から${count(max)}までの数`;
    if (min !== null) return `${count(min)}以上の数`;
    return max === null ? "数" : `${count(max)}以下の数`;
  },
  longest: (characters) => `${count(characters)}字まで`,
  day: ["年", "月", "日"],
  comment: "補足があれば書いてください",
  panel: (number) => `${number}件目`,
  morePanels: (shown, most) =>
    `${shown + 1}件目からは、同じことを別の紙に書いて添えてください（${most}件まで）。`,
};

const english: PaperWords = {
  conditions: englishConditions,
  question: (number) => `Question ${number}`,
  required: "Required",
  only: (condition) => `(Please answer only ${condition}.)`,
  requiredWhen: (condition) => `(Please answer without fail ${condition}.)`,
  earlierAnswer: (question) => `(your answer to ${question})`,
  chooseOne: "Please tick one.",
  choose(least, most) {
    if (most === null)
      return least > 1 ? `Please tick ${least} or more.` : "Please tick all that apply.";
    if (least === most) return `Please tick ${most}.`;
    return least > 1 ? `Please tick ${least} to ${most}.` : `Please tick up to ${most}.`;
  },
  oneInEachRow: "Please tick one in each row.",
  differentInEachRow: "Please tick one in each row, and each column only once.",
  rankAll: (places) => `Please give every item a rank from 1 to ${places}, each rank once.`,
  rankSome: (least, most) =>
    `Please rank only the items you choose, from 1 on (${least > 1 ? `${least} to ${most}` : `up to ${most}`}).`,
  place: "",
  numbers(min, max) {
    if (min !== null && max !== null) return `A number from ${count(min)} to ${count(max)}`;
    if (min !== null) return `A number of ${count(min)} or more`;
    return max === null ? "A number" : `A number of ${count(max)} or less`;
  },
  longest: (characters) => `Up to ${count(characters)} characters`,
  day: ["(year)", "(month)", "(day)"],
  comment: "Add a comment if you wish",
  panel: (number) => `No. ${number}`,
  morePanels: (shown, most) =>
    `If there are more than ${shown}, please write the same on a separate sheet (up to ${most}).`,
};

/** The words in a language; in Japanese where there are none. */
export function paperWords(locale: string): PaperWords {
  return locale.split("-")[0] === "en" ? english : japanese;
}
