import { warekiMonth } from "../japan/wareki.ts";
import { type Stage, stages } from "./stages.ts";

/** What the platform knows to have happened; dates "YYYY-MM-DD" (Asia/Tokyo). */
export interface RoadFacts {
  /** Date of the first meeting held. */
  firstMeetingOn?: string;
  surveyReleasedOn?: string;
  interimDraftPublishedOn?: string;
  /** When the interim draft was shown to the 議員全員協議会. */
  presentedOn?: string;
}

/** A stage of the road as the home page shows it. */
export interface Milestone {
  /** "YYYY-MM"; null for what comes later at a time not known. */
  month: string | null;
  /** 「令和8年6月〜10月」, 「令和9年2月」, 「その後」 */
  label: string;
  what: string;
  detail: string;
  /** The month is assumed: show 「予定」. Never set for what is done. */
  isPlanned: boolean;
  state: "done" | "now" | "ahead";
}

/**
 * The road to R9.2 and beyond, in order. A planned stage is done only when the facts show it, or,
 * where none could, when its months are over; one whose time has come and that nothing shows to be
 * done is "now", however late. A stage that recurs is under way from its first fact on and done
 * when its months are over or the draft was presented. `today` is "YYYY-MM-DD".
 */
export function roadmap(facts: RoadFacts, today: string): Milestone[] {
  return stages.map((stage) => {
    const state = stateOf(stage, facts, today);
    return {
      month: stage.month,
      label: label(stage),
      what: stage.what,
      detail: stage.detail,
      isPlanned: stage.certainty === "planned" && state !== "done",
      state,
    };
  });
}

function stateOf(stage: Stage, facts: RoadFacts, today: string): Milestone["state"] {
  const month = today.slice(0, 7);
  if (stage.month === null) return "ahead";
  if (stage.certainty === "fact") return stage.month <= month ? "done" : "ahead";
  const shown = stage.shownBy === undefined ? undefined : facts[stage.shownBy];
  const isOver = stage.until !== null && stage.until < month;
  const isPresented = facts.presentedOn !== undefined && facts.presentedOn <= today;
  const isShown = shown !== undefined && shown <= today;
  if (isShown && (!stage.recurs || isOver || isPresented)) return "done";
  if (isShown) return "now";
  if (stage.month > month) return "ahead";
  const isBegun = facts.firstMeetingOn !== undefined && facts.firstMeetingOn <= today;
  return stage.shownBy === undefined && isOver && isBegun ? "done" : "now";
}

function label({ month, until }: Stage): string {
  if (month === null) return "その後";
  if (until === null) return warekiMonth(month);
  const isSameYear = month.slice(0, 4) === until.slice(0, 4);
  return `${warekiMonth(month)}〜${isSameYear ? `${Number(until.slice(5))}月` : warekiMonth(until)}`;
}
