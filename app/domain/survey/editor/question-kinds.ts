import type { JsonObject, JsonValue } from "../json.ts";

/** A kind of question as a clerk chooses it; one SurveyJS type may stand behind several. */
export interface QuestionKind {
  kind: string;
  label: string;
  /** Whether it may stand inside a dynamic panel. */
  inPanel: boolean;
  /** What a new one of the kind holds beside type, name and title. */
  start: JsonObject;
  type: string;
}

const choice = (count: number, prefix = "a", word = "選択肢"): JsonValue[] =>
  Array.from({ length: count }, (_, index) => ({
    value: `${prefix}${index + 1}`,
    text: `${word}${index + 1}`,
  }));

const kind = (
  name: string,
  label: string,
  start: JsonObject = {},
  type = name,
  inPanel = true,
): QuestionKind => ({ kind: name, label, inPanel, start, type });

/** Every kind that can be added, in the order in which it is offered. */
export const questionKinds: readonly QuestionKind[] = [
  kind("radiogroup", "1つ選ぶ", { choices: choice(2) }),
  kind("checkbox", "いくつでも選ぶ", { choices: choice(2) }),
  kind("dropdown", "一覧から1つ選ぶ", { choices: choice(2) }),
  kind("boolean", "はい・いいえで答える"),
  kind("rating", "段階で答える", { rateMin: 1, rateMax: 5 }),
  kind("ranking", "順位を付ける", { choices: choice(3) }),
  kind("matrix", "表で答える", { columns: choice(2, "c", "列"), rows: choice(2, "r", "行") }),
  kind("number", "数を入力する", { inputType: "number" }, "text"),
  kind("date", "日付を入力する", { inputType: "date" }, "text"),
  kind("text", "短い文を入力する"),
  kind("comment", "長い文を入力する"),
  kind("multipletext", "いくつかの欄に入力する", {
    items: [
      { name: "i1", title: "欄1" },
      { name: "i2", title: "欄2" },
    ],
  }),
  kind("paneldynamic", "同じ問を何件か繰り返す", { minPanelCount: 1 }, "paneldynamic", false),
  kind("html", "説明の文（答えのない文）"),
];

/** What a question is called by its kind: 1つ選ぶ. Of a type that is not known, undefined. */
export function kindLabel(json: JsonObject): string | undefined {
  const type = typeof json.type === "string" ? json.type : "";
  const input = type === "text" && (json.inputType === "number" || json.inputType === "date");
  const wanted = input ? json.inputType : type;
  if (wanted === "panel") return "問のまとまり";
  return questionKinds.find(({ kind }) => kind === wanted)?.label;
}

/** A new question; one of a dynamic panel begins with a question inside it. */
export function newQuestion({ kind, type, start }: QuestionKind, name: string): JsonObject {
  if (type === "html") return { type, name, html: "<p>ここに説明の文を書きます。</p>" };
  const head = { type, name, title: "ここに問の文を書きます。" };
  if (kind !== "paneldynamic") return { ...head, ...start };
  const inner = { type: "text", name: "t1", title: "ここに問の文を書きます。" };
  return { ...head, ...start, templateElements: [inner] };
}

/** The definition that a new questionnaire begins with: one page, one question to be rewritten. */
export const emptyDefinition: JsonObject = {
  title: "新しい調査票",
  pages: [
    {
      name: "p1",
      title: "1　はじめのページ",
      elements: [
        {
          type: "radiogroup",
          name: "q1",
          title: "ここに問の文を書きます。",
          choices: choice(2),
        },
      ],
    },
  ],
};
