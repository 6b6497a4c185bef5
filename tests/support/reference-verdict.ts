import { isDeepStrictEqual } from "node:util";
import { Model } from "survey-core";
import { isObject, rawQuestions } from "./reference/read-raw.ts";
import { faultOfParts } from "./reference/shape.ts";

/** Accepted, or why not. `by` says who found it: our list of what SurveyJS lets pass, or SurveyJS. */
export type ReferenceVerdict =
  | { accepted: true }
  | { accepted: false; by: "list" | "model"; why: string };

/**
 * Judges answers slowly and in another way than the product: what SurveyJS wrongly accepts or
 * silently alters by hand-written rules over the raw definition; everything else by SurveyJS's
 * own model, which must complete with exactly these answers and show every answered question.
 */
export function referenceVerdict(definition: object, answers: unknown): ReferenceVerdict {
  if (!isObject(answers)) return refused("list", "not an object");
  const fault = faultOfParts(rawQuestions(definition), answers);
  if (fault !== null) return refused("list", fault);
  const model = new Model(structuredClone(definition));
  try {
    model.data = structuredClone(answers);
    const hidden = model.getAllQuestions().find((question) => {
      const answered = [question.name, `${question.name}-Comment`].some((key) => key in answers);
      return answered && !(question.isVisible && question.isParentVisible);
    });
    if (hidden) return refused("list", `${hidden.name}: an answer to what is not shown`);
    if (!model.validate(false)) return refused("model", faultsOf(model));
    if (!model.tryComplete()) return refused("model", "does not complete");
    if (!isDeepStrictEqual(model.data, answers)) {
      return refused("list", `silently altered to ${JSON.stringify(model.data)}`);
    }
    return { accepted: true };
  } finally {
    model.dispose();
  }
}

function faultsOf(model: Model): string {
  const faults = model
    .getAllQuestions()
    .flatMap((question) => question.errors.map((error) => `${question.name}: ${error.text}`));
  return faults.join(", ") || "not valid";
}

function refused(by: "list" | "model", why: string): ReferenceVerdict {
  return { accepted: false, by, why };
}
