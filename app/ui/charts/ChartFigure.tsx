import type { ReactNode } from "react";
import { type FigureFacts, numberLabel } from "./chart-data.ts";

/**
 * The frame of every chart: the question as caption, what it is counted over, the drawing, and its
 * table right below, so that no number is to be had from the drawing alone.
 */
export function ChartFigure({
  facts,
  drawing,
  table,
}: {
  facts: FigureFacts;
  drawing: ReactNode;
  table: ReactNode;
}) {
  return (
    <figure className="chart" id={`${facts.id}-figure`}>
      <figcaption>
        <span className="chart-title">{facts.title}</span>
        <span className="chart-base">{baseText(facts)}</span>
      </figcaption>
      {facts.n === 0 ? <p>この問に答えた事業者はありません。</p> : drawing}
      {table}
    </figure>
  );
}

/** 「n=221　無回答 7　非該当 12　複数回答」 */
export function baseText({ n, noAnswer, notApplicable = 0, notes = [] }: FigureFacts): string {
  return [
    `n=${numberLabel(n)}`,
    `無回答 ${numberLabel(noAnswer)}`,
    ...(notApplicable > 0 ? [`非該当 ${numberLabel(notApplicable)}`] : []),
    ...notes,
  ].join("　");
}
