import type { Checked } from "../problem.ts";
import type { Figure } from "./document.ts";
import type { FigureLink, ReleasedTable, ReleasePart } from "./parts.ts";

/**
 * The figure a link stands for, taken over from its release as released (nothing is counted
 * again). `articleLabel` (第8条) is where it will stand and is named in the problems.
 */
export function figureFor(
  link: FigureLink,
  releases: readonly ReleasePart[],
  articleLabel: string,
): Checked<Figure> {
  const cited = `${articleLabel}に結び付けた調査「${link.surveyTitle}」の問「${link.question}」`;
  const release = releases.find((candidate) => candidate.id === link.releaseId);
  if (release === undefined) {
    return refused(`${cited}の集計版がありません。集計を公開するか、結び付けを外してください。`);
  }
  const table = release.tables.find((candidate) => candidate.question === link.question);
  if (table === undefined) {
    return refused(
      `${cited}は、集計版「${release.label}」にありません。結び付け直すか、外してください。`,
    );
  }
  const note = link.note ? { note: link.note } : {};
  if (link.choice === undefined) {
    return { ok: true, value: { ...wholeQuestion(release, table), ...note } };
  }
  const row = table.rows.find(({ value }) => value === link.choice);
  if (row === undefined) {
    return refused(
      `${cited}の選択肢「${link.choice}」は、集計版「${release.label}」にありません。` +
        "選択肢を選び直すか、結び付けを外してください。",
    );
  }
  const n = row.n ?? table.n;
  return {
    ok: true,
    value: {
      ...commonOf(release, table),
      ...note,
      n,
      choiceText: row.label,
      count: row.count,
      percent: row.percent,
      sentence:
        `「${table.title}」に「${row.label}」と答えたのは、` +
        `${n}者のうち${row.count}者（${percentText(row.percent)}）でした${origin(release)}。`,
    },
  };
}

function wholeQuestion(release: ReleasePart, table: ReleasedTable): Figure {
  const { n, noAnswer = 0, summary } = table;
  const asked = n + noAnswer;
  const percent = asked === 0 ? 0 : Math.round((n / asked) * 1000) / 10;
  const answered = `「${table.title}」には、${asked}者のうち${n}者（${percentText(percent)}）が答えました。`;
  return {
    ...commonOf(release, table),
    count: n,
    percent,
    rows: table.rows.map(({ label, count, percent }) => ({ label, count, percent })),
    sentence: `${(summary ?? answered).replace(/。$/, "")}${origin(release)}。`,
  };
}

function commonOf(release: ReleasePart, table: ReleasedTable) {
  return {
    surveyTitle: release.surveyTitle,
    releaseLabel: release.label,
    releaseId: release.id,
    question: table.question,
    ...(table.number === undefined ? {} : { questionNumber: table.number }),
    questionTitle: table.title,
    n: table.n,
    ...(table.noAnswer === undefined ? {} : { noAnswer: table.noAnswer }),
    simulated: release.simulated,
    path: table.path,
  };
}

/** A percentage with one decimal: 53.1%, 40.0%. */
export function percentText(percent: number): string {
  return `${percent.toFixed(1)}%`;
}

function origin(release: ReleasePart): string {
  const simulated = release.simulated ? "・模擬回答" : "";
  return `（${release.surveyTitle}、${release.label}${simulated}）`;
}

function refused(message: string): Checked<Figure> {
  return { ok: false, problems: [{ message, field: "figures" }] };
}
