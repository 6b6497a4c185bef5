import {
  commentsIn,
  type DraftHistory,
  type InterimDraftDocument,
} from "#app/domain/interim-draft/document.ts";
import { percentText } from "#app/domain/interim-draft/figure.ts";

/** A cell of plain text, or one that is a link. */
type Cell = string | { text: string; href: string };

/** One table of how the draft came about; a column is "auto" or a share of the width. */
export interface HistoryTable {
  title: string;
  columns: ("auto" | number)[];
  head: string[];
  rows: Cell[][];
  /** Said instead of the table when it has no rows. */
  none: string;
  note: string;
}

/** Meetings, versions, surveys and the tally of comments, as tables for the PDF. */
export function historyTables(
  draft: InterimDraftDocument,
  { origin, wareki }: { origin: string; wareki: (date: string) => string },
): HistoryTable[] {
  const linked = (text: string, path: string): Cell => ({ text, href: `${origin}${path}` });
  const { meetings, surveys, versions } = draft.history;
  return [
    {
      title: "審議会の会議",
      columns: ["auto", "auto", 1],
      head: ["回", "開催日", "会議（会議録）"],
      rows: meetings.map(({ number, title, heldOn, path }) => [
        `第${number}回`,
        wareki(heldOn),
        linked(title, path),
      ]),
      none: "会議の記録はまだありません。",
      note: "",
    },
    {
      title: "条例案の版",
      columns: ["auto", "auto", 1],
      head: ["版", "公開日", "主な内容"],
      rows: versions.map(({ label, publishedOn, note, path }) => [
        linked(label, path),
        wareki(publishedOn),
        note,
      ]),
      none: "公開した版はありません。",
      note: "",
    },
    surveyTable(surveys, wareki, linked),
    {
      title: "委員から出された意見",
      columns: [1, 1, 1, 1, 1, 1],
      head: ["意見", "反映", "一部反映", "不採用", "検討中", "回答準備中"],
      rows: tallyOfComments(draft),
      none: "意見はまだありません。",
      note: "",
    },
  ];
}

function surveyTable(
  surveys: DraftHistory["surveys"],
  wareki: (date: string) => string,
  linked: (text: string, path: string) => Cell,
): HistoryTable {
  return {
    title: "事業者への調査",
    columns: [1, "auto", "auto", "auto", "auto", "auto"],
    head: ["調査", "集計", "公開日", "依頼数", "回答数", "回収率"],
    rows: surveys.map((survey) => [
      linked(survey.simulated ? `${survey.title}（模擬回答）` : survey.title, survey.path),
      survey.releaseLabel,
      wareki(survey.releasedOn),
      String(survey.invited),
      String(survey.n),
      percentText(survey.responseRatePercent),
    ]),
    none: "集計を公開した調査はありません。",
    note: surveys.some(({ simulated }) => simulated)
      ? "「模擬回答」は、計算機が作った回答です。実際の事業者の回答ではありません。"
      : "",
  };
}

function tallyOfComments(draft: InterimDraftDocument): string[][] {
  const comments = commentsIn(draft);
  if (comments.length === 0) return [];
  const count = (kind: string | undefined) =>
    `${comments.filter(({ disposition }) => disposition?.kind === kind).length}件`;
  return [
    [
      `${comments.length}件`,
      count("反映"),
      count("一部反映"),
      count("不採用"),
      count("検討中"),
      count(undefined),
    ],
  ];
}
