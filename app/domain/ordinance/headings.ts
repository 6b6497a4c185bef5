import { skipSpaces, trimSpaces } from "./glyphs.ts";
import { readBranch, readNumber } from "./numerals.ts";
import { isBracketed } from "./sentences.ts";

/** 「附則」「附　則（令和8年条例第3号）抄」 */
export interface SupplHeading {
  label: string;
  amendLawNum?: string;
  extract: boolean;
}

/** Reads the heading of a 附則; undefined for any other line. */
export function readSupplHeading(line: string): SupplHeading | undefined {
  if (!line.startsWith("附")) return undefined;
  const second = skipSpaces(line, 1);
  if (line.charAt(second) !== "則") return undefined;
  let rest = trimSpaces(line.slice(second + 1));
  const label = line.slice(0, second + 1);
  const extract = rest.endsWith("抄");
  if (extract) rest = trimSpaces(rest.slice(0, -1));
  if (rest === "") return { label, extract };
  return isBracketed(rest) ? { label, amendLawNum: rest, extract } : undefined;
}

/** 「別表第1　対象工事（第3条関係）」「様式第1号（第5条関係）」 */
export interface AppendixHeading {
  kind: "table" | "style";
  title: string;
  num: string;
  related?: string;
}

const names = ["附則別表", "別表", "別記様式", "様式", "別記", "別図", "別紙"];

/** Reads the heading of a 別表 or 様式; undefined for any other line. */
export function readAppendixHeading(line: string): AppendixHeading | undefined {
  if (!"附別様".includes(line.charAt(0))) return undefined;
  const name = names.find((each) => line.startsWith(each));
  if (!name) return undefined;
  let end = name.length;
  let num = "";
  if (line.charAt(end) === "第") {
    const number = readNumber(line, end + 1);
    if (!number) return undefined;
    const unit = line.charAt(number.end) === "号" ? 1 : 0;
    const branch = readBranch(line, number.end + unit);
    num = `${number.value}${branch.suffix}`;
    end = branch.end;
  }
  const rest = trimSpaces(line.slice(end));
  const spaced = skipSpaces(line, end) > end;
  const bracket = related(rest);
  const title = bracket === undefined ? rest : trimSpaces(rest.slice(0, -bracket.length));
  if (title !== "" && (!spaced || rest.endsWith("。") || title.length > 60)) return undefined;
  return {
    kind: name.endsWith("別表") ? "table" : "style",
    title: title === "" ? line.slice(0, end) : `${line.slice(0, end)}　${title}`,
    num,
    ...(bracket === undefined ? {} : { related: bracket }),
  };
}

/** The bracket at the end of a heading, 「（第5条関係）」. */
function related(rest: string): string | undefined {
  if (!rest.endsWith("）") && !rest.endsWith(")")) return undefined;
  let depth = 0;
  for (let at = rest.length - 1; at >= 0; at -= 1) {
    const char = rest.charAt(at);
    if (char === "）" || char === ")") depth += 1;
    else if (char === "（" || char === "(") {
      depth -= 1;
      if (depth === 0) return rest.slice(at);
    }
  }
  return undefined;
}

/** Whether a line is the heading 「目次」. */
export function isTocHeading(line: string): boolean {
  return line.startsWith("目") && line.slice(skipSpaces(line, 1)) === "次";
}
