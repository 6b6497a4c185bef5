import type { ProvisionKind } from "./provisions.ts";

/**
 * What became of a provision from one version to the next. "moved" means that it changed its place
 * among the others or its article; a provision that only got another number because something
 * before it was added or removed is "kept" or "reworded" with `renumbered`.
 */
export type AlignmentStatus =
  | "kept"
  | "reworded"
  | "moved"
  | "moved-and-reworded"
  | "split"
  | "merged"
  | "added"
  | "removed";

/** One provision of the one version beside its counterpart in the other; paths as in ProvisionNode. */
export interface AlignedPair {
  status: AlignmentStatus;
  kind: ProvisionKind;
  /** Absent for "added". For "split": the provision it was split from. */
  before?: string;
  /** Absent for "removed". For "merged": the provision it was merged into. */
  after?: string;
  /** True where the number differs (第7条 → 第8条). */
  renumbered: boolean;
  /** 0..1. From `certain` up no person needs to look. */
  confidence: number;
  /** True where a person decided. */
  decided: boolean;
}

/** The confidence from which a proposal counts as certain. */
export const certain = 0.9;

/** All pairs: in the order of the new version, removed ones where they used to stand. */
export interface Alignment {
  pairs: AlignedPair[];
}

/** A person's word on the alignment; it overrules what is proposed. Paths as in ProvisionNode. */
export type AlignmentDecision =
  | { kind: "same"; before: string; after: string }
  | { kind: "added"; after: string }
  | { kind: "removed"; before: string };

/** Statuses under which the provision is the same one and keeps its identity. */
export function isSame(pair: AlignedPair): pair is AlignedPair & { before: string; after: string } {
  return (
    pair.before !== undefined &&
    pair.after !== undefined &&
    pair.status !== "split" &&
    pair.status !== "merged"
  );
}
