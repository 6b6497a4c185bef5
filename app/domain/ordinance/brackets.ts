/** Where 「」 begin and end, outermost ones only. */
export function quotedRanges(text: string): [number, number][] {
  const ranges: [number, number][] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "「") {
      if (depth === 0) from = at;
      depth += 1;
    } else if (char === "」" && depth > 0) {
      depth -= 1;
      if (depth === 0) ranges.push([from, at + 1]);
    }
  }
  return ranges;
}

/** Position of the bracket （ that closes the one at `open`, or -1. */
export function closingOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "（") depth += 1;
    else if (char === "）") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
