import { type DispositionKind, dispositionKinds } from "./disposition.ts";
import type { CommentThread } from "./thread.ts";

/** The state of a thread: what became of it, or 未対応 while nothing was decided. */
export const threadStates = ["未対応", ...dispositionKinds] as const;
export type ThreadState = (typeof threadStates)[number];

/** The state of a thread. */
export function stateOf({ disposition }: Pick<CommentThread, "disposition">): ThreadState {
  return disposition?.kind ?? "未対応";
}

const urgency: Record<"未対応" | DispositionKind, number> = {
  未対応: 0,
  検討中: 1,
  反映: 2,
  一部反映: 2,
  不採用: 2,
};

/** Orders threads for work: 未対応 first, then 検討中, then the settled; within each the newest first. */
export function byUrgency(
  a: Pick<CommentThread, "disposition" | "number">,
  b: Pick<CommentThread, "disposition" | "number">,
): number {
  return urgency[stateOf(a)] - urgency[stateOf(b)] || b.number - a.number;
}
