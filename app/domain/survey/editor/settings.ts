import type { JsonObject } from "../json.ts";
import { checksOf } from "./answer-checks.ts";

/** One setting of a question; `names` are SurveyJS's, the first the present one. */
export type Setting = { label: string; hint?: string } & (
  | { kind: "flag"; names: string[] }
  | { kind: "number"; names: string[] }
  | { kind: "date"; names: string[] }
  | { kind: "text"; names: string[]; lines?: boolean }
  | { kind: "pick"; names: string[]; options: { value: string; label: string }[] }
  | { kind: "special"; names: string[]; text: string; usual: string }
  | { kind: "items"; property: "choices" | "rows" | "columns" | "rateValues"; prefix: string }
  | { kind: "fields" }
  /** What is stored for an answer; `usual` where nothing is written. */
  | { kind: "value"; names: string[]; usual: boolean }
  | { kind: "checks" }
);

const flag = (label: string, ...names: string[]): Setting => ({ kind: "flag", label, names });
const number = (label: string, name: string, hint?: string): Setting => ({
  ...{ kind: "number", label, names: [name] },
  ...(hint === undefined ? {} : { hint }),
});
const text = (label: string, ...names: string[]): Setting => ({ kind: "text", label, names });
const choices: Setting = { kind: "items", label: "選択肢", property: "choices", prefix: "a" };
const special = (label: string, usual: string, text: string, ...names: string[]): Setting => ({
  ...{ kind: "special", label, usual, text, names },
});

const specials = [
  special(
    "「その他」を置く（内容を書いてもらう）",
    "その他",
    "otherText",
    "showOtherItem",
    "hasOther",
  ),
  special("「なし」を置く", "なし", "noneText", "showNoneItem", "hasNone"),
  special("「分からない」を置く", "分からない", "dontKnowText", "showDontKnowItem"),
  special("「回答しない」を置く", "回答しない", "refuseText", "showRefuseItem"),
];
const beside = flag("答えの横に、補足を書く欄を置く", "showCommentArea", "hasComment");
const selected = [
  number("いくつ以上選ぶか", "minSelectedChoices"),
  number("いくつまで選べるか", "maxSelectedChoices"),
];
const inputTypes: Setting = {
  kind: "pick",
  label: "入力するもの",
  names: ["inputType"],
  options: [
    { value: "text", label: "文" },
    { value: "email", label: "メールアドレス" },
    { value: "tel", label: "電話番号" },
    { value: "url", label: "ホームページのアドレス" },
  ],
};

const storedFor = (word: string, usual: boolean, name: string): Setting => ({
  ...{ kind: "value", names: [name], usual },
  label: `「${word}」を記録する値`,
  hint:
    `書かないときは ${usual} です。ふつうは書きません。` +
    "変えたときは、この問の答えを使う条件を選び直してください。",
});

/** The settings of a question's type, in the order of its form; none of a type that is not known. */
export function settingsOf(json: JsonObject): Setting[] {
  const own = ownSettingsOf(json);
  return checksOf(json).length > 0 || hasChecks(json)
    ? [...own, { kind: "checks", label: "答えの検査" }]
    : own;
}

/** A type without checks of its own may still carry an expression. */
function hasChecks(json: JsonObject): boolean {
  const { type, validators } = json;
  return ownSettingsOf(json).length > 0 && type !== "html" && Array.isArray(validators);
}

function ownSettingsOf(json: JsonObject): Setting[] {
  switch (json.type) {
    case "text":
      return lineSettings(json);
    case "comment":
      return [number("字数の上限", "maxLength"), number("欄の高さ（行）", "rows")];
    case "boolean":
      return [
        text("「はい」の言葉", "labelTrue"),
        text("「いいえ」の言葉", "labelFalse"),
        beside,
        storedFor("はい", true, "valueTrue"),
        storedFor("いいえ", false, "valueFalse"),
      ];
    case "radiogroup":
    case "dropdown":
      return [choices, ...specials, beside];
    case "checkbox":
      return [choices, ...specials, ...selected, beside];
    case "rating":
      return [
        ...stepsOf(json),
        text("一番小さい段階の意味", "minRateDescription", "mininumRateDescription"),
        text("一番大きい段階の意味", "maxRateDescription", "maximumRateDescription"),
        beside,
      ];
    case "ranking":
      return [
        choices,
        flag("選んだものにだけ順位を付ける", "selectToRankEnabled"),
        ...(json.selectToRankEnabled === true ? selected : []),
        beside,
      ];
    case "matrix":
      return [
        { kind: "items", label: "行（たずねること）", property: "rows", prefix: "r" },
        { kind: "items", label: "列（答え）", property: "columns", prefix: "c" },
        flag("すべての行に答えてもらう", "eachRowRequired", "isAllRowRequired"),
        flag("同じ列は1回しか選べない", "eachRowUnique"),
        beside,
      ];
    case "multipletext":
      return [{ kind: "fields", label: "入力する欄" }];
    case "paneldynamic":
      return [
        number("少なくとも何件か", "minPanelCount"),
        number("多くて何件か", "maxPanelCount"),
        text("1件ごとの見出し", "templateTitle"),
      ];
    case "html":
      return [{ kind: "text", label: "文（HTML）", names: ["html"], lines: true }];
    default:
      return [];
  }
}

function lineSettings({ inputType }: JsonObject): Setting[] {
  if (inputType === "number") {
    const step = number("刻み", "step", "整数だけなら1、小数第1位までなら0.1です。");
    return [number("最も小さい数", "min"), number("最も大きい数", "max"), step];
  }
  if (inputType === "date") {
    return [
      { kind: "date", label: "最も早い日", names: ["min"] },
      { kind: "date", label: "最も遅い日", names: ["max"] },
    ];
  }
  return [inputTypes, number("字数の上限", "maxLength")];
}

function stepsOf({ rateValues }: JsonObject): Setting[] {
  if (Array.isArray(rateValues) && rateValues.length > 0) {
    return [{ kind: "items", label: "段階", property: "rateValues", prefix: "s" }];
  }
  return [
    number("最初の段階", "rateMin", "書かないときは1です。"),
    number("最後の段階", "rateMax", "書かないときは5です。"),
    number("段階の間隔", "rateStep", "書かないときは1です。"),
  ];
}

/** Keys that every question's form deals with, beside its settings. */
const common = [
  ...["type", "name", "title", "description", "html", "isRequired", "articles"],
  ...["visibleIf", "requiredIf", "enableIf", "inputType", "keyName", "templateElements"],
];

/** Keys of a question that its form does not show: they are kept as they are. */
export function keysLeftAlone(json: JsonObject): string[] {
  const shown = settingsOf(json).flatMap((setting) => {
    if (setting.kind === "items") return [setting.property];
    if (setting.kind === "fields") return ["items"];
    if (setting.kind === "checks") return ["validators"];
    return setting.kind === "special" ? [...setting.names, setting.text] : setting.names;
  });
  return Object.keys(json).filter((key) => !common.includes(key) && !shown.includes(key));
}
