import type { SurveyState } from "#app/domain/survey/index.ts";

export const stateLabels: Record<SurveyState, string> = {
  preparing: "準備中",
  open: "回答受付中",
  closed: "受付終了",
};

/** Where a survey stands, as a tag. */
export function StateTag({ state }: { state: SurveyState }) {
  return <span className={state === "open" ? "tag strong" : "tag"}>{stateLabels[state]}</span>;
}
