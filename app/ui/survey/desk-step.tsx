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
  settings: "2　方法と日程",
  roster: "3　名簿",
  letters: "4　手紙とコード",
  opening: "5　受付開始",
  answers: "6　回答の受付",
  closing: "7　締切り",
  release: "8　集計の公表",
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
