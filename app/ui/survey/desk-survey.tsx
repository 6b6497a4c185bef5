import type { Problem } from "#app/domain/problem.ts";
import type { SurveyState } from "#app/domain/survey/admission.ts";
import { type StepState, type SurveyStep, surveySteps } from "#app/domain/survey/survey-steps.ts";
import { percentText } from "#app/domain/survey/tabulation/percent.ts";
import type { ResponseRate } from "#app/domain/survey/tabulation/response-rate.ts";
import { href } from "#app/routes.ts";
import { Day } from "../date.tsx";
import { DeskCodes } from "./desk-codes.tsx";
import { firmsText } from "./desk-firms.ts";
import { DeskClosing, DeskOpening } from "./desk-opening.tsx";
import { DeskQuestionnaire } from "./desk-questionnaire.tsx";
import { DeskRelease } from "./desk-release.tsx";
import { DeskRoster } from "./desk-roster.tsx";
import { DeskStep, stepTitles } from "./desk-step.tsx";
import type { ReleaseEntry } from "./release-list.tsx";
import { ResponseRateView } from "./response-rate.tsx";
import { StateTag } from "./state.tsx";

/** A survey with all its steps, and what was typed into a refused form. */
export interface DeskSurveyProps {
  survey: {
    slug: string;
    title: string;
    state: SurveyState;
    closesOn: string | null;
    openedAt: Date | null;
    closedAt: Date | null;
  };
  counts: { firms: number; withCode: number; answered: number };
  releases: ReleaseEntry[];
  rate: ResponseRate | undefined;
  steps: Record<SurveyStep, StepState>;
  questions: number;
  pages: number;
  /** The questionnaire as JSON text while it can be changed. */
  definition: string;
  today: string;
  values: Record<string, string>;
  problems: readonly Problem[];
}

/** The secretariat's page of a survey: what stands, and the steps in order. */
export function DeskSurvey(props: DeskSurveyProps) {
  const { survey, counts, releases, rate, steps, today, values, problems } = props;
  const { slug, state, closesOn, openedAt, closedAt } = survey;
  const next = surveySteps.find((step) => steps[step] === "next");
  const preparing = state === "preparing";
  const missing = [
    ...(counts.firms === 0 ? ["名簿"] : []),
    ...(counts.firms === 0 || counts.withCode < counts.firms ? ["コード"] : []),
  ];
  return (
    <>
      <dl className="facts">
        <dt>状態</dt>
        <dd>
          <StateTag state={state} />
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
          {preparing ? (
            "受付を始めると公開します。"
          ) : (
            <a href={href("survey", { survey: slug })}>この調査の公開のページ</a>
          )}
        </dd>
      </dl>
      <ol className="desk-steps">
        <DeskStep step="questionnaire" state={steps.questionnaire}>
          <DeskQuestionnaire {...props} />
        </DeskStep>
        <DeskStep step="roster" state={steps.roster}>
          <DeskRoster {...counts} preparing={preparing} problems={problems} />
        </DeskStep>
        <DeskStep step="codes" state={steps.codes}>
          <DeskCodes slug={slug} {...counts} closed={state === "closed"} />
        </DeskStep>
        <DeskStep step="opening" state={steps.opening}>
          <DeskOpening
            openedAt={openedAt}
            missing={missing}
            deadlinePassed={closesOn !== null && closesOn < today}
          />
        </DeskStep>
        <DeskStep step="closing" state={steps.closing}>
          <DeskClosing
            open={state === "open"}
            closedAt={closedAt}
            closesOn={closesOn}
            beforeDeadline={closesOn !== null && today <= closesOn}
          />
        </DeskStep>
        <DeskStep step="release" state={steps.release}>
          <DeskRelease
            slug={slug}
            closed={state === "closed"}
            releases={releases}
            label={values.label}
            problems={problems}
          />
        </DeskStep>
      </ol>
      {rate && (
        <section aria-labelledby="response-rate">
          <h2 id="response-rate">回収率（{rate.definition}）</h2>
          {state === "open" && (
            <p>受付中に分かるのは、どれだけ回答があったかだけです。回答の内容は見られません。</p>
          )}
          <ResponseRateView rate={rate} />
        </section>
      )}
    </>
  );
}
