import { cleanText } from "./clean-text.ts";

/** What stands in the place of words that are not published, whatever their number. */
export const blackMark = "●●";

/** A run of a text: shown as it is, or black in what is published. */
export interface RedactedRun {
  kind: "shown" | "black";
  text: string;
}

const marks = /●+/;

/**
 * Reads a wording in which places of a text were made black (●). Undefined when it is none: other
 * words than the writer's must not be published as theirs.
 */
export function readRedaction(original: string, wording: string): RedactedRun[] | undefined {
  const text = cleanText(original);
  const parts = cleanText(wording).split(marks);
  const [first = ""] = parts;
  const last = parts.at(-1) ?? "";
  if (parts.length === 1) return first === text ? [{ kind: "shown", text }] : undefined;
  if (!text.startsWith(first)) return undefined;
  const runs: RedactedRun[] = [{ kind: "shown", text: first }];
  let at = first.length;
  for (const [index, part] of parts.slice(1).entries()) {
    const isLast = index === parts.length - 2;
    const place = isLast ? text.length - last.length : text.indexOf(part, at);
    if (place < at || !text.startsWith(part, place)) return undefined;
    runs.push({ kind: "black", text: text.slice(at, place) }, { kind: "shown", text: part });
    at = place + part.length;
  }
  const shown = runs.filter((run) => run.text !== "");
  return at === text.length && shown.some(({ kind }) => kind === "black") ? shown : undefined;
}

/** The wording that is published of redacted runs: every black place the same, whatever its length. */
export function redactedWording(runs: readonly RedactedRun[]): string {
  return runs.map(({ kind, text }) => (kind === "black" ? blackMark : text)).join("");
}

/** A text with the given places (from, to in UTF-16 units) made black. */
export function blackened(text: string, places: readonly { from: number; to: number }[]): string {
  let wording = "";
  let at = 0;
  for (const { from, to } of [...places].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    wording += text.slice(at, from) + blackMark;
    at = to;
  }
  return wording + text.slice(at);
}
