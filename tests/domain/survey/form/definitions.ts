import fc from "fast-check";

/** Definitions of all types with limits, "other", conditions on what comes before, and pages. */
export const definitions: fc.Arbitrary<object> = fc
  .array(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })
  .chain((shape) =>
    fc
      .tuple(...shape.flatMap((page) => page.map(() => question)), fc.constant(shape))
      .map((parts) => {
        const questions = parts.slice(0, -1) as Question[];
        let at = 0;
        const asked: string[] = ["first"];
        return {
          title: "作られた調査票",
          pages: shape.map((page, index) => ({
            name: `p${index + 1}`,
            elements: [
              ...(index === 0 ? [first] : []),
              ...page.map(() => {
                const made = questions[at++] ?? { type: "html", html: "" };
                return named(made, `q${at}`, asked);
              }),
            ],
          })),
        };
      }),
  );

interface Question {
  type: string;
  condition?: number;
  [property: string]: unknown;
}

const first = {
  type: "radiogroup",
  name: "first",
  isRequired: true,
  choices: ["a", "b"],
};

/** Gives a question its name, and may hang it on one before. */
function named({ condition = 0, ...made }: Question, name: string, asked: string[]) {
  const on = asked[condition % asked.length] ?? "first";
  const visible = condition % 3 === 0 ? { visibleIf: `{${on}} = 'a'` } : {};
  const required = condition % 5 === 0 ? { requiredIf: "{first} = 'b'" } : {};
  if (made.type === "radiogroup") asked.push(name);
  return { ...made, name, title: `問い ${name} {first}`, ...visible, ...required };
}

const choices = fc.constantFrom<unknown[]>(
  ["a", "b", "c"],
  ["a", { value: 2, text: "二" }, { value: "x y", text: "空白 入り" }],
);
const base = { condition: fc.nat({ max: 30 }), isRequired: fc.boolean() };
const question: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ ...base, type: fc.constant("text"), maxLength: fc.constantFrom(5, 100) }),
  fc.record({ ...base, type: fc.constant("text"), inputType: fc.constant("email") }),
  fc.record({
    ...base,
    type: fc.constant("text"),
    inputType: fc.constant("number"),
    min: fc.constantFrom(-5, 0, 3),
    max: fc.constantFrom(10, 5000),
    step: fc.constantFrom(1, 0.5),
  }),
  fc.record({ ...base, type: fc.constant("text"), inputType: fc.constant("date") }),
  fc.record({ ...base, type: fc.constant("comment"), showCommentArea: fc.boolean() }),
  fc.record({ ...base, type: fc.constant("boolean") }),
  fc.record({
    ...base,
    type: fc.constant("boolean"),
    valueTrue: fc.constantFrom<unknown>("yes", 1),
    valueFalse: fc.constantFrom<unknown>("no", 0),
  }),
  fc.record({
    ...base,
    type: fc.constantFrom("radiogroup", "dropdown"),
    choices: fc.constant(["a", "b", 3]),
    showOtherItem: fc.boolean(),
    showNoneItem: fc.boolean(),
  }),
  fc.record({
    ...base,
    type: fc.constant("checkbox"),
    choices,
    showOtherItem: fc.boolean(),
    showNoneItem: fc.boolean(),
    showRefuseItem: fc.boolean(),
    showDontKnowItem: fc.boolean(),
    maxSelectedChoices: fc.constantFrom(0, 2),
  }),
  fc.record({ ...base, type: fc.constant("rating"), rateMin: fc.constantFrom(0, 1) }),
  fc.record({ ...base, type: fc.constant("ranking"), choices }),
  fc.record({
    ...base,
    type: fc.constant("ranking"),
    choices,
    selectToRankEnabled: fc.constant(true),
    maxSelectedChoices: fc.constantFrom(0, 2),
  }),
  fc.record({
    ...base,
    type: fc.constant("matrix"),
    rows: fc.constant(["r1", { value: 2, text: "行 2" }]),
    columns: choices,
    eachRowRequired: fc.boolean(),
    eachRowUnique: fc.boolean(),
  }),
  fc.record({
    ...base,
    type: fc.constant("multipletext"),
    items: fc.constant([
      { name: "a" },
      { name: "n", inputType: "number", isRequired: true },
      { name: "d", inputType: "date" },
    ]),
  }),
  fc.record({
    ...base,
    type: fc.constant("paneldynamic"),
    minPanelCount: fc.constantFrom(0, 1, 2),
    maxPanelCount: fc.constantFrom(2, 5),
    templateElements: fc.constant([
      { type: "boolean", name: "on", isRequired: true },
      {
        type: "radiogroup",
        name: "kind",
        visibleIf: "{panel.on} = true",
        isRequired: true,
        choices: ["k1", "k2"],
        showOtherItem: true,
      },
      { type: "checkbox", name: "several", choices: ["s1", "s2"] },
      {
        type: "text",
        name: "count",
        inputType: "number",
        requiredIf: "{panel.kind} = 'k1'",
        title: "{panelIndex}件目の{panel.kind}",
      },
    ]),
  }),
  fc.record({ type: fc.constant("html"), html: fc.constant("<p>説明</p>") }),
);
