const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    value: `a${index + 1}`,
    text: `選択肢${index + 1}`,
  }));

const question = (number: number, rest: object) => ({
  name: `q${number}`,
  title: `${number}番目の質問です。`,
  ...rest,
});

const from = (first: number, last: number, rest: object) =>
  Array.from({ length: last - first + 1 }, (_, index) => question(first + index, rest));

/** Thirty questions as surveys of firms ask them; the fifth is for some of the firms alone. */
export const thirtyQuestions = {
  title: "事業者アンケート（計測用）",
  pages: [
    {
      name: "p1",
      elements: [
        ...from(1, 4, { type: "radiogroup", choices: choices(5) }),
        question(5, { type: "radiogroup", choices: choices(5), visibleIf: "{q4} = 'a1'" }),
        ...from(6, 16, { type: "radiogroup", choices: choices(5) }),
        question(17, { type: "dropdown", choices: choices(8) }),
        ...from(18, 22, { type: "checkbox", choices: choices(6) }),
        ...from(23, 26, { type: "rating", rateMin: 1, rateMax: 5 }),
        question(27, { type: "boolean", labelTrue: "はい", labelFalse: "いいえ" }),
        ...from(28, 29, { type: "text", inputType: "number", min: 0, max: 5000, step: 1 }),
        question(30, { type: "comment", maxLength: 500 }),
      ],
    },
  ],
};
