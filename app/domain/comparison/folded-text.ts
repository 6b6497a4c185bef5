import type { InlineProvision, ProvisionKind, TextSegment } from "../ordinance/index.ts";

/** A stretch of one text of two versions: a whole that is shown, or a run of wholes left out. */
export type FoldedPart =
  | { kind: "whole"; provisions: InlineProvision[] }
  /** `name` is 「第2条～第5条」: what is left out, nothing in it having changed. */
  | { kind: "unchanged"; name: string };

const standAlone = new Set<ProvisionKind>([
  "part",
  "chapter",
  "section",
  "subsection",
  "division",
  "title",
  "enactStatement",
  "toc",
  "preamble",
  "article",
  "supplementary",
  "table",
  "style",
]);
const headings = new Set<ProvisionKind>(["part", "chapter", "section", "subsection", "division"]);

/** The provisions cut into wholes: each article, heading, 前文, 附則 and 別表 with its parts. */
export function wholes(provisions: readonly InlineProvision[]): InlineProvision[][] {
  const cut: InlineProvision[][] = [];
  for (const provision of provisions) {
    const last = cut.at(-1);
    if (standAlone.has(provision.kind) || !last) cut.push([provision]);
    else last.push(provision);
  }
  return cut;
}

/** Whether anything in a whole is new, gone, moved, renumbered or reworded. */
export function isTouched(whole: readonly InlineProvision[]): boolean {
  const changed = (segments: readonly TextSegment[]) =>
    segments.some(({ kind }) => kind !== "same");
  return whole.some(
    ({ status, label, caption, segments }) =>
      status !== "kept" || changed(label) || changed(caption) || changed(segments),
  );
}

/**
 * One text of two versions with the articles that did not change left out, or folded to a line
 * that names them (「第2条～第5条」). Chapter headings stay where something beneath them is shown.
 */
export function foldedText(
  provisions: readonly InlineProvision[],
  unchanged: "fold" | "omit",
): FoldedPart[] {
  const parts: FoldedPart[] = [];
  let pending: InlineProvision[][] = [];
  let run: string[] = [];
  const closeRun = () => {
    const [first] = run;
    if (first !== undefined && unchanged === "fold") {
      for (const heading of pending) parts.push({ kind: "whole", provisions: heading });
      pending = [];
      const last = run.at(-1) ?? first;
      const between = run.length === 2 ? "・" : "～";
      parts.push({ kind: "unchanged", name: run.length === 1 ? first : first + between + last });
    }
    run = [];
  };
  for (const whole of wholes(provisions)) {
    const [head] = whole;
    if (!head) continue;
    const touched = isTouched(whole);
    if (headings.has(head.kind) && !touched) {
      closeRun();
      pending = [...pending.filter(([above]) => above && above.depth < head.depth), whole];
    } else if (touched) {
      closeRun();
      for (const heading of pending) parts.push({ kind: "whole", provisions: heading });
      pending = [];
      parts.push({ kind: "whole", provisions: whole });
    } else if (named.has(head.kind)) {
      if (head.kind !== "article") closeRun();
      run.push(nameOf(head));
      if (head.kind !== "article") closeRun();
    }
  }
  closeRun();
  return parts;
}

/** What is worth a line of its own when it is left out. */
const named = new Set<ProvisionKind>(["article", "preamble", "supplementary", "table", "style"]);

function nameOf({ kind, label }: InlineProvision): string {
  const text = label.map((segment) => segment.text).join("");
  if (text !== "") return text;
  return kind === "preamble" ? "前文" : kind === "supplementary" ? "附則" : "別表・様式";
}
