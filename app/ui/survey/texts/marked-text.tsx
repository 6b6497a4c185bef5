import { type Hint, hintLabels } from "#app/domain/survey/free-text/hints.ts";
import type { RedactedRun } from "#app/domain/survey/free-text/redaction.ts";

/** A text with what may identify somebody marked; its direction stays its own. */
export function MarkedText({ text, hints }: { text: string; hints: readonly Hint[] }) {
  const pieces = hints.map((hint, index) => ({
    before: text.slice(hints[index - 1]?.to ?? 0, hint.from),
    marked: text.slice(hint.from, hint.to),
    hint,
  }));
  return (
    <bdi className="lines">
      {pieces.map(({ before, marked, hint }) => (
        <span key={hint.from}>
          {before}
          <mark>
            {marked}
            <span className="visually-hidden">（{hintLabels[hint.kind]}）</span>
          </mark>
        </span>
      ))}
      {text.slice(hints.at(-1)?.to ?? 0)}
    </bdi>
  );
}

/** What was made black in a text, and what is published of it. */
export function RedactedText({ runs }: { runs: readonly RedactedRun[] }) {
  let at = 0;
  return (
    <bdi className="lines">
      {runs.map(({ kind, text }) => {
        const key = at;
        at += text.length;
        return kind === "black" ? <del key={key}>{text}</del> : <span key={key}>{text}</span>;
      })}
    </bdi>
  );
}
