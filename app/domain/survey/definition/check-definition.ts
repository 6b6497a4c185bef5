import type { Problem } from "../../problem.ts";
import { isJsonObject, type JsonValue } from "../json.ts";
import { limits } from "../limits.ts";
import { homeLocale } from "../locales.ts";
import { answerableQuestions, type Question, type Questionnaire } from "../questionnaire.ts";
import { circlesOf } from "./circles.ts";
import { type Element, fault } from "./element.ts";
import { checkExpression } from "./expressions.ts";
import { checkPipedNames } from "./piped-names.ts";
import { readDefinition } from "./read-definition.ts";
import { readJson } from "./read-json.ts";
import { type PlaceOf, startReport } from "./report.ts";
import { checkTranslations } from "./translations.ts";

/** A questionnaire and what its author should still look at, or what stands in its way. */
export type CheckedDefinition =
  | { ok: true; value: Questionnaire; warnings: Problem[] }
  | { ok: false; problems: Problem[] };

/**
 * Reads a SurveyJS definition, given as JSON text or as parsed JSON. All faults are reported
 * together (up to 100), each with the question it stands in (`field`) and, when text was given,
 * its line and column. A definition that passes can be rendered, checked and tabulated in full;
 * its texts are the Japanese ones (`inLocale` gives the others). `warnings` names what does not
 * keep it from being used: texts missing in a language that is offered.
 */
export function checkDefinition(source: unknown): CheckedDefinition {
  if (typeof source === "string") {
    const read = readJson(source);
    return read.ok ? checkValue(read.value.value, read.value.placeOf) : read;
  }
  if (!isJson(source, 0)) {
    return { ok: false, problems: [{ message: "調査票をJSONとして読めません。" }] };
  }
  return checkValue(source, () => undefined);
}

function checkValue(value: JsonValue, placeOf: PlaceOf): CheckedDefinition {
  const report = startReport(placeOf);
  if (!isJsonObject(value)) {
    report.fault([], '調査票は { "pages": [ … ] } の形で書いてください。');
    return { ok: false, problems: report.problems };
  }
  if (hasUnstorableText(value)) {
    report.fault(
      [],
      "調査票に、保存できない文字（制御文字や壊れた絵文字）があります。消してください。",
    );
    return { ok: false, problems: report.problems };
  }
  const { questionnaire, reading, survey } = readDefinition(value, report, homeLocale);
  const questions = namedQuestions(questionnaire, survey);
  for (const expression of reading.expressions) {
    checkExpression(expression, { questions, written: reading.written }, report);
  }
  const asked = answerableQuestions(questionnaire).length;
  if (asked === 0 && report.problems.length === 0) {
    fault(survey, null, "調査票に問がありません。「pages」の「elements」に1つ以上書いてください。");
  }
  if (asked > limits.questions) {
    fault(survey, null, `問が多すぎます。${limits.questions}問までにしてください。`);
  }
  checkCircles(questionnaire, survey);
  const inner = [...questions.values()].flatMap((question) =>
    question.type === "paneldynamic" ? question.questions.map(({ name }) => name) : [],
  );
  checkPipedNames(report, reading.written, new Set(inner));
  checkTranslations(report, questionnaire.locales);
  const { problems, warnings } = report;
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: questionnaire, warnings };
}

/** Conditions that lead round in a circle, of all questions and of those of each panel. */
function checkCircles({ pages }: Questionnaire, survey: Element): void {
  const questions = pages.flatMap((page): Question[] => page.questions);
  const groups = [
    questions,
    ...questions.flatMap((each) => (each.type === "paneldynamic" ? [each.questions] : [])),
  ];
  for (const [name = "", ...rest] of groups.flatMap((group) => circlesOf(group))) {
    const way = [name, ...rest].join(" → ");
    const message = `「visibleIf」の条件が ${way} と一周しています。どれかの条件から外してください。`;
    survey.report.fault([...placeOfNamed(survey, name, 0)].slice(0, -1), message, name);
  }
}

/** The questions by name; a name given twice is reported at its second question. */
function namedQuestions({ pages }: Questionnaire, survey: Element): Map<string, Question> {
  const questions = new Map<string, Question>();
  const seen = new Set<string>();
  for (const question of pages.flatMap((page) => page.questions)) {
    // SurveyJS finds names without regard to case.
    const key = question.name.toLowerCase();
    if (seen.has(key)) {
      const message = "同じ名前の問が2つあります。どちらかの「name」を変えてください。";
      survey.report.fault(placeOfNamed(survey, question.name, 1), message, question.name);
    }
    seen.add(key);
    questions.set(question.name, question);
  }
  return questions;
}

/** The path of the name of the first (0) or second (1) element that bears it. */
function placeOfNamed({ json }: Element, name: string, which: 0 | 1): (string | number)[] {
  const found: (string | number)[][] = [];
  const visit = (value: JsonValue | undefined, path: (string | number)[]) => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
    }
    if (!isJsonObject(value)) return;
    if (String(value.name).toLowerCase() === name.toLowerCase()) found.push([...path, "name"]);
    for (const key of ["pages", "elements", "questions", "templateElements"])
      visit(value[key], [...path, key]);
  };
  visit(json, []);
  return found[which] ?? [];
}

/** U+0000 and lone surrogates: JSON can write them, PostgreSQL's jsonb cannot hold them. */
function hasUnstorableText(value: JsonValue): boolean {
  if (typeof value === "string") return /[\0\p{Cs}]/u.test(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) => /[\0\p{Cs}]/u.test(key) || hasUnstorableText(inner),
  );
}

function isJson(value: unknown, depth: number): value is JsonValue {
  if (depth > limits.definitionDepth * 2) return false;
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return false;
  return Object.values(value).every((inner) => isJson(inner, depth + 1));
}
