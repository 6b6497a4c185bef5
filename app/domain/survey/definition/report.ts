import type { Problem } from "../../problem.ts";
import type { JsonValue } from "../json.ts";
import { limits } from "../limits.ts";

/** Where in a JSON document something stands: ["pages", 0, "elements", 3, "choices"]. */
export type Path = readonly (string | number)[];

/** Line and column of a path, counted from 1; undefined when there is no text behind it. */
export type PlaceOf = (path: Path) => { line: number; column: number } | undefined;

/** A text as a definition gives it: plain, or an object from language to text. */
export interface WrittenText {
  path: Path;
  field: string | undefined;
  /** The property: title. */
  name: string;
  value: JsonValue;
}

/** Collects what is wrong with a definition, each fault with its question and its line. */
export interface Report {
  problems: Problem[];
  /** What does not keep a definition from being used. */
  warnings: Problem[];
  /** Every text met that may stand in several languages. */
  texts: WrittenText[];
  /** False where the definition has passed before and only its texts are wanted. */
  judges: boolean;
  fault(path: Path, message: string, field?: string): void;
  warn(path: Path, message: string, field?: string): void;
  text(text: WrittenText): void;
}

/** An empty report; it takes `limits.problems` problems and as many warnings and drops the rest. */
export function startReport(placeOf: PlaceOf, judges = true): Report {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const texts: WrittenText[] = [];
  const note = (list: Problem[]) => (path: Path, message: string, field?: string) => {
    if (list.length >= limits.problems) return;
    list.push({
      message: field === undefined ? message : `問「${field}」：${message}`,
      ...placeOf(path),
      ...(field === undefined ? {} : { field }),
    });
  };
  return {
    problems,
    warnings,
    texts,
    judges,
    fault: note(problems),
    warn: note(warnings),
    text: (text) => texts.push(text),
  };
}
