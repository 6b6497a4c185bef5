const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    value: `a${index + 1}`,
    text: `選択肢${index + 1}`,
  }));

const line = { type: "text", maxLength: 60 };
const number = { type: "text", inputType: "number", min: 0, max: 5000, step: 1 };
const radio = (count = 4) => ({ type: "radiogroup", choices: choices(count) });
const check = (count = 6) => ({ type: "checkbox", choices: choices(count) });

/** Four pages of ten questions: every type, every kind of limit, conditions on most. */
const pages: [name: string, visibleIf: string, questions: Record<string, unknown>[]][] = [
  [
    "事業者",
    "",
    [
      { ...line, isRequired: true },
      { ...line, inputType: "email" },
      { ...line, inputType: "tel", validators: [{ type: "regex", regex: "^[^<>]*$" }] },
      { ...number, isRequired: true },
      { type: "text", inputType: "date", min: "1950-01-01", max: "2026-12-31" },
      { ...radio(), isRequired: true },
      { ...radio(), showOtherItem: true, requiredIf: "{q6} = 'a1'" },
      { type: "dropdown", choices: choices(20), isRequired: true },
      { type: "boolean", isRequired: true, labelTrue: "出している", labelFalse: "出していない" },
      { type: "comment", maxLength: 400, visibleIf: "{q9} = true" },
    ],
  ],
  [
    "働く条件",
    "{q4} >= 1",
    [
      { ...check(), isRequired: true, showOtherItem: true, showNoneItem: true },
      { ...check(4), maxSelectedChoices: 3, visibleIf: "{q11} anyof ['a1', 'a2', 'a3']" },
      {
        type: "matrix",
        rows: choices(5),
        columns: choices(4),
        eachRowRequired: true,
        visibleIf: "{q6} = 'a1' or {q6} = 'a2'",
      },
      { type: "rating", rateMin: 1, rateMax: 5, isRequired: true },
      { type: "rating", rateMin: 0, rateMax: 10, visibleIf: "{q14} <= 2" },
      { ...number, requiredIf: "{q14} > 2 and {q4} > 30" },
      {
        ...number,
        min: 500,
        validators: [{ type: "numeric", minValue: 500, maxValue: 5000 }],
        enableIf: "{q16} notempty",
      },
      { ...radio(3), visibleIf: "{q9} = true and {q4} > 5" },
      { type: "comment", maxLength: 300, visibleIf: "{q18} = 'a1' or {q18} = 'a2'" },
      { type: "boolean", valueTrue: "ok", valueFalse: "ng" },
    ],
  ],
  [
    "下請",
    "",
    [
      { type: "ranking", choices: choices(5) },
      { type: "ranking", choices: choices(6), selectToRankEnabled: true, maxSelectedChoices: 3 },
      {
        type: "paneldynamic",
        visibleIf: "{q9} = true",
        minPanelCount: 1,
        maxPanelCount: 5,
        keyName: "trade",
        templateElements: [
          { type: "text", name: "trade", isRequired: true },
          { type: "boolean", name: "insured", isRequired: true },
          {
            type: "text",
            name: "count",
            inputType: "number",
            min: 1,
            visibleIf: "{panel.insured} = true",
          },
        ],
      },
      {
        type: "multipletext",
        items: [
          { name: "lowest", inputType: "number", isRequired: true },
          { name: "highest", inputType: "number" },
          { name: "memo" },
        ],
      },
      { type: "matrix", rows: choices(3), columns: choices(4), eachRowUnique: true },
      { ...radio(5), visibleIf: "{q13.a1} = 'a1'" },
      { ...check(8), validators: [{ type: "answercount", maxCount: 8 }] },
      {
        type: "dropdown",
        choices: choices(47),
        showDontKnowItem: true,
        showCommentArea: true,
      },
      { ...line, enableIf: "{q20} = 'ok'", isRequired: true },
      { type: "comment", maxLength: 1000 },
    ],
  ],
  [
    "条例",
    "{q8} notempty",
    [
      { ...radio(), isRequired: true },
      { ...check(), visibleIf: "{q31} = 'a1' or {q31} = 'a2'" },
      { ...radio(), visibleIf: "{q31} <> 'a1'" },
      { type: "rating", rateValues: [1, 2, 3, 4], isRequired: true },
      { ...number, validators: [{ type: "expression", expression: "{q35} >= 0 or {q35} empty" }] },
      { type: "text", inputType: "date", visibleIf: "{q35} > 10" },
      { ...line, inputType: "url" },
      { type: "matrix", rows: choices(6), columns: choices(5) },
      { ...check(5), showNoneItem: true, visibleIf: "{q11} contains 'a1'" },
      { type: "comment", maxLength: 2000, visibleIf: "{q34} < 3 and {q31} notempty" },
    ],
  ],
];

/** A definition of 40 questions (q1 … q40): what checking is measured by. */
export const fortyQuestions = {
  title: "40問の調査",
  pages: pages.map(([title, visibleIf, questions], page) => ({
    name: `p${page + 1}`,
    title,
    ...(visibleIf === "" ? {} : { visibleIf }),
    elements: questions.map((question, index) => ({
      name: `q${page * 10 + index + 1}`,
      title: `問${page * 10 + index + 1}`,
      ...question,
    })),
  })),
};
