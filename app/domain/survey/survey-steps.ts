import type { SurveyState } from "./admission.ts";

/** The steps of conducting a survey, in order. */
export const surveySteps = [
  "questionnaire",
  "settings",
  "roster",
  "letters",
  "opening",
  "answers",
  "closing",
  "release",
] as const;
export type SurveyStep = (typeof surveySteps)[number];

/** 済み, 次にすること, or まだ. */
export type StepState = "done" | "next" | "later";

/** What decides how far a survey is. */
export interface SurveyProgressFacts {
  state: SurveyState;
  /** Whom to ask; empty until the secretariat has written it. */
  contact: string;
  /** Firms on the roster, and how many of them hold a code. */
  firms: number;
  withCode: number;
  /** Whether the deadline is over. */
  pastDeadline: boolean;
  releases: number;
}

/** Where a survey stands, step by step; the first step that is not done is the next one. */
export function stepStates(survey: SurveyProgressFacts): Record<SurveyStep, StepState> {
  const { state, firms, withCode, pastDeadline, releases } = survey;
  const opened = state !== "preparing";
  const closed = state === "closed";
  const done: Record<SurveyStep, boolean> = {
    // A survey is registered with a questionnaire that has been checked.
    questionnaire: true,
    // What is fixed by the opening is no step any more.
    settings: opened || survey.contact !== "",
    roster: opened || firms > 0,
    letters: opened || (firms > 0 && withCode === firms),
    opening: opened,
    answers: closed || (opened && pastDeadline),
    closing: closed,
    release: releases > 0,
  };
  const next = surveySteps.find((step) => !done[step]);
  const stateOf = (step: SurveyStep): StepState => {
    if (done[step]) return "done";
    return step === next ? "next" : "later";
  };
  return {
    questionnaire: stateOf("questionnaire"),
    settings: stateOf("settings"),
    roster: stateOf("roster"),
    letters: stateOf("letters"),
    opening: stateOf("opening"),
    answers: stateOf("answers"),
    closing: stateOf("closing"),
    release: stateOf("release"),
  };
}
