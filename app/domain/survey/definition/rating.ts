import type { Choice, RatingQuestion } from "../questionnaire.ts";
import { listOf } from "./choices.ts";
import type { QuestionBase } from "./context.ts";
import { type Element, fault, localizedOf, numberOf, propertyOf } from "./element.ts";

/** As SurveyJS: at most 20 steps, from rateValues or reckoned from rateMin, rateMax, rateStep. */
export function ratingOf(element: Element, base: QuestionBase): RatingQuestion {
  const minText = localizedOf(element, "minRateDescription", "mininumRateDescription");
  const maxText = localizedOf(element, "maxRateDescription", "maximumRateDescription");
  const own = propertyOf(element, "rateValues")?.value;
  const choices =
    Array.isArray(own) && own.length > 0 ? listOf(element, "rateValues") : stepsOf(element);
  return { ...base, type: "rating", choices, minText, maxText };
}

const mostSteps = 20;

function stepsOf(element: Element): Choice[] {
  const min = numberOf(element, "rateMin") ?? 1;
  const step = numberOf(element, "rateStep") ?? 1;
  const count = numberOf(element, "rateCount");
  const max = numberOf(element, "rateMax") ?? (count === null ? 5 : min + (count - 1) * step);
  const steps = Math.floor((max - min) / step) + 1;
  if (!(step > 0) || !(steps >= 2) || steps > mostSteps) {
    fault(
      element,
      null,
      `評価の段階は2から${mostSteps}までにしてください。「rateMin」「rateMax」「rateStep」を確かめてください。`,
    );
    return [];
  }
  const decimals = Math.max(decimalsOf(min), decimalsOf(step));
  return Array.from({ length: steps }, (_, index) => {
    const value = Number((min + index * step).toFixed(decimals));
    return { value, text: String(value), kind: "offered" };
  });
}

function decimalsOf(number: number): number {
  return String(number).split(".")[1]?.length ?? 0;
}
