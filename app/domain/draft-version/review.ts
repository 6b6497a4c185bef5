import {
  type Alignment,
  checkDrafting,
  type Ordinance,
  type ProvisionNode,
  parseOrdinance,
  provisionsOf,
  type Severity,
} from "../ordinance/index.ts";
import { type Correction, correctionOf } from "./correction.ts";
import { plainText } from "./pasted-text.ts";

/** One thing said of a text on the desk: a problem of reading it, or a finding of the rules. */
export interface Remark {
  /** Names it within one text, so that a form can ask for its correction. */
  key: string;
  severity: Severity;
  /** From 1; 0 where it belongs to no line. */
  line: number;
  /** 「第8条第2項」; "" for a problem of reading. */
  label: string;
  /** Japanese; says what is wrong and what to do. */
  message: string;
  /** The line as written, and the place in it where that is known (UTF-16 positions). */
  excerpt: string;
  place: { start: number; end: number } | undefined;
  correction: Correction | undefined;
}

/** A text as the desk shows it beside its editor. */
export interface Review {
  remarks: Remark[];
  /** What could be read, in reading order. */
  provisions: ProvisionNode[];
}

/**
 * Reads a text and checks it by the drafting rules, against the version before where there is one.
 * Remarks come in the order of their lines. Never throws, whatever the text.
 */
export function reviewText(pasted: string, previous?: Ordinance, alignment?: Alignment): Review {
  const source = plainText(pasted);
  const lines = source.split("\n");
  const { ordinance, problems } = parseOrdinance(source);
  const provisions = provisionsOf(ordinance);
  const nodes = new Map(provisions.map((node) => [node.path, node]));
  const remarks: Remark[] = problems.map(({ message, line = 0, column = 1 }, index) => ({
    key: `read-${line}-${column}-${index}`,
    severity: "誤り",
    line,
    label: "",
    message,
    excerpt: lines[line - 1] ?? "",
    place: undefined,
    correction: undefined,
  }));
  const times = new Map<string, number>();
  for (const finding of checkDrafting(ordinance, previous, alignment)) {
    const { rule, severity, path, label, message, start } = finding;
    const correction = correctionOf(finding, nodes.get(path), lines);
    const line = correction?.line ?? finding.line;
    const name = `${rule}-${path}-${start ?? ""}`;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    remarks.push({
      key: time === 1 ? name : `${name}-${time}`,
      severity,
      line,
      label,
      message,
      excerpt: lines[line - 1] ?? "",
      place: correction && { start: correction.start, end: correction.end },
      correction,
    });
  }
  return { remarks: remarks.sort((a, b) => a.line - b.line), provisions };
}

/** The correction that a form asked for by the key of its remark; undefined when it is gone. */
export function correctionNamed(
  source: string,
  key: string,
  previous?: Ordinance,
): Correction | undefined {
  return reviewText(source, previous).remarks.find((remark) => remark.key === key)?.correction;
}
