import type { Alignment, AlignmentStatus } from "./alignment.ts";

/** How many articles each fate befell; every article is counted once under its status. */
export type AlignmentSummary = Record<AlignmentStatus, number> & {
  /** Of the articles kept or reworded in place: how many got another number. */
  renumbered: number;
};

/** Counts the articles of an alignment by what became of them. */
export function summarize(alignment: Alignment): AlignmentSummary {
  const summary: AlignmentSummary = {
    kept: 0,
    reworded: 0,
    moved: 0,
    "moved-and-reworded": 0,
    split: 0,
    merged: 0,
    added: 0,
    removed: 0,
    renumbered: 0,
  };
  for (const pair of alignment.pairs) {
    if (pair.kind !== "article") continue;
    summary[pair.status] += 1;
    if (pair.renumbered && !pair.status.startsWith("moved")) summary.renumbered += 1;
  }
  return summary;
}
