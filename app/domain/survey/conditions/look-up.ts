import { Const } from "survey-core";
import type { Values } from "../conditions.ts";

const name = "[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_-]*";
const plain = new RegExp(`^${name}(\\.${name})?$`, "u");

/** A name, or a name and a part of it (q11.r1, panel.insured), that means nothing else. */
export function isPlainVariable(variable: string): boolean {
  return plain.test(variable) && !/-unwrapped$|\.length$/i.test(variable);
}

/**
 * Reads what a plain variable stands for; null where there is no answer. ConditionRunner goes
 * through all keys without regard to case; the name as it is written is tried first here.
 */
export function compileLookUp(variable: string): (values: Values) => unknown {
  const [first = "", second] = variable.split(".");
  if (second === undefined) return (values) => correct(partOf(values, first));
  return (values) => correct(partOf(partOf(values, first), second));
}

function partOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const parts = value as Values;
  if (Object.hasOwn(parts, key)) return parts[key];
  const lower = key.toLowerCase();
  for (const other of Object.keys(parts)) {
    if (other.length === lower.length && other.toLowerCase() === lower) return parts[other];
  }
  return undefined;
}

/** SurveyJS reads "5" and "true" among answers as 5 and true, and takes quotes away. */
function correct(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value !== "string" || isPlainText(value)) return value;
  return new Const(value).correctValue;
}

/** Whether a text begins with what no number, truth value or quotation begins with. */
export function isPlainText(text: string): boolean {
  const first = text.charCodeAt(0);
  // a to z but f and t of the truth values; かな and 漢字.
  const isLetter = first >= 0x61 && first <= 0x7a && first !== 0x66 && first !== 0x74;
  return isLetter || (first >= 0x3041 && first <= 0x9fff);
}
