import type { Problem } from "../problem.ts";

/** A line of the source with its number, from 1. */
export interface SourceLine {
  text: string;
  line: number;
}

/** A `##` part of the minutes with its lines; HTML comments are gone from them. */
export interface Part {
  heading: string;
  line: number;
  lines: SourceLine[];
}

const partHeadings = ["議題", "出席", "欠席", "事務局", "資料", "記録"] as const;
export type PartHeading = (typeof partHeadings)[number];

/** Cuts the body at its `##` headings. Text before the first, unknown and repeated ones are problems. */
export function readParts(lines: SourceLine[]): {
  parts: Partial<Record<PartHeading, Part>>;
  problems: Problem[];
} {
  const parts: Partial<Record<PartHeading, Part>> = {};
  const problems: Problem[] = [];
  let current: Part | undefined;
  for (const { text, line } of lines) {
    const heading = /^#{1,2}[\s　]+(.*?)[\s　]*$/u.exec(text)?.[1]?.normalize("NFKC");
    if (heading !== undefined) {
      current = { heading, line, lines: [] };
      const known = partHeadings.find((one) => one === heading);
      if (!known) {
        const message = `「${heading}」という見出しはありません。使える見出しは ${partHeadings.join("、")} です。記録の中の見出しは「### 」で始めてください。`;
        problems.push({ message, line });
      } else if (parts[known]) {
        problems.push({ message: `「## ${known}」が2回あります。1つにまとめてください。`, line });
      } else {
        parts[known] = current;
      }
    } else if (current) {
      current.lines.push({ text, line });
    } else if (text.trim() !== "") {
      const message = "最初の見出し「## 議題」の前には何も書けません。見出しの後に移してください。";
      problems.push({ message, line });
      current = { heading: "", line, lines: [] };
    }
  }
  return { parts, problems };
}

/** Blanks out HTML comments, keeping every line; one that is not closed is a problem. */
export function withoutComments(lines: SourceLine[]): { lines: SourceLine[]; problems: Problem[] } {
  let openedAt: number | undefined;
  const kept = lines.map(({ text, line }) => {
    let rest = text;
    let out = "";
    while (rest !== "") {
      const mark = openedAt === undefined ? "<!--" : "-->";
      const at = rest.indexOf(mark);
      if (openedAt === undefined) out += at < 0 ? rest : rest.slice(0, at);
      if (at < 0) break;
      openedAt = openedAt === undefined ? line : undefined;
      rest = rest.slice(at + mark.length);
    }
    return { text: out, line };
  });
  const message = "コメント「<!--」が閉じていません。「-->」を書いてください。";
  return { lines: kept, problems: openedAt === undefined ? [] : [{ message, line: openedAt }] };
}

/** The items of a list part: 「- 会長」「1. 開会」「・会長」. 「なし」 alone is an empty list. */
export function readItems(part: Part): { items: SourceLine[]; problems: Problem[] } {
  const filled = part.lines.filter(({ text }) => text.trim() !== "");
  if (
    filled.length === 1 &&
    /^[\s　]*(?:[-*・][\s　]*)?なし[。\s　]*$/u.test(filled[0]?.text ?? "")
  ) {
    return { items: [], problems: [] };
  }
  const items: SourceLine[] = [];
  const problems: Problem[] = [];
  for (const { text, line } of filled) {
    const item =
      /^[\s　]*(?:[-*+][\s　]+|・[\s　]*|[0-9０-９]+[.．)）][\s　]*)(\S.*?)[\s　]*$/u.exec(text);
    if (item) items.push({ text: item[1] ?? "", line });
    else {
      const message = `「## ${part.heading}」の下は、1行に1つ「- 」で始めて書いてください。`;
      problems.push({ message, line });
    }
  }
  return { items, problems };
}
