import { Serializer } from "survey-core";
import { type Element, fault } from "./element.ts";

/**
 * Properties that change which answers are possible in ways the checker does not follow, with
 * the values that leave them without effect. A definition that uses them is refused, so that
 * the checker accepts exactly what the questionnaire can produce.
 */
const harmless: Record<string, readonly unknown[]> = {
  // survey
  calculatedValues: [],
  triggers: [],
  mode: ["edit"],
  // page, panel and question
  visible: [true],
  readOnly: [false],
  // question
  choicesByUrl: [],
  choicesEnableIf: [""],
  choicesFromQuestion: [""],
  choicesVisibleIf: [""],
  clearIfInvisible: ["default", "onComplete", "onHidden", "onHiddenContainer"],
  clearInvisibleValues: ["onComplete", "onHidden", "onHiddenContainer", true],
  columnsVisibleIf: [""],
  defaultValueExpression: [""],
  maskType: ["", "none"],
  maxValueExpression: [""],
  minValueExpression: [""],
  resetValueIf: [""],
  rowsVisibleIf: [""],
  setValueExpression: [""],
  setValueIf: [""],
  storeOthersAsComment: [true, "default"],
  templateVisibleIf: [""],
  valueName: [""],
  valuePropertyName: [""],
  // single types
  allowCustomChoices: [false],
  cellType: ["radio"],
  choicesMax: [0],
  choicesLazyLoadEnabled: [false],
};

/** Custom properties of our own; SurveyJS passes over what it does not know. */
const ours = ["articles"];

/** Reports properties that cannot be followed and names that look like slips of the pen. */
export function checkProperties(element: Element, type: string): void {
  if (!element.report.judges) return;
  const known = namesOf(type);
  for (const [name, value] of Object.entries(element.json)) {
    if (Object.hasOwn(harmless, name) && !hasNoEffect(name, value)) {
      fault(
        element,
        name,
        `「${name}」にこの値は使えません。この行を消すか、別の方法で書いてください。`,
      );
    }
    if (known.has(name) || ours.includes(name) || name === "type") continue;
    const meant = [...known, ...ours].find((candidate) => looksLike(name, candidate));
    if (meant !== undefined) {
      fault(element, name, `「${name}」という項目はありません。「${meant}」ではありませんか。`);
    }
  }
}

function hasNoEffect(name: string, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  return (harmless[name] ?? []).includes(value);
}

function namesOf(type: string): Set<string> {
  return new Set(
    Serializer.getProperties(type).flatMap(({ name, alternativeName }) =>
      alternativeName ? [name, alternativeName] : [name],
    ),
  );
}

/** Same but for case, or one letter added, dropped or changed, or two neighbours exchanged. */
function looksLike(name: string, candidate: string): boolean {
  const a = name.toLowerCase();
  const b = candidate.toLowerCase();
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1 || a.length < 5) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB || restA === restB.slice(1)) return true;
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
