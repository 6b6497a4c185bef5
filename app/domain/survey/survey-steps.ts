import type { SurveyState } from "./admission.ts";

/** The steps of conducting a survey, in order. */
export const surveySteps = [
  "questionnaire",
  "roster",
  "codes",
  "opening",
  "closing",
  "release",
] as const;
export type SurveyStep = (typeof surveySteps)[number];

/** 済み, 次にすること, or まだ. */
export type StepState = "done" | "next" | "later";

/** Where a survey stands, step by step; the first step that is not done is the next one. */
export function stepStates(survey: {
  state: SurveyState;
  /** Firms on the roster, and how many of them hold a code. */
  firms: number;
  withCode: number;
  releases: number;
}): Record<SurveyStep, StepState> {
  const { state, firms, withCode, releases } = survey;
  const done: Record<SurveyStep, boolean> = {
    // A survey is registered with a questionnaire that has been checked.
    questionnaire: true,
    roster: firms > 0,
    codes: firms > 0 && withCode === firms,
    opening: state !== "preparing",
    closing: state === "closed",
    release: releases > 0,
  };
  const next = surveySteps.find((step) => !done[step]);
  const stateOf = (step: SurveyStep): StepState => {
    if (done[step]) return "done";
    return step === next ? "next" : "later";
  };
  return {
    questionnaire: stateOf("questionnaire"),
    roster: stateOf("roster"),
    codes: stateOf("codes"),
    opening: stateOf("opening"),
    closing: stateOf("closing"),
    release: stateOf("release"),
  };
}
