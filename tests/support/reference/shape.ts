import { innerQuestions, isObject, type RawQuestion, valuesAt } from "./read-raw.ts";

/**
 * Rules for what SurveyJS's model wrongly accepts or silently alters, written from the list of
 * the project's facts: each says why a value could not have been entered; null when it could.
 */
function faultOfShape(question: RawQuestion, value: unknown): string | null {
  const { json } = question;
  switch (question.type) {
    case "text":
      return faultOfInput(json, value);
    case "comment":
      return faultOfTyped(value, Number(json.maxLength ?? 4000), true);
    case "boolean": {
      const two: unknown[] = [json.valueTrue ?? true, json.valueFalse ?? false];
      return two.includes(value) ? null : "neither of a boolean's two values";
    }
    case "radiogroup":
    case "dropdown":
      return offered(json).includes(value) ? null : "not a choice";
    case "rating":
      return stepsOf(json).includes(value) ? null : "not a step of the rating";
    case "checkbox":
      return faultOfSeveral(json, value);
    case "ranking":
      return faultOfRanking(json, value);
    case "matrix":
      return faultOfCells(json, value);
    case "multipletext":
      if (!isObject(value) || Object.keys(value).length === 0) return "not an object of items";
      return faultOfParts(innerQuestions(question), value);
    case "paneldynamic": {
      if (!Array.isArray(value) || value.length === 0) return "not a list of panels";
      if (value.length > Number(json.maxPanelCount ?? 50)) return "surplus panels";
      const inner = innerQuestions(question);
      return first(value.map((e) => (isObject(e) ? faultOfParts(inner, e) : "not a panel")));
    }
    default:
      return `unknown type ${question.type}`;
  }
}

/** Every key a question's or its comment's, every value one that could have been entered. */
export function faultOfParts(
  questions: readonly RawQuestion[],
  answers: Record<string, unknown>,
): string | null {
  return first(
    Object.keys(answers).map((key) => {
      const question = questions.find(({ name }) => name === key);
      if (question) {
        const fault = faultOfShape(question, answers[key]);
        return fault && `${key}: ${fault}`;
      }
      const beside = questions.find(({ name }) => `${name}-Comment` === key);
      if (!beside) return `${key}: nobody asked`;
      const given = answers[beside.name];
      const other = beside.json.showOtherItem === true;
      const chosen = Array.isArray(given) ? given.includes("other") : given === "other";
      // SurveyJS shows no area beside these, whatever the definition says.
      const bare = ["text", "comment", "multipletext"].includes(beside.type);
      const area = beside.json.showCommentArea === true && !bare;
      if (!(other && chosen) && !area) return `${key}: no other`;
      return faultOfTyped(answers[key], 4000, true);
    }),
  );
}

function faultOfInput(json: RawQuestion["json"], value: unknown): string | null {
  if (json.inputType === "number") {
    if (typeof value !== "number" || !Number.isFinite(value)) return "not a number";
    if (value < Number(json.min ?? -Infinity)) return "below the least";
    if (value > Number(json.max ?? Infinity)) return "above the most";
    const steps = value / Number(json.step ?? value);
    return json.step === undefined || Math.abs(steps - Math.round(steps)) < 1e-9
      ? null
      : "off the step";
  }
  if (json.inputType === "date") {
    if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return "not a date";
    const [year = 0, month = 0, day = 0] = value.split("-").map(Number);
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return "no such day";
    if (value < String(json.min ?? "0") || value > String(json.max ?? "9")) return "another time";
    return null;
  }
  return faultOfTyped(value, Number(json.maxLength ?? 4000), false);
}

function faultOfTyped(value: unknown, longest: number, lines: boolean): string | null {
  if (typeof value !== "string") return "not a text";
  if (value.length === 0) return "an empty text";
  if (value.length > longest) return "too long";
  if (!isWellFormed(value)) return "half a character";
  for (const character of value) {
    const code = character.charCodeAt(0);
    const isBreak = code === 10 || code === 13;
    if (isBreak && !lines) return "two lines";
    if ((code < 32 && !isBreak && code !== 9) || (code >= 127 && code < 160)) return "control code";
  }
  return null;
}

function isWellFormed(text: string): boolean {
  try {
    return encodeURIComponent(text) !== "";
  } catch {
    return false;
  }
}

const alone = ["none", "refused", "dontknow"];

function offered(json: RawQuestion["json"]): unknown[] {
  return [
    ...valuesAt(json, "choices"),
    ...(json.showOtherItem ? ["other"] : []),
    ...(json.showNoneItem ? ["none"] : []),
    ...(json.showRefuseItem ? ["refused"] : []),
    ...(json.showDontKnowItem ? ["dontknow"] : []),
  ];
}

function faultOfSeveral(json: RawQuestion["json"], value: unknown): string | null {
  if (!Array.isArray(value) || value.length === 0) return "not a list";
  if (new Set(value).size < value.length) return "a choice twice";
  const all = offered(json);
  if (value.some((item) => !all.includes(item))) return "not a choice";
  const most = Number(json.maxSelectedChoices ?? 0);
  if (most > 0 && value.length > most) return "too many";
  const special = value.filter((item) => alone.includes(item) && !isPlain(json, item));
  return special.length > 0 && value.length > 1 ? "stands alone" : null;
}

function isPlain(json: RawQuestion["json"], item: unknown): boolean {
  return valuesAt(json, "choices").includes(item);
}

function faultOfRanking(json: RawQuestion["json"], value: unknown): string | null {
  const fault = faultOfSeveral(json, value);
  if (fault || !Array.isArray(value)) return fault;
  const all = valuesAt(json, "choices").length;
  return json.selectToRankEnabled === true || value.length === all ? null : "something left out";
}

function faultOfCells(json: RawQuestion["json"], value: unknown): string | null {
  if (!isObject(value) || Object.keys(value).length === 0) return "not an object of rows";
  const rows = valuesAt(json, "rows").map(String);
  const columns = valuesAt(json, "columns");
  if (Object.keys(value).some((row) => !rows.includes(row))) return "no such row";
  return Object.values(value).some((cell) => !columns.includes(cell)) ? "no such column" : null;
}

function stepsOf(json: RawQuestion["json"]): unknown[] {
  if (Array.isArray(json.rateValues)) return valuesAt(json, "rateValues");
  const [min, step] = [Number(json.rateMin ?? 1), Number(json.rateStep ?? 1)];
  const steps: number[] = [];
  for (let at = min; at <= Number(json.rateMax ?? 5) + 1e-9; at += step) steps.push(at);
  return steps;
}

function first(faults: readonly (string | null)[]): string | null {
  return faults.find((fault) => fault !== null) ?? null;
}
