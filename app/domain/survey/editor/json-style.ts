import type { JsonValue } from "../json.ts";

/** How a JSON text is laid out, told from the text itself. */
export interface JsonStyle {
  /** Whether entries stand on lines of their own. */
  lines: boolean;
  /** One step of indentation. */
  unit: string;
  /** Between a key and its value, and between entries on one line. */
  colon: string;
  comma: string;
  /** Whether short objects and lists of plain values stand on one line: { "value": "a1" }. */
  shortOnOneLine: boolean;
}

const longestLine = 100;

/** Reads the layout of a JSON text. */
export function styleOf(text: string): JsonStyle {
  const lines = text.trim().includes("\n");
  const spaced = !/^[^"]*"(?:[^"\\]|\\.)*":\S/.test(text) || lines;
  return {
    lines,
    unit: /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ",
    colon: spaced ? ": " : ":",
    comma: spaced ? ", " : ",",
    shortOnOneLine: /[[{] ?"[^\n]*[\]}],?[ \t]*(\n|$)/.test(text),
  };
}

/** A value as JSON text in a style, to stand at an indentation. */
export function writeJson(
  value: JsonValue,
  style: JsonStyle,
  indent: string,
  onOneLine = !style.lines,
): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const entries = isList
    ? value.map((item) => [null, item] as const)
    : Object.entries(value).map(([key, item]) => [JSON.stringify(key), item] as const);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (entries.length === 0) return open + close;
  const write = (onOneLine: boolean, inner: string) =>
    entries.map(([key, item]) => {
      const written = writeJson(item, style, inner, onOneLine);
      return key === null ? written : `${key}${style.colon}${written}`;
    });
  const plain = entries.every(([, item]) => typeof item !== "object" || item === null);
  const pad = isList || style.comma === "," ? "" : " ";
  if (onOneLine || (style.shortOnOneLine && plain && !entries.some(([key]) => key === '"type"'))) {
    const line = open + pad + write(true, indent).join(style.comma) + pad + close;
    if (onOneLine || line.length + indent.length <= longestLine) return line;
  }
  const inner = indent + style.unit;
  return `${open}\n${write(false, inner)
    .map((entry) => inner + entry)
    .join(",\n")}\n${indent}${close}`;
}

/** Moves a text of several lines from one indentation to another; JSON strings hold no line ends. */
export function reindented(text: string, from: string, to: string): string {
  return from === to ? text : text.replaceAll(`\n${from}`, `\n${to}`);
}
