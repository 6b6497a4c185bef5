import type { Paper } from "./minutes.ts";

/** What is known of a meeting before its minutes are written; everything may be left out. */
export interface MinutesOutline {
  title?: string;
  /** "YYYY-MM-DD" */
  date?: string;
  place?: string;
  agenda?: string[];
  present?: string[];
  staff?: string[];
  papers?: Paper[];
}

/**
 * A blank form for minutes in Markdown, with hints in comments that `parseMinutes` skips.
 * What is left blank in it is told as a problem until the clerk fills it in.
 */
export function minutesTemplate(outline: MinutesOutline = {}): string {
  const agenda = outline.agenda ?? ["開会", "議事", "その他", "閉会"];
  const papers = (outline.papers ?? []).map(({ number, title }) =>
    number === title ? title : `${number} ${title}`,
  );
  return `---
会議: ${outline.title ?? ""}
日時: ${outline.date === undefined ? "" : `${outline.date} `}
場所: ${outline.place ?? ""}
公開: 公開
非公開の理由:
傍聴者: 0
記録の形式: 要点筆記
---

<!--
会議は「第3回公共調達のあり方審議会」、日時は「2026-07-22 14:00-16:05」の形で書きます。
公開は 公開・一部非公開・非公開、記録の形式は 全文・要点筆記 から選びます。
このような囲みの中は、会議録には載りません。
-->

## 議題
${agenda.map((item, index) => `${index + 1}. ${item}`).join("\n")}

## 出席
${list(outline.present ?? ["会長", "副会長"])}

## 欠席
なし

## 事務局
${list(outline.staff ?? ["総務部"])}

## 資料
${papers.length === 0 ? "なし" : list(papers)}

## 記録

<!--
発言は「**会長**　」のように、発言者を ** で囲んで始めます。段落は空の行で分けます。
公開しない発言は、「:::非公開 理由」と「:::」の行で囲みます。
-->

${agenda.map((item, index) => `### ${index + 1} ${item}\n`).join("\n")}`;
}

function list(items: string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
