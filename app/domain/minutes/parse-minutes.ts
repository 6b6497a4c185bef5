import { findActiveContent } from "../markdown/active-content.ts";
import { readFrontMatter } from "../markdown/front-matter.ts";
import { findUnfitText } from "../markdown/source-limits.ts";
import type { Problem } from "../problem.ts";
import type { Minutes, Openness, Paper, Section } from "./minutes.ts";
import { headerKeys, readHeader } from "./read-header.ts";
import { readPaper } from "./read-paper.ts";
import { readRecord } from "./read-record.ts";
import {
  type Part,
  readItems,
  readParts,
  type SourceLine,
  withoutComments,
} from "./source-lines.ts";

/**
 * Reads minutes written in Markdown (the form is that of `minutesTemplate`). `minutes` is there only
 * when `problems` is empty. Every problem has its line and says what was expected; they come in the
 * order of the lines. Utterances get no numbers here: see `numberUtterances`.
 */
export function parseMinutes(markdown: string): { minutes?: Minutes; problems: Problem[] } {
  const unfit = findUnfitText(markdown);
  if (unfit.length > 0) return { problems: unfit };
  const front = readFrontMatter(markdown, headerKeys);
  if (front.bodyStart === 1) {
    const message =
      "1行目に「---」を書き、その下に「会議: 」「日時: 」などの項目を書いてください。";
    return { problems: [{ message, line: 1 }] };
  }
  const { lines, problems: openComments } = withoutComments(
    front.body.map((text, index) => ({ text, line: front.bodyStart + index })),
  );
  const { header, problems: headerProblems } = readHeader(front);
  const body = readBody(lines);
  const minutes = header && { ...header, ...body.value };
  const problems = [
    ...front.problems,
    ...headerProblems,
    ...openComments,
    ...body.problems,
    ...(minutes ? opennessProblems(minutes, front.lines.公開 ?? 1) : []),
    ...activeContent(lines),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return problems.length > 0 ? { problems } : { minutes, problems };
}

type Body = Pick<Minutes, "agenda" | "present" | "absent" | "staff" | "papers" | "sections">;

function readBody(lines: SourceLine[]): { value: Body; problems: Problem[] } {
  const { parts, problems } = readParts(lines);
  const end = lines.at(-1)?.line ?? 1;
  const list = (part: Part | undefined): SourceLine[] => {
    if (!part) return [];
    const read = readItems(part);
    problems.push(...read.problems);
    return read.items;
  };
  const names = (part: Part | undefined) => list(part).map(({ text }) => text);
  for (const heading of ["議題", "出席", "記録"] as const) {
    const part = parts[heading];
    if (!part)
      problems.push({ message: `「## ${heading}」がありません。書き加えてください。`, line: end });
    else if (part.lines.every(({ text }) => text.trim() === "")) {
      problems.push({
        message: `「## ${heading}」の下が空です。書いてください。`,
        line: part.line,
      });
    }
  }
  const [agenda, present, absent, staff] = [
    names(parts.議題),
    names(parts.出席),
    names(parts.欠席),
    names(parts.事務局),
  ];
  const papers = readPapers(list(parts.資料), problems);
  const record = readRecord(parts.記録?.lines ?? [], [...present, ...staff]);
  problems.push(...record.problems);
  if (parts.記録 && record.problems.length === 0 && !record.sections.some(hasUtterances)) {
    const message = "記録に発言がありません。「**会長**　」のように発言者から書いてください。";
    problems.push({ message, line: parts.記録.line });
  }
  return { value: { agenda, present, absent, staff, papers, sections: record.sections }, problems };
}

function readPapers(items: SourceLine[], problems: Problem[]): Paper[] {
  const papers: Paper[] = [];
  for (const item of items) {
    const paper = readPaper(item);
    if (!paper.ok) problems.push(...paper.problems);
    else if (papers.some(({ number }) => number === paper.value.number)) {
      const message = `${paper.value.number}が2つあります。番号を直してください。`;
      problems.push({ message, line: item.line });
    } else papers.push(paper.value);
  }
  return papers;
}

/** What the front matter says of openness and what the record holds must agree, or text could leak. */
function opennessProblems(minutes: Minutes, line: number): Problem[] {
  const closed = closedLine(minutes.sections);
  const expected: Record<Openness, boolean | undefined> = {
    公開: false,
    一部非公開: true,
    非公開: undefined,
  };
  if (expected[minutes.openness] === true && closed === undefined) {
    const message =
      "「一部非公開」とありますが、記録に「:::非公開 理由」の囲みがありません。非公開の発言を囲むか、「公開」に直してください。";
    return [{ message, line, field: "公開" }];
  }
  if (expected[minutes.openness] === false && closed !== undefined) {
    const message = "「:::非公開」の囲みがあるときは、「公開: 一部非公開」としてください。";
    return [{ message, line: closed }];
  }
  return [];
}

function hasUtterances(section: Section): boolean {
  return section.blocks.some((block) => block.utterances.length > 0);
}

function closedLine(sections: Section[]): number | undefined {
  const blocks = sections.flatMap((section) => section.blocks);
  return blocks.find((block) => block.kind === "closed")?.line;
}

function activeContent(lines: SourceLine[]): Problem[] {
  const before = (lines[0]?.line ?? 1) - 1;
  return findActiveContent(lines.map(({ text }) => text).join("\n")).map((problem) => ({
    ...problem,
    line: (problem.line ?? 1) + before,
  }));
}
