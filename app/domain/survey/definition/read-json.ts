import { type DocumentNode, parse, type ValueNode } from "@humanwhocodes/momoa";
import type { Checked, Problem } from "../../problem.ts";
import type { JsonValue } from "../json.ts";
import { limits } from "../limits.ts";
import type { Path, PlaceOf } from "./report.ts";

/**
 * Reads JSON text (a BOM is allowed). A syntax error comes back as one problem with its line
 * and column; a key given twice in one object is refused too, since JSON.parse would drop one.
 */
export function readJson(source: string): Checked<{ value: JsonValue; placeOf: PlaceOf }> {
  const text = source.replace(/^\uFEFF/, "");
  if (text.length > limits.definitionCharacters) {
    return refused({
      message: `調査票が大きすぎます。${limits.definitionCharacters.toLocaleString("ja-JP")}字までにしてください。`,
    });
  }
  if (text.trim() === "") {
    return refused({ message: "調査票が空です。SurveyJSの形式のJSONを入れてください。" });
  }
  if (depthOf(text) > limits.definitionDepth) return refused({ message: tooDeep });
  let document: DocumentNode;
  let value: JsonValue;
  try {
    document = parse(text, { mode: "json" });
    value = JSON.parse(text);
  } catch (error) {
    return refused(syntaxProblem(text, error));
  }
  const twice = repeatedKeys(document.body);
  if (twice.length > 0) return { ok: false, problems: twice };
  return { ok: true, value: { value, placeOf: (path) => placeIn(document.body, path) } };
}

export const tooDeep = "調査票の入れ子が深すぎます。パネルの中のパネルを減らしてください。";

/** Deepest nesting of brackets outside strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/gs)) {
    if (token === "[" || token === "{") deepest = Math.max(deepest, ++depth);
    else if (token === "]" || token === "}") depth--;
  }
  return deepest;
}

function syntaxProblem(text: string, error: unknown): Problem {
  const place = endsEarly(error) ? endOf(text) : placeOfError(error);
  const at = place ? `${place.line}行目の${place.column}文字目` : "途中";
  const what = endsEarly(error)
    ? "で文が終わっています。閉じるかっこや引用符が足りないか確かめてください。"
    : "の書き方が正しくありません。その前後のコンマ、かっこ、引用符を確かめてください。";
  return { message: `JSONとして読めません。${at}${what}`, ...place };
}

function endsEarly(error: unknown): boolean {
  return error instanceof Error && /end of input/i.test(error.message);
}

function endOf(text: string): { line: number; column: number } {
  const lines = text.trimEnd().split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function placeOfError(error: unknown): { line: number; column: number } | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if (!("line" in error && "column" in error)) return undefined;
  const { line, column } = error;
  return typeof line === "number" && typeof column === "number" ? { line, column } : undefined;
}

function repeatedKeys(node: ValueNode): Problem[] {
  if (node.type === "Array") return node.elements.flatMap(({ value }) => repeatedKeys(value));
  if (node.type !== "Object") return [];
  const seen = new Set<string>();
  return node.members.flatMap(({ name, value }) => {
    const key = name.type === "String" ? name.value : name.name;
    const own = seen.has(key)
      ? [
          {
            message: `「${key}」が同じかっこの中に2回あります。どちらか1つにしてください。`,
            line: name.loc.start.line,
            column: name.loc.start.column,
          },
        ]
      : [];
    seen.add(key);
    return [...own, ...repeatedKeys(value)];
  });
}

/** The place of the deepest part of the path that exists. */
function placeIn(root: ValueNode, path: Path): { line: number; column: number } {
  let node = root;
  let start = root.loc.start;
  for (const step of path) {
    if (node.type === "Array" && typeof step === "number") {
      const element = node.elements[step];
      if (element === undefined) break;
      node = element.value;
      start = node.loc.start;
    } else if (node.type === "Object") {
      const member = node.members.find(
        ({ name }) => (name.type === "String" ? name.value : name.name) === step,
      );
      if (member === undefined) break;
      node = member.value;
      start = member.loc.start;
    } else break;
  }
  return { line: start.line, column: start.column };
}

function refused(problem: Problem): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [problem] };
}
