import { findActiveContent } from "../markdown/active-content.ts";
import { readFrontMatter } from "../markdown/front-matter.ts";
import { findUnfitText } from "../markdown/source-limits.ts";
import type { Problem } from "../problem.ts";
import type { Goal, GoalSheet } from "./goal-sheet.ts";

const keys = ["年度", "部署", "出典"] as const;

const columns = {
  現状や課題: "situation",
  達成水準: "target",
  手段: "means",
  達成状況: "progress",
  理由: "reason",
} as const satisfies Record<string, keyof Goal>;

type Column = keyof typeof columns;

/** A goal as read so far: the lines of its columns. */
interface Draft {
  number: number;
  title: string;
  line: number;
  columns: Map<Column, string[]>;
}

/**
 * Reads a department's goal sheet in Markdown: 「# 題名」, goals 「## 目標3　…」, and under each
 * `### 現状や課題`, `### 達成水準`, `### 手段`, and once it has judged `### 達成状況`, `### 理由`.
 * An optional front matter holds 年度, 部署 and 出典. `sheet` is there only without problems.
 */
export function parseGoalSheet(markdown: string): { sheet?: GoalSheet; problems: Problem[] } {
  const unfit = findUnfitText(markdown);
  if (unfit.length > 0) return { problems: unfit };
  const front = readFrontMatter(markdown, keys);
  const body = readBody(front.body, front.bodyStart);
  const active = findActiveContent(front.body.join("\n")).map((problem) => ({
    ...problem,
    line: (problem.line ?? 1) + front.bodyStart - 1,
  }));
  const problems = [...front.problems, ...body.problems, ...active].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0),
  );
  if (problems.length > 0) return { problems };
  const sheet: GoalSheet = {
    title: body.title,
    fiscalYear: front.entries.年度?.value ?? null,
    department: front.entries.部署?.value ?? null,
    source: front.entries.出典?.value ?? null,
    introduction: body.introduction,
    goals: body.goals,
  };
  return { sheet, problems };
}

function readBody(lines: string[], first: number) {
  const problems: Problem[] = [];
  const drafts: Draft[] = [];
  const introduction: string[] = [];
  let title = "";
  let into: string[] | undefined = introduction;
  lines.forEach((text, index) => {
    const line = first + index;
    const [, marks = "", heading = ""] = /^(#{1,3})[\s　]+(.+?)[\s　]*$/u.exec(text) ?? [];
    const draft = drafts.at(-1);
    if (marks === "") {
      if (into) into.push(text);
      else if (text.trim() !== "") {
        problems.push({ message: "「### 現状や課題」などの見出しの下に書いてください。", line });
        into = [];
      }
    } else if (marks === "#") {
      if (title !== "" || draft) {
        problems.push({ message: "題名「# 」は最初に1つだけ書いてください。", line });
      }
      title = heading;
    } else if (marks === "##") {
      drafts.push(readGoalHeading(heading, line, drafts, problems));
      into = undefined;
    } else {
      into = openColumn(heading, line, draft, problems);
    }
  });
  if (title === "")
    problems.push({ message: "題名を「# 部局の目標」のように書いてください。", line: first });
  if (drafts.length === 0) {
    const message = "目標がありません。「## 目標1　題名」のように書いてください。";
    problems.push({ message, line: first + lines.length - 1 });
  }
  const goals = drafts.map((draft) => goalFrom(draft, problems));
  return { title, introduction: introduction.join("\n").trim(), goals, problems };
}

function readGoalHeading(
  heading: string,
  line: number,
  drafts: Draft[],
  problems: Problem[],
): Draft {
  const match = /^目標[\s　]*([0-9０-９]{1,2})[\s　:：]+(\S.*)$/u.exec(heading);
  const number = Number((match?.[1] ?? "0").normalize("NFKC"));
  if (!match) {
    const message = "目標の見出しは「## 目標3　題名」の形で書いてください。";
    problems.push({ message, line });
  } else if (drafts.some((draft) => draft.number === number)) {
    problems.push({ message: `目標${number}が2つあります。番号を直してください。`, line });
  }
  return { number, title: match?.[2] ?? heading, line, columns: new Map() };
}

function openColumn(heading: string, line: number, draft: Draft | undefined, problems: Problem[]) {
  const lines: string[] = [];
  const column = (Object.keys(columns) as Column[]).find((one) => one === heading);
  if (!draft) {
    problems.push({ message: "見出し「### 」は「## 目標1　題名」の下に書いてください。", line });
  } else if (!column) {
    const known = Object.keys(columns).join("、");
    problems.push({
      message: `「${heading}」という欄はありません。使える欄は ${known} です。`,
      line,
    });
  } else if (draft.columns.has(column)) {
    problems.push({
      message: `目標${draft.number}に「${column}」が2つあります。まとめてください。`,
      line,
    });
  } else {
    draft.columns.set(column, lines);
  }
  return lines;
}

function goalFrom(draft: Draft, problems: Problem[]): Goal {
  const text = (column: Column) => (draft.columns.get(column) ?? []).join("\n").trim();
  for (const column of ["現状や課題", "達成水準", "手段"] as const) {
    if (text(column) === "") {
      const goal = draft.number > 0 ? `目標${draft.number}` : `「${draft.title}」`;
      const message = `${goal}の「### ${column}」がないか、空です。書いてください。`;
      problems.push({ message, line: draft.line });
    }
  }
  return {
    number: draft.number,
    title: draft.title,
    situation: text("現状や課題"),
    target: text("達成水準"),
    means: text("手段"),
    progress: text("達成状況") || null,
    reason: text("理由") || null,
  };
}
