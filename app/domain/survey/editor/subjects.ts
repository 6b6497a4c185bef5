import type { JsonObject } from "../json.ts";
import type { Question } from "../questionnaire.ts";
import type { ConditionValue, Operator } from "./condition.ts";
import { flattened, outlineOf } from "./outline.ts";
import { isWithin, type Place } from "./places.ts";
import { readLeniently } from "./texts.ts";

/** An answer that a condition can ask for. */
export interface Subject {
  /** As it stands in braces: q6, q11.r1, panel.trade. */
  variable: string;
  /** 問6　直近1年間に… */
  label: string;
  kind: "one" | "several" | "steps" | "number" | "date" | "text" | "any";
  /** What can be chosen; empty for numbers, dates and texts. */
  answers: { value: ConditionValue; text: string }[];
}

const words = {
  notempty: "に答えた",
  empty: "に答えていない",
} as const;

const compared = {
  equal: "が次と同じ",
  notequal: "が次と違う",
  greaterorequal: "が次以上",
  lessorequal: "が次以下",
  greater: "が次より大きい",
  less: "が次より小さい",
} as const;

/** How the operators read for each kind of answer: what can be picked. */
export const operatorWords: Record<Subject["kind"], Partial<Record<Operator, string>>> = {
  one: {
    equal: "で次を選んだ",
    notequal: "で次を選んでいない",
    anyof: "で次のどれかを選んだ",
    ...words,
  },
  several: {
    contains: "で次を選んだ",
    notcontains: "で次を選んでいない",
    anyof: "で次のどれかを選んだ",
    allof: "で次のすべてを選んだ",
    ...words,
  },
  steps: { ...compared, ...words },
  number: { ...compared, ...words },
  date: { ...compared, ...words },
  text: { equal: "が次と同じ", contains: "に次の言葉がある", ...words },
  any: words,
};

/**
 * The answers that a condition at a place can ask for: of questions that come before it (a
 * condition on a later one would change what has been answered), and in a dynamic panel of the
 * same entry.
 */
export function subjectsAt(definition: JsonObject, place: Place): Subject[] {
  const entries = flattened(outlineOf(definition));
  const at = entries.findIndex(
    (entry) => isWithin(place, entry.place) && entry.place.length === place.length,
  );
  const before = entries.slice(0, at === -1 ? 0 : at);
  const questions = readLeniently(definition).pages.flatMap((page): Question[] => page.questions);
  const panel = entries.find(
    (entry) =>
      entry.type === "paneldynamic" &&
      isWithin(place, entry.place) &&
      entry.place.length < place.length,
  );
  return before.flatMap(({ place: own, name }) => {
    const question = questions.find((each) => each.name === name);
    const inThis =
      panel !== undefined && isWithin(own, panel.place) && own.length > panel.place.length;
    if (inThis) {
      const around = questions.find((each) => each.name === panel.name);
      const inner = around?.type === "paneldynamic" ? around.questions : [];
      return inner
        .filter((each) => each.name === name)
        .flatMap((each) => subjectsOf(each, "panel."));
    }
    const nested = entries.some(
      (other) =>
        other.type === "paneldynamic" &&
        other.place.length < own.length &&
        isWithin(own, other.place),
    );
    return question && !nested && own !== panel?.place ? subjectsOf(question, "") : [];
  });
}

function subjectsOf(question: Question, prefix: string): Subject[] {
  const variable = prefix + question.name;
  const label = question.number > 0 ? `問${question.number}　${question.title}` : question.title;
  const one = (kind: Subject["kind"], answers: Subject["answers"] = []): Subject[] => [
    { variable, label, kind, answers },
  ];
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
      return one("one", question.choices);
    case "checkbox":
      return one("several", question.choices);
    case "rating":
      return one("steps", question.choices);
    case "boolean":
      return one("one", [question.whenTrue, question.whenFalse]);
    case "number":
    case "date":
    case "text":
      return one(question.type);
    case "matrix":
      return question.rows.map(({ value, text }) => ({
        variable: `${variable}.${value}`,
        label: `${label}（${text}）`,
        kind: "one",
        answers: question.columns,
      }));
    case "comment":
      return one("any");
    case "multipletext":
      return question.items.map(({ name, title, type }) => ({
        variable: `${variable}.${name}`,
        label: `${label}（${title}）`,
        kind: type,
        answers: [],
      }));
    case "ranking":
    case "paneldynamic":
      return one("any");
    case "html":
      return [];
  }
}
