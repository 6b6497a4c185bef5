import type { Problem } from "../../problem.ts";
import { checkLabels } from "./answer-checks.ts";

/** What the properties that messages name are called in the editor. */
const labels: Record<string, string> = {
  title: "問の文・題",
  description: "説明",
  html: "文",
  name: "名前",
  choices: "選択肢",
  rows: "行",
  columns: "列",
  rateValues: "段階",
  items: "入力する欄",
  elements: "問",
  pages: "ページ",
  templateElements: "繰り返す問",
  visibleIf: "表示する条件",
  enableIf: "入力できる条件",
  requiredIf: "必須にする条件",
  isRequired: "必須",
  min: "最も小さい数（早い日）",
  max: "最も大きい数（遅い日）",
  step: "刻み",
  minSelectedChoices: "いくつ以上選ぶか",
  maxSelectedChoices: "いくつまで選べるか",
  maxLength: "字数の上限",
  minPanelCount: "少なくとも何件か",
  maxPanelCount: "多くて何件か",
  rateMin: "最初の段階",
  rateMax: "最後の段階",
  rateStep: "段階の間隔",
  articles: "関わる条",
  labelTrue: "「はい」の言葉",
  labelFalse: "「いいえ」の言葉",
  otherText: "「その他」の言葉",
  noneText: "「なし」の言葉",
  text: "選択肢の文",
  value: "値",
  valueTrue: "「はい」を記録する値",
  valueFalse: "「いいえ」を記録する値",
  validators: "答えの検査",
  minValue: "いくつ以上",
  maxValue: "いくつ以下",
  minLength: "何字以上",
  minCount: "いくつ以上選ぶか",
  maxCount: "いくつまで選べるか",
  regex: "正規表現",
};
const checks: Record<string, string> = checkLabels;

/** A fault of the definition in the words of the editor, without its place in the text. */
export function problemInWords({ message, field }: Problem): { message: string; field?: string } {
  const bare = message.replace(/^問「[^」]*」：/, "");
  const checked = bare.replace(/^検査「([a-z]+)」/, (whole, name: string) =>
    Object.hasOwn(checks, name) ? `検査「${checks[name]}」` : whole,
  );
  const said = checked.replace(/「([A-Za-z]+)」/g, (whole, name: string) =>
    Object.hasOwn(labels, name) ? `「${labels[name]}」` : whole,
  );
  return { message: said, ...(field === undefined ? {} : { field }) };
}
