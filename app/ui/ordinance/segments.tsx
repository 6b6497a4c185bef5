import type { TextSegment } from "#app/domain/ordinance/index.ts";

/** A stretch of a comparison: what was inserted and what was deleted, marked as such. */
export function Segments({ segments }: { segments: readonly TextSegment[] }) {
  let offset = 0;
  return segments.map(({ kind, text }) => {
    const key = `${kind}-${offset}`;
    offset += text.length;
    if (kind === "inserted") return <ins key={key}>{text}</ins>;
    if (kind === "deleted") return <del key={key}>{text}</del>;
    return <span key={key}>{text}</span>;
  });
}

/** Whether anything was inserted or deleted. */
export function isChanged(segments: readonly TextSegment[]): boolean {
  return segments.some(({ kind }) => kind !== "same");
}
