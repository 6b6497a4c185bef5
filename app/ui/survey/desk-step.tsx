import type { ReactNode } from "react";
import type { StepState, SurveyStep } from "#app/domain/survey/survey-steps.ts";

const stateWords: Record<StepState, string> = {
  done: "済み",
  next: "次にすること",
  later: "まだ",
};
const stateTags: Record<StepState, string> = {
  done: "tag success",
  next: "tag strong",
  later: "tag",
};

/** What the steps are called, each with its number. */
export const stepTitles: Record<SurveyStep, string> = {
  questionnaire: "1　調査票",
  roster: "2　名簿",
  codes: "3　コード",
  opening: "4　受付開始",
  closing: "5　締切り",
  release: "6　集計の公表",
};

/** One numbered step of conducting a survey, with where it stands. */
export function DeskStep({
  step,
  state,
  children,
}: {
  step: SurveyStep;
  state: StepState;
  children: ReactNode;
}) {
  return (
    <li className={`desk-step ${state}`}>
      <section aria-labelledby={`step-${step}`}>
        <h2 id={`step-${step}`}>
          {stepTitles[step]} <span className={stateTags[state]}>{stateWords[state]}</span>
        </h2>
        {children}
      </section>
    </li>
  );
}
