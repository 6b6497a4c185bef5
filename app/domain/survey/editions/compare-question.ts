import type { Choice, Question } from "../questionnaire.ts";
import { careful, type EditionChange, light, notShownBefore, refusal } from "./change.ts";
import { compareChoices } from "./compare-choices.ts";
import { compareLimits } from "./compare-limits.ts";
import { likeness, sameMeaning } from "./likeness.ts";

/** What changes of one question that both editions have, with the questions inside it. */
export function compareQuestion(
  label: string,
  before: Question,
  after: Question,
  field = after.name,
): EditionChange[] {
  if (before.type !== after.type) {
    const what = `${label}の種類が「${before.type}」から「${after.type}」に変わります。`;
    return [
      refusal(
        field,
        `${what}すでに受け付けた回答が読めなくなります。新しい名前の問にしてください。`,
      ),
    ];
  }
  const changes = [
    ...compareWording(label, before, after),
    ...compareConditions(label, before, after),
    ...compareLimits(label, before, after),
    ...compareLists(label, before, after),
    ...compareInside(label, before, after),
  ];
  return changes.map((change) => ({ ...change, question: field }));
}

function compareWording(label: string, before: Question, after: Question): EditionChange[] {
  const changes: EditionChange[] = [];
  if (before.title !== after.title) {
    const what = `${label}の文が「${before.title}」から「${after.title}」に変わります。`;
    const another = likeness(before.title, after.title) < sameMeaning;
    changes.push(
      another
        ? refusal(
            after.name,
            `${what}別のことを尋ねる問には、新しい名前を付けてください。同じ名前では、前の回答と混ざります。`,
          )
        : careful(after.name, what, {
            tables: "集計には新しい文を載せます。前の版で答えた人は、前の文を読んで答えています。",
          }),
    );
  }
  if (before.description !== after.description) {
    changes.push(light(after.name, `${label}の説明が変わります。`));
  }
  if (before.type === "html" && after.type === "html" && before.html !== after.html) {
    changes.push(light(after.name, `${label}の文が変わります。`));
  }
  return changes;
}

const conditions = [
  ["visibleIf", "表示する条件"],
  ["enableIf", "答えられる条件"],
  ["requiredIf", "必須になる条件"],
] as const;

function compareConditions(label: string, before: Question, after: Question): EditionChange[] {
  return conditions
    .filter(([key]) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map(([, words]) =>
      careful(after.name, `${label}の${words}が変わります。`, {
        given: "新しい条件では尋ねない人の回答があっても、受け付けた回答は変えずに残します。",
        tables:
          "非該当と無回答は新しい条件で数えます。前の版で答えた人とは、尋ねられた範囲が違います。",
        drafts: true,
      }),
    );
}

function compareLists(label: string, before: Question, after: Question): EditionChange[] {
  const [old, now] = [listsOf(before), listsOf(after)];
  const values = valuesOf(before);
  if (JSON.stringify(values) !== JSON.stringify(valuesOf(after))) {
    const what = `${label}の答えの値が変わります。`;
    return [
      refusal(
        after.name,
        `${what}すでに受け付けた回答が読めなくなります。元の値に戻してください。`,
      ),
    ];
  }
  return now.flatMap(({ kind, choices }, at) => {
    const before = old[at]?.choices ?? [];
    const added = choices.some(({ value }) => !before.some((choice) => choice.value === value));
    const changes = compareChoices({ question: after.name, label, kind }, before, choices);
    return added && answersAll(after, kind)
      ? [...changes, incomplete(label, after.name, kind)]
      : changes;
  });
}

/** Whether an answer has to name every row or choice. */
function answersAll(question: Question, kind: string): boolean {
  if (question.type === "matrix") return kind === "行" && question.eachRowRequired;
  return question.type === "ranking" && !question.selectToRank;
}

function incomplete(label: string, question: string, kind: string): EditionChange {
  return careful(question, `${label}では、加わる${kind}にも答えなければなりません。`, {
    given: `前の版の回答は、加わった${kind}に答えがないまま残します。`,
    drafts: true,
  });
}

/** The two values of a boolean, which answers store as they are. */
function valuesOf(question: Question): unknown {
  return question.type === "boolean" ? [question.whenTrue.value, question.whenFalse.value] : null;
}

function listsOf(question: Question): { kind: string; choices: readonly Choice[] }[] {
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
    case "checkbox":
    case "ranking":
      return [{ kind: "選択肢", choices: question.choices }];
    case "rating":
      return [{ kind: "段階", choices: question.choices }];
    case "matrix":
      return [
        { kind: "行", choices: question.rows },
        { kind: "列", choices: question.columns },
      ];
    default:
      return [];
  }
}

/** The questions of a dynamic panel and the items of a multiple text, as questions of their own. */
function compareInside(label: string, before: Question, after: Question): EditionChange[] {
  const [old, now] = [insideOf(before), insideOf(after)];
  const removed = old.filter(({ name }) => !now.some((each) => each.name === name));
  const added = now.filter(({ name }) => !old.some((each) => each.name === name));
  return [
    ...removed.map((each) =>
      careful(after.name, `${label}の「${each.title}」の欄がなくなります。`, {
        given: "この欄の回答は変えずに残しますが、集計の表には出ません。",
        tables: "この欄の表はなくなります。",
        drafts: true,
      }),
    ),
    ...added.map((each) =>
      careful(after.name, `${label}に「${each.title}」の欄が加わります。`, {
        given: each.required ? "前の版の回答は、この欄に答えがないまま残します。" : null,
        tables: notShownBefore("欄"),
        drafts: each.required,
      }),
    ),
    ...now.flatMap((each) => {
      const same = old.find(({ name }) => name === each.name);
      return same ? compareQuestion(`${label}の「${each.title}」の欄`, same, each, after.name) : [];
    }),
  ];
}

function insideOf(question: Question): readonly Question[] {
  if (question.type === "multipletext") return question.items;
  return question.type === "paneldynamic" ? question.questions : [];
}
