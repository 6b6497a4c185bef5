import type { Problem } from "../../problem.ts";
import { limits } from "../limits.ts";

/** Where in a JSON document something stands: ["pages", 0, "elements", 3, "choices"]. */
export type Path = readonly (string | number)[];

/** Line and column of a path, counted from 1; undefined when there is no text behind it. */
export type PlaceOf = (path: Path) => { line: number; column: number } | undefined;

/** Collects what is wrong with a definition, each fault with its question and its line. */
export interface Report {
  problems: Problem[];
  fault(path: Path, message: string, field?: string): void;
}

export function startReport(placeOf: PlaceOf): Report {
  const problems: Problem[] = [];
  return {
    problems,
    fault(path, message, field) {
      if (problems.length >= limits.problems) return;
      problems.push({
        message: field === undefined ? message : `問「${field}」：${message}`,
        ...placeOf(path),
        ...(field === undefined ? {} : { field }),
      });
    },
  };
}
