import { useEffect, useRef, useState } from "react";
import { compareEditions } from "#app/domain/survey/editions/index.ts";
import { problemInWords, rewriteJson } from "#app/domain/survey/editor/index.ts";
import { checkDefinition, type Questionnaire } from "#app/domain/survey/index.ts";
import type { JsonObject } from "#app/domain/survey/json.ts";
import type { EditorProblem } from "./editor-context.ts";

/** What has been found of the definition a moment after the last change. */
export interface Checked {
  definition: JsonObject;
  /** The definition's text, as it would be saved. */
  text: string;
  problems: EditorProblem[];
  /** What should be looked at and does not keep it from being saved. */
  warnings: EditorProblem[];
  /** Undefined while something stands in the way. */
  questionnaire: Questionnaire | undefined;
}

/** How long one must have stopped typing, in ms. */
const pause = 350;

/**
 * Checks the definition as it is typed. `source` is the text that it comes from; `open` the
 * questionnaire that contractors are answering, which limits what may be changed.
 */
export function useCheck(
  definition: JsonObject,
  source: string,
  open: Questionnaire | undefined,
): Checked {
  const [checked, setChecked] = useState(() => check(definition, source, open));
  const newest = useRef(checked);
  useEffect(() => {
    if (newest.current.definition === definition && newest.current.text === source) return;
    const timer = setTimeout(() => {
      newest.current = check(definition, source, open);
      setChecked(newest.current);
    }, pause);
    return () => clearTimeout(timer);
  }, [definition, source, open]);
  return checked;
}

function check(definition: JsonObject, source: string, open: Questionnaire | undefined): Checked {
  const text = rewriteJson(source, definition);
  const read = checkDefinition(text);
  const problems = read.ok ? refusals(open, read.value) : read.problems.map(problemInWords);
  return {
    definition,
    text,
    problems,
    warnings: read.ok ? read.warnings.map(problemInWords) : [],
    questionnaire: read.ok ? read.value : undefined,
  };
}

/** What may not be changed any more because answers are coming in. */
function refusals(open: Questionnaire | undefined, now: Questionnaire): EditorProblem[] {
  if (open === undefined) return [];
  return compareEditions(open, now)
    .changes.filter(({ severity }) => severity === "refused")
    .map(({ what, question }) => ({ message: what, ...(question ? { field: question } : {}) }));
}
