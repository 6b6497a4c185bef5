import { limits } from "../limits.ts";
import type { Page, PanelDynamicQuestion, PanelQuestion, Question } from "../questionnaire.ts";
import type { Reading, Surroundings } from "./context.ts";
import {
  type Element,
  elementsOf,
  fault,
  flagOf,
  localizedOf,
  stringOf,
  wholeNumberOf,
} from "./element.ts";
import { questionOf, supportedTypes } from "./question.ts";
import { baseOf, keepExpression, nameOf } from "./question-base.ts";
import { tooDeep } from "./read-json.ts";
import { checkProperties } from "./unsupported.ts";

/** The pages of a survey; questions that stand outside any page make one page of their own. */
export function pagesOf(survey: Element, reading: Reading): Page[] {
  const pages = elementsOf(survey, "pages");
  const around: Surroundings = { visibleIf: [], enableIf: [], panel: null };
  if (pages.length === 0) {
    const questions = questionsIn(survey, around, reading, 0);
    return [{ name: "page1", title: "", description: "", questions }];
  }
  const names = new Set<string>();
  return pages.map((page, index) => {
    checkProperties(page, "page");
    const name = stringOf(page, "name") ?? `page${index + 1}`;
    if (names.has(name)) {
      fault(page, "name", `ページの名前「${name}」が2回あります。別の名前にしてください。`);
    }
    names.add(name);
    return {
      name,
      title: localizedOf(page, "title"),
      description: localizedOf(page, "description"),
      questions: questionsIn(page, inside(page, around, reading), reading, 0),
    };
  });
}

function questionsIn(
  container: Element,
  around: Surroundings,
  reading: Reading,
  depth: number,
): Question[] {
  return elementsOf(container, "elements", "questions").flatMap((element): Question[] => {
    const type = stringOf(element, "type") ?? "";
    if (type === "panel") {
      checkProperties(element, "panel");
      if (depth > limits.definitionDepth) return refused(element, tooDeep);
      return questionsIn(element, inside(element, around, reading), reading, depth + 1);
    }
    const read = readQuestion(element, type, around, reading);
    return read.map((question) =>
      question.type === "html" ? question : { ...question, number: reading.nextNumber() },
    );
  });
}

/** A panel's or page's own conditions added to those around it. */
function inside(element: Element, around: Surroundings, reading: Reading): Surroundings {
  if (flagOf(element, "isRequired") || stringOf(element, "requiredIf") !== null) {
    fault(element, null, "ページやパネルの「isRequired」は使えません。問ごとに書いてください。");
  }
  const visibleIf = keepExpression(element, "visibleIf", around, reading);
  const enableIf = keepExpression(element, "enableIf", around, reading);
  return {
    ...around,
    visibleIf: visibleIf === null ? around.visibleIf : [...around.visibleIf, visibleIf],
    enableIf: enableIf === null ? around.enableIf : [...around.enableIf, enableIf],
  };
}

function readQuestion(
  unnamed: Element,
  type: string,
  around: Surroundings,
  reading: Reading,
): Question[] {
  const supported = supportedTypes.find((candidate) => candidate === type);
  const written = unnamed.json.name;
  if (typeof written === "string" && around.panel === null) reading.written.add(written);
  const element = { ...unnamed, field: typeof written === "string" ? written : undefined };
  if (supported === undefined) {
    const list = supportedTypes.join("、");
    return refused(element, `問の種類「${type}」は使えません。使える種類は ${list}、panel です。`);
  }
  const name = nameOf(unnamed, "問");
  if (name === null) return [];
  checkProperties(element, supported);
  const base = baseOf(element, name, around, reading);
  if (supported !== "paneldynamic") return questionOf(element, supported, base, reading);
  return [panelDynamicOf(element, base, reading)];
}

function panelDynamicOf(
  element: Element,
  base: ReturnType<typeof baseOf>,
  reading: Reading,
): PanelDynamicQuestion {
  const template = elementsOf(element, "templateElements", "questions");
  const names = template.flatMap(({ json }) => (typeof json.name === "string" ? [json.name] : []));
  const around: Surroundings = { visibleIf: [], enableIf: [], panel: new Set(names) };
  if (template.length === 0) {
    fault(
      element,
      null,
      "繰り返しのパネルに問がありません。「templateElements」に書いてください。",
    );
  }
  if (base.commentArea) {
    fault(
      element,
      "showCommentArea",
      "繰り返しのパネルに「showCommentArea」は使えません。この行を消して、パネルの次に comment の問を置いてください。",
    );
  }
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) {
    fault(element, null, "繰り返しのパネルの中に同じ名前の問があります。別の名前にしてください。");
  }
  const questions = template.flatMap((inner): PanelQuestion[] =>
    readQuestion(inner, stringOf(inner, "type") ?? "", around, reading).flatMap((question) => {
      if (question.type !== "paneldynamic") return [question];
      return refused(
        inner,
        "繰り返しのパネルの中に繰り返しのパネルは置けません。外に出してください。",
      );
    }),
  );
  const keyName = stringOf(element, "keyName") || null;
  if (keyName !== null && !names.includes(keyName)) {
    fault(element, "keyName", `「keyName」の「${keyName}」という問が、このパネルにありません。`);
  }
  const count = wholeNumberOf(element, "panelCount", 0, 0);
  const least = wholeNumberOf(element, "minPanelCount", 0, 0);
  const most = wholeNumberOf(element, "maxPanelCount", 1, limits.panels);
  const first = Math.max(count, least);
  const minPanels = element.json.allowRemovePanel === false ? first : least;
  const maxPanels = element.json.allowAddPanel === false ? first : Math.min(most, limits.panels);
  if (minPanels > maxPanels) {
    fault(element, null, "パネルの数の下限が上限より大きくなっています。数を確かめてください。");
  }
  return { ...base, type: "paneldynamic", questions, minPanels, maxPanels, keyName };
}

function refused(element: Element, message: string): never[] {
  fault(element, null, message);
  return [];
}
