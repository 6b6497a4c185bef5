import {
  type Base,
  Model,
  type PanelModel,
  type Question,
  type QuestionPanelDynamicModel,
} from "survey-core";
import { choiceValues, type RawDefinition, type RawElement } from "./definition.ts";
import type { Draw } from "./draw.ts";

export type RawAnswers = Record<string, unknown>;

/** What was asked of one who answered, by SurveyJS's own model: 非該当 is what stands in neither. */
export interface Asked {
  /** Questions that were shown and could be filled in. */
  enabled: string[];
  shown: string[];
  /** The same of the questions inside the entries of a panel: panel → entry → names. */
  entries: Record<string, string[][]>;
}

/** SurveyJS's model of a definition, used for answer after answer. */
export function modelOf(definition: RawDefinition) {
  const model = new Model(structuredClone(definition));
  const isShown = (question: Question) => question.isVisible && question.isParentVisible;
  const asked = (answers: RawAnswers): Asked => {
    model.data = structuredClone(answers);
    const questions = model.getAllQuestions().filter(isShown);
    return {
      shown: questions.map(({ name }) => name),
      enabled: questions.filter((one) => !one.isReadOnly).map(({ name }) => name),
      entries: Object.fromEntries(
        questions
          .filter(isPanel)
          .map((panel) => [
            panel.name,
            panel.panels.map((entry: PanelModel) =>
              entry.questions.filter((one) => one.isVisible).map(({ name }) => name),
            ),
          ]),
      ),
    };
  };
  return { asked, dispose: () => model.dispose() };
}

function isPanel(question: Base): question is QuestionPanelDynamicModel {
  return question.getType() === "paneldynamic";
}

/** One answer to a definition: what is not shown is taken away until nothing changes. */
export function drawAnswers(
  draw: Draw,
  definition: RawDefinition,
  asked: (answers: RawAnswers) => Asked,
): RawAnswers {
  const elements = definition.pages.flatMap((page) => page.elements);
  let answers: RawAnswers = {};
  for (const element of elements) {
    if (draw.chance(0.12)) continue;
    const value =
      element.type === "paneldynamic" ? entriesOf(draw, element) : drawnValue(draw, element);
    if (value === undefined) continue;
    answers[element.name] = value;
    if ([value].flat().includes("other") && element.showOtherItem) {
      answers[`${element.name}-Comment`] = draw.any(["費用", "人手", "=1+1"]);
    }
  }
  for (;;) {
    const { enabled, entries } = asked(answers);
    const kept = Object.entries(answers).flatMap(([key, value]): [string, unknown][] => {
      const name = key.replace(/-Comment$/u, "");
      if (!enabled.includes(name)) return [];
      const inner = entries[name];
      if (!inner || !Array.isArray(value)) return [[key, value]];
      const cleared = value.map((entry: RawAnswers, index) => {
        const left = Object.entries(entry).filter(([name]) =>
          inner[index]?.includes(name.replace(/-Comment$/u, "")),
        );
        // SurveyJS takes an entry without anything for no entry.
        return left.length > 0 ? Object.fromEntries(left) : { insured: false };
      });
      return [[key, cleared]];
    });
    const next = Object.fromEntries(kept);
    if (JSON.stringify(next) === JSON.stringify(answers)) return answers;
    answers = next;
  }
}

function entriesOf(draw: Draw, element: RawElement): unknown[] {
  const inner = Array.isArray(element.templateElements) ? element.templateElements : [];
  return Array.from({ length: draw.skewed([1, 2, 3, 4]) }, () => {
    const entry: RawAnswers = {};
    for (const question of inner) {
      if (draw.chance(0.1)) continue;
      const value = drawnValue(draw, question);
      entry[question.name] = value;
      if ([value].flat().includes("other") && question.showOtherItem) {
        entry[`${question.name}-Comment`] = "費用";
      }
    }
    return entry;
  });
}

function drawnValue(draw: Draw, element: Record<string, unknown>): unknown {
  const choices = [
    ...choiceValues(element),
    ...(element.showOtherItem ? ["other"] : []),
    ...(element.showDontKnowItem ? ["dontknow"] : []),
  ];
  switch (element.type) {
    case "radiogroup":
    case "dropdown":
      return draw.skewed(element.showNoneItem ? [...choices, "none"] : choices);
    case "checkbox": {
      if (element.showNoneItem && draw.chance(0.1)) return ["none"];
      return several(draw, choices, draw.skewed([1, 2, 3]));
    }
    case "boolean":
      return draw.chance(0.8) ? (element.valueTrue ?? true) : (element.valueFalse ?? false);
    case "rating": {
      const { rateMin = 1, rateMax = 5, rateStep = 1 } = element;
      const own = choiceValues(element, "rateValues");
      const count = (Number(rateMax) - Number(rateMin)) / Number(rateStep) + 1;
      const steps = Array.from(
        { length: count },
        (_, at) => Number(rateMin) + at * Number(rateStep),
      );
      return draw.skewed(own.length > 0 ? own : steps);
    }
    case "ranking":
      return several(
        draw,
        choices,
        element.selectToRankEnabled ? draw.whole(1, 2) : choices.length,
      );
    case "matrix": {
      const rows = choiceValues(element, "rows").filter(() => draw.chance(0.9));
      if (rows.length === 0) return undefined;
      const columns = choiceValues(element, "columns");
      return Object.fromEntries(rows.map((row) => [String(row), draw.skewed(columns)]));
    }
    case "multipletext": {
      const items = Array.isArray(element.items) ? element.items : [];
      const given = items.filter(() => draw.chance(0.7));
      if (given.length === 0) return undefined;
      return Object.fromEntries(
        given.map((item) => [item.name, drawnValue(draw, { type: "text", ...item })]),
      );
    }
    case "text":
      if (element.inputType === "number") return numberOf(draw, element);
      if (element.inputType === "date") return `20${draw.whole(10, 26)}-04-01`;
      return draw.any(["特にありません", "人手が足りない", "=1+1", "2"]);
    default:
      return draw.any(["特にありません。", "材料費の高騰\nが続く", "材料費の高騰が続く"]);
  }
}

function several(draw: Draw, items: readonly unknown[], count: number): unknown[] {
  const left = [...items];
  const chosen: unknown[] = [];
  while (chosen.length < count && left.length > 0) {
    const one = draw.skewed(left);
    left.splice(left.indexOf(one), 1);
    chosen.push(one);
  }
  return chosen;
}

function numberOf(draw: Draw, { min, max, step }: Record<string, unknown>): number {
  const least = typeof min === "number" ? min : -50;
  const most = typeof max === "number" ? max : 1000;
  const drawn = least + draw.random() ** 3 * (most - least);
  const by = typeof step === "number" ? step : draw.any([1, 0.1, 25]);
  return Number((Math.ceil(drawn / by) * by).toFixed(6));
}
