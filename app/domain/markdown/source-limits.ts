import type { Problem } from "../problem.ts";

/** The largest text the platform takes, in bytes of UTF-8. */
export const largestSource = 1024 * 1024;

const longestLine = 10_000;

/**
 * What makes a text unfit to be read or stored at all, whatever is in it: more than 1 MB, a line of
 * more than 10,000 characters, control characters, broken characters (lone surrogates).
 */
export function findUnfitText(source: string): Problem[] {
  if (source.length > largestSource || new TextEncoder().encode(source).length > largestSource) {
    return [{ message: "文章が大きすぎます。1 MB（全角でおよそ35万字）までにしてください。" }];
  }
  const problems: Problem[] = [];
  source.split(/\r\n?|\n/u).forEach((text, index) => {
    const line = index + 1;
    if (text.length > longestLine) {
      problems.push({ message: "1行が長すぎます。10,000字までに改行で分けてください。", line });
    }
    const bad = /[^\P{Cc}\t]|\p{Surrogate}/u.exec(text);
    if (bad) {
      const column = Array.from(text.slice(0, bad.index)).length + 1;
      problems.push({
        message: "表示できない文字（制御文字）が入っています。この文字を消してください。",
        line,
        column,
      });
    }
  });
  return problems;
}
