import type { ReactNode } from "react";
import { type FigureFacts, numberLabel } from "./chart-data.ts";

/** The frame of every chart: its title as caption, what it is counted over, and the drawing. */
export function ChartFigure({ facts, children }: { facts: FigureFacts; children: ReactNode }) {
  const base = baseText(facts);
  return (
    <figure className="chart" id={`${facts.id}-figure`}>
      <figcaption>
        <span className="chart-title">{facts.title}</span>
        {base !== "" && <span className="chart-base">{base}</span>}
      </figcaption>
      {facts.n === 0 ? <p>この問に答えた事業者はありません。</p> : children}
    </figure>
  );
}

/** 「n=221　複数回答」 */
function baseText({ n, notes = [] }: FigureFacts): string {
  return [...(n === undefined ? [] : [`n=${numberLabel(n)}`]), ...notes].join("　");
}
