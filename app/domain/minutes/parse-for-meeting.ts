import type { Problem } from "../problem.ts";
import type { Minutes } from "./minutes.ts";
import { parseMinutes } from "./parse-minutes.ts";

/** `parseMinutes`, and the minutes must be those of meeting `number` (第n回). */
export function parseMinutesOf(
  number: number,
  markdown: string,
): { minutes?: Minutes; problems: Problem[] } {
  const read = parseMinutes(markdown);
  if (!read.minutes || read.minutes.number === number) return read;
  const at = markdown.split("\n").findIndex((line) => /^\s*会議\s*[:：]/u.test(line));
  const message = `この会議録は第${read.minutes.number}回のものです。「会議: 」を第${number}回に直すか、第${read.minutes.number}回の会議に登録してください。`;
  return { problems: [{ message, line: at + 1 }] };
}
