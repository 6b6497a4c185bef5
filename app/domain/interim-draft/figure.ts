import type { Checked } from "../problem.ts";
import { unitOf } from "../survey/release/share-words.ts";
import type { Figure } from "./document.ts";
import { figureSha256 } from "./hashes.ts";
import type { FigureLink, ReleasedTable, ReleasePart } from "./parts.ts";

/**
 * The figure a link stands for, taken over from its release as released (nothing is counted
 * again). A hidden one is refused. `articleLabel` (第8条) is where it will stand and is named in
 * the problems.
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
  const hashed = (figure: Omit<Figure, "sha256" | "note">): Checked<Figure> => ({
    ok: true,
    value: { ...figure, sha256: figureSha256(figure), ...note },
  });
  if (link.choice === undefined) {
    const whole = wholeQuestion(release, table);
    if (whole !== undefined) return hashed(whole);
    return refused(
      `${cited}の数は、集計版「${release.label}」で伏せられているため、引用できません。` +
        "ほかの問を結び付けるか、結び付けを外してください。",
    );
  }
  const row = table.rows.find(({ value }) => value === link.choice);
  if (row === undefined) {
    return refused(
      `${cited}の選択肢「${link.choice}」は、集計版「${release.label}」にありません。` +
        "選択肢を選び直すか、結び付けを外してください。",
    );
  }
  const n = row.n === undefined ? table.n : row.n;
  if (row.count === null || n === null) {
    return refused(
      `${cited}の選択肢「${row.label}」の数は、集計版「${release.label}」で伏せられているため、引用できません。` +
        "問の全体かほかの選択肢を結び付けるか、結び付けを外してください。",
    );
  }
  const percent = row.percent ?? 0;
  const { counts = "firms" } = row;
  const unit = unitOf({ counts });
  const { noAnswer, ...common } = commonOf(release, table);
  return hashed({
    ...common,
    // The firms that left the question out are none of a panel's entries.
    ...(counts === "firms" ? (noAnswer === undefined ? {} : { noAnswer }) : { counts }),
    cell: row.value,
    n,
    choiceText: row.label,
    count: row.count,
    percent,
    sentence:
      `「${table.title}」に「${row.label}」と答えたのは、` +
      `${n}${unit}のうち${row.count}${unit}（${percentText(percent)}）でした${origin(release)}。`,
  });
}

/** Undefined where everything of it is hidden. */
function wholeQuestion(release: ReleasePart, table: ReleasedTable): Figure | undefined {
  const { n, noAnswer = 0, summary, rows } = table;
  if (n === null || (rows.length > 0 && rows.every(({ count }) => count === null)))
    return undefined;
  const asked = noAnswer === null ? null : n + noAnswer;
  const percent = asked === null ? null : asked === 0 ? 0 : Math.round((n / asked) * 1000) / 10;
  const answered =
    asked === null || percent === null
      ? `「${table.title}」には、${n}者が答えました。`
      : `「${table.title}」には、${asked}者のうち${n}者（${percentText(percent)}）が答えました。`;
  const anyHidden = rows.some(({ count }) => count === null);
  return {
    ...commonOf(release, table),
    n,
    count: n,
    percent,
    rows: rows.map(({ value, label, counts, count, n: base, percent }) => ({
      cell: value,
      label,
      ...(counts === "entries" ? { counts } : {}),
      count,
      ...(base === undefined || base === n ? {} : { n: base }),
      percent,
    })),
    ...(anyHidden ? { hiddenReason: release.hiddenReason } : {}),
    sentence: `${(summary ?? answered).replace(/。$/, "")}${origin(release)}。`,
  };
}

function commonOf(release: ReleasePart, table: ReleasedTable) {
  return {
    surveyTitle: release.surveyTitle,
    releaseLabel: release.label,
    releaseId: release.id,
    survey: release.survey,
    release: release.number,
    releaseSha256: release.sha256,
    question: table.question,
    ...(table.number === undefined ? {} : { questionNumber: table.number }),
    questionTitle: table.title,
    ...(table.noAnswer == null ? {} : { noAnswer: table.noAnswer }),
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
