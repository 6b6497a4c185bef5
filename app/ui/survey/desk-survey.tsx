import type { Problem } from "#app/domain/problem.ts";
import type { SurveyState } from "#app/domain/survey/admission.ts";
import type { SurveyMode } from "#app/domain/survey/anonymity.ts";
import type { CalendarEntry } from "#app/domain/survey/calendar.ts";
import { type StepState, type SurveyStep, surveySteps } from "#app/domain/survey/survey-steps.ts";
import { percentText } from "#app/domain/survey/tabulation/percent.ts";
import type { ResponseRate } from "#app/domain/survey/tabulation/response-rate.ts";
import type { DayOfResponses } from "#app/domain/survey/tabulation/responses-by-day.ts";
import { href } from "#app/routes.ts";
import { Day } from "../date.tsx";
import { DeskAnswers } from "./desk-answers.tsx";
import { DeskCalendar } from "./desk-calendar.tsx";
import { DeskClosing } from "./desk-closing.tsx";
import { firmsText } from "./desk-firms.ts";
import { DeskOpening } from "./desk-opening.tsx";
import { DeskRawAnswers } from "./desk-raw-answers.tsx";
import { DeskRelease } from "./desk-release.tsx";
import { DeskStep, stepTitles } from "./desk-step.tsx";
import { DeskLetters, DeskQuestionnaire, DeskRosterLink, DeskSettingsLink } from "./desk-steps.tsx";
import type { ReleasePreviewData } from "./release/release-preview.tsx";
import type { ReleaseEntry } from "./release-list.tsx";
import { StateTag } from "./state.tsx";

/** A survey with all its steps, and what was typed into a refused form. */
export interface DeskSurveyProps {
  survey: {
    slug: string;
    title: string;
    state: SurveyState;
    mode: SurveyMode;
    threshold: number;
    edition: number;
    contact: string;
    opensOn: string | null;
    remindsOn: string | null;
    closesOn: string | null;
    openedAt: Date | null;
    closedAt: Date | null;
  };
  counts: { firms: number; withCode: number; answered: number };
  conduct: { returned: number; onPaper: number; keyedOnce: number; keyedTwice: number };
  calendar: CalendarEntry[];
  cautions: string[];
  /** The day on which the calendar closes the survey by itself; null without a deadline. */
  closesItself: string | null;
  pastDeadline: boolean;
  releases: ReleaseEntry[];
  /** Why nothing can be released now; null when it can. */
  notYetReleasable: string | null;
  /** What would be released, where it was asked for. */
  preview: ReleasePreviewData | undefined;
  rate: ResponseRate | undefined;
  /** The answers day by day since the opening. */
  days: DayOfResponses[] | undefined;
  steps: Record<SurveyStep, StepState>;
  questions: number;
  pages: number;
  /** Languages of the questionnaire, "ja" first. */
  locales: readonly string[];
  values: Record<string, string>;
  problems: readonly Problem[];
}

/** The secretariat's page of a survey: what stands, what is next, and the steps in order. */
export function DeskSurvey(props: DeskSurveyProps) {
  const { survey, steps, releases, values, problems } = props;
  const { slug } = survey;
  return (
    <>
      <DeskFacts {...props} />
      <DeskCalendar calendar={props.calendar} cautions={props.cautions} />
      <ol className="desk-steps">
        <DeskStep step="questionnaire" state={steps.questionnaire}>
          <DeskQuestionnaire {...props} />
        </DeskStep>
        <DeskStep step="settings" state={steps.settings}>
          <DeskSettingsLink {...props} />
        </DeskStep>
        <DeskStep step="roster" state={steps.roster}>
          <DeskRosterLink {...props} />
        </DeskStep>
        <DeskStep step="letters" state={steps.letters}>
          <DeskLetters {...props} />
        </DeskStep>
        <DeskStep step="opening" state={steps.opening}>
          <DeskOpening {...props} />
        </DeskStep>
        <DeskStep step="answers" state={steps.answers}>
          <DeskAnswers {...props} />
        </DeskStep>
        <DeskStep step="closing" state={steps.closing}>
          <DeskClosing {...props} />
        </DeskStep>
        <DeskStep step="release" state={steps.release}>
          <DeskRelease
            slug={slug}
            notYet={props.notYetReleasable}
            releases={releases}
            label={values.label}
            preview={props.preview}
            problems={problems}
          />
          {survey.state === "closed" && <DeskRawAnswers slug={slug} />}
        </DeskStep>
      </ol>
    </>
  );
}

function DeskFacts({ survey, steps, rate, pastDeadline }: DeskSurveyProps) {
  const { slug, state, closesOn } = survey;
  const next = surveySteps.find((step) => steps[step] === "next");
  return (
    <dl className="facts">
      <dt>状態</dt>
      <dd>
        <StateTag state={state} />
        {state === "open" && pastDeadline && "　締切日を過ぎました（紙の回答だけ入力できます）"}
      </dd>
      {next && (
        <>
          <dt>次にすること</dt>
          <dd>
            <a href={`#step-${next}`}>{stepTitles[next]}</a>
          </dd>
        </>
      )}
      <dt>締切日</dt>
      <dd>{closesOn ? <Day date={closesOn} /> : "未定"}</dd>
      {rate && (
        <>
          <dt>回収率</dt>
          <dd>
            <strong>{percentText(rate.overall.percent)}</strong>（{rate.definition}、
            {firmsText(rate.overall.invited)}のうち{firmsText(rate.overall.complete)}が回答）　
            <a href="#response-rate">区分別の回収率</a>
          </dd>
        </>
      )}
      <dt>公開のページ</dt>
      <dd>
        {state === "preparing" ? (
          "受付を始めると公開します。"
        ) : (
          <a href={href("survey", { survey: slug })}>この調査の公開のページ</a>
        )}
      </dd>
    </dl>
  );
}
