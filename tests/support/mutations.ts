import { innerQuestions, type RawQuestion, rawQuestions, valuesAt } from "./reference/read-raw.ts";

type Answers = Record<string, unknown>;

/** What a mutation works with: a random number below n, the questions, one of them. */
interface Given {
  below(n: number): number;
  questions: RawQuestion[];
  question: RawQuestion;
}

/** An answer and what was done to it. */
export interface Mutated {
  kind: string;
  answers: unknown;
}

const ofType =
  (...types: string[]) =>
  ({ type, json }: RawQuestion) =>
    types.includes(type) || types.includes(`${type}:${json.inputType ?? "text"}`);

/** Changes by name, each with the questions it can be done to. Some leave an answer as good. */
const changes: Record<
  string,
  [(question: RawQuestion) => boolean, (answers: Answers, given: Given) => unknown]
> = {
  unchanged: [() => true, (answers) => answers],
  "keys in another order": [
    () => true,
    (answers) => Object.fromEntries(Object.entries(answers).reverse()),
  ],
  "left out": [
    () => true,
    (answers, { question }) =>
      Object.fromEntries(Object.entries(answers).filter(([key]) => !isOf(key, question.name))),
  ],
  "unknown key": [() => true, (answers) => ({ ...answers, nobody: 1 })],
  "key of another case": [
    ({ name }) => name !== name.toUpperCase(),
    (answers, { question }) => ({ ...answers, [question.name.toUpperCase()]: "a1" }),
  ],
  "constructor as a key": [
    () => true,
    (answers) => ({ ...answers, constructor: { prototype: 1 } }),
  ],
  "own __proto__": [
    () => true,
    (answers) => JSON.parse(JSON.stringify(answers).replace("{", '{"__proto__":{"x":1},')),
  ],
  "__proto__ in a value": [() => true, put(() => JSON.parse('{"__proto__":{"a1":"a1"}}'))],
  null: [() => true, put(() => null)],
  "not a number": [() => true, put(() => Number.NaN)],
  infinite: [ofType("text:number"), put(() => Number.POSITIVE_INFINITY)],
  huge: [ofType("text:number", "rating"), put(() => 1e300)],
  "empty text": [() => true, put(() => "")],
  blanks: [() => true, put(() => "　 ")],
  "empty list": [() => true, put(() => [])],
  "empty object": [() => true, put(() => ({}))],
  "deep nesting": [() => true, put(() => JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`))],
  "object in a text": [ofType("text", "comment"), put(() => ({ a: "b" }))],
  "list in a text": [ofType("text", "comment"), put(() => ["a"])],
  "abc in a number": [ofType("text:number"), put(() => "abc")],
  "digits in a number": [ofType("text:number"), put(() => "12")],
  "fraction in a number": [ofType("text:number"), put(() => 12.3456)],
  "below zero": [ofType("text:number"), put(() => -1)],
  "another number": [ofType("text:number"), put(({ below }) => below(200))],
  "string in a checkbox": [ofType("checkbox", "ranking"), put(({ question }) => choice(question))],
  "a choice twice": [
    ofType("checkbox", "ranking"),
    put(({ question }) => [choice(question), choice(question)]),
  ],
  "unknown choice in a list": [
    ofType("checkbox", "ranking"),
    put(({ question }) => [choice(question), "zzz"]),
  ],
  "none beside others": [ofType("checkbox"), put(({ question }) => ["none", choice(question)])],
  "all choices": [ofType("checkbox", "ranking"), put(({ question }) => choicesOf(question))],
  "ranking with a gap": [ofType("ranking"), put(({ question }) => choicesOf(question).slice(1))],
  "ranking reversed": [ofType("ranking"), put(({ question }) => choicesOf(question).reverse())],
  "another choice": [
    ofType("radiogroup", "dropdown", "boolean", "rating"),
    put(({ question, below }) => {
      const all = [...choicesOf(question), true, false, 1, 5];
      return all[below(all.length)];
    }),
  ],
  "choice outside the list": [ofType("radiogroup", "dropdown"), put(() => "zzz")],
  "other without its text": [
    ({ json }) => json.showOtherItem === true,
    (answers, { question }) => {
      const { [`${question.name}-Comment`]: _, ...rest } = answers;
      return { ...rest, [question.name]: question.type === "checkbox" ? ["other"] : "other" };
    },
  ],
  "other with its text": [
    ({ json }) => json.showOtherItem === true,
    (answers, { question: { name, type } }) => ({
      ...answers,
      [name]: type === "checkbox" ? ["other"] : "other",
      [`${name}-Comment`]: "ほかの事情",
    }),
  ],
  "comment to nothing": [
    () => true,
    (answers, { question }) => ({ ...answers, [`${question.name}-Comment`]: "一言" }),
  ],
  "rating 99": [ofType("rating"), put(() => 99)],
  "rating as text": [ofType("rating"), put(() => "5")],
  "boolean maybe": [ofType("boolean"), put(() => "maybe")],
  "boolean as text": [ofType("boolean"), put(() => "true")],
  "beyond maxLength": [
    ofType("text", "comment"),
    put(({ question }) => "あ".repeat(Number(question.json.maxLength ?? 4000) + 1)),
  ],
  "as long as may be": [
    ofType("text:text", "comment"),
    put(({ question }) => "あ".repeat(Number(question.json.maxLength ?? 4000))),
  ],
  "lone surrogate": [ofType("text", "comment"), put(() => "a\ud83d")],
  "whole emoji": [ofType("text:text", "comment"), put(() => "😀")],
  "control code": [ofType("text", "comment"), put(() => "a\u0007b")],
  "two lines": [ofType("text", "comment"), put(() => "一行目\n二行目")],
  markup: [ofType("text", "comment"), put(() => "<script>alert(1)</script>")],
  "no such day": [ofType("text:date"), put(() => "2026-02-30")],
  "day out of range": [ofType("text:date"), put(() => "1900-01-01")],
  "leap day": [ofType("text:date"), put(({ below }) => `${2000 + below(20)}-02-29`)],
  "time in a date": [ofType("text:date"), put(() => "2020-01-01T00:00:00Z")],
  "address that is none": [ofType("text:email"), put(() => "example.jp")],
  "unknown row": [ofType("matrix"), change((cells) => ({ ...cells, r99: "c1" }))],
  "unknown column": [ofType("matrix"), change((cells) => each(cells, () => "c99"))],
  "list in a cell": [ofType("matrix"), change((cells) => each(cells, (cell) => [cell]))],
  "row left out": [
    ofType("matrix"),
    change((cells) => Object.fromEntries(Object.entries(cells).slice(1))),
  ],
  "one column for all": [
    ofType("matrix"),
    put(({ question: { json } }) =>
      Object.fromEntries(valuesAt(json, "rows").map((row) => [row, valuesAt(json, "columns")[0]])),
    ),
  ],
  "surplus panels": [ofType("paneldynamic"), panels((list) => Array(60).fill(list[0] ?? {}))],
  "a key twice": [ofType("paneldynamic"), panels((list) => [list[0] ?? {}, list[0] ?? {}])],
  "empty panel": [ofType("paneldynamic"), panels((list) => [...list, {}])],
  "panel that is none": [ofType("paneldynamic"), panels((list) => [...list, "x"])],
  "unknown key in a panel": [
    ofType("paneldynamic"),
    panels((list) => list.map((entry) => ({ ...entry, nobody: 1 }))),
  ],
  "question of a panel left out": [
    ofType("paneldynamic"),
    (answers, given) => {
      const inner = innerQuestions(given.question);
      const out = inner[given.below(inner.length)]?.name ?? "";
      return panels((list) => list.map(({ [out]: _, ...rest }) => rest))(answers, given);
    },
  ],
  "unknown item": [ofType("multipletext"), change((items) => ({ ...items, nobody: "x" }))],
  "text in an item": [ofType("multipletext"), change((items) => each(items, () => "abc"))],
  "answer of another question": [
    () => true,
    (answers, { question, questions, below }) => {
      const other = questions[below(questions.length)]?.name ?? "";
      return { ...answers, [question.name]: answers[other] ?? "a1" };
    },
  ],
  "not an object": [() => true, (answers, { below }) => [[answers], "x", 1, null][below(4)]],
};

/** `count` answers, the same for the same seed: every kind of change to answers that were good. */
export function mutatedAnswers(
  definition: object,
  good: readonly object[],
  count: number,
  seed: number,
): Mutated[] {
  const below = belowOf(seed);
  const questions = rawQuestions(definition);
  const kinds = Object.entries(changes).flatMap(([kind, [fits, work]]) => {
    const fitting = questions.filter(fits);
    return fitting.length > 0 ? [{ kind, fitting, work }] : [];
  });
  return Array.from({ length: count }, (_, index) => {
    // Every other answer is changed at one place only or not at all, some at two.
    const times = below(8) === 0 ? 2 : 1;
    let answers: unknown = structuredClone(good[below(good.length)] ?? {});
    let name = "";
    for (let time = 0; time < times; time++) {
      const chosen = kinds[time === 0 ? index % kinds.length : below(kinds.length)];
      const question = chosen?.fitting[below(chosen.fitting.length)];
      if (!chosen || !question || !isAnswers(answers)) break;
      answers = chosen.work(answers, { below, questions, question });
      name += `${name && ", "}${chosen.kind} (${question.name})`;
    }
    return { kind: name, answers };
  });
}

function put(value: (given: Given) => unknown) {
  return (answers: Answers, given: Given) => ({ ...answers, [given.question.name]: value(given) });
}

function change(work: (value: Answers) => unknown) {
  return (answers: Answers, { question }: Given) => {
    const value = answers[question.name];
    return { ...answers, [question.name]: work(isAnswers(value) ? value : {}) };
  };
}

function panels(work: (list: Answers[]) => unknown) {
  return (answers: Answers, { question }: Given) => {
    const value = answers[question.name];
    return { ...answers, [question.name]: work(Array.isArray(value) ? value : []) };
  };
}

function each(value: Answers, work: (part: unknown) => unknown): Answers {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, work(part)]));
}

function choicesOf({ json }: RawQuestion): unknown[] {
  return valuesAt(json, "choices");
}

function choice(question: RawQuestion): unknown {
  return choicesOf(question)[0];
}

function isOf(key: string, name: string): boolean {
  return key === name || key === `${name}-Comment`;
}

function isAnswers(value: unknown): value is Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Numbers below n from a seed (mulberry32). */
function belowOf(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}
