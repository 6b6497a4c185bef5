import "survey-core/survey-core.fontless.min.css";
import "./surveyjs.css";
import "survey-core/i18n/japanese";
import { useEffect, useRef, useState } from "react";
import {
  CustomError,
  Model,
  QuestionBooleanModel,
  QuestionDropdownModel,
  QuestionRatingModel,
  settings,
  surveyLocalization,
} from "survey-core";
import { Survey } from "survey-react-ui";
import type { Problem } from "#app/domain/problem.ts";
import type { Answers } from "#app/domain/survey/answers.ts";
import { answerableQuestions, type Questionnaire } from "#app/domain/survey/questionnaire.ts";
import { compileSettling } from "#app/domain/survey/visibility.ts";
import { theme } from "./theme.ts";

export interface SurveyJSProps {
  questionnaire: Questionnaire;
  answers: Answers;
  /** The page to show first, from 0. */
  page: number;
  /** What the server refused, at its questions. */
  faults: readonly Problem[];
  /** What stands in the questionnaire's place after the last step. */
  completed: string;
  onChange?: (answers: Answers, page: number) => void;
  onComplete?: (answers: Answers) => void;
}

/** SurveyJS on a questionnaire: pages, a last look over all answers, then `onComplete`. */
export default function SurveyJS(props: SurveyJSProps) {
  const [model] = useState(() => makeModel(props));
  const [looking, setLooking] = useState(false);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const property = "isShowingPreview";
    model.registerFunctionOnPropertyValueChanged(property, (is: boolean) => setLooking(is));
    return () => {
      model.unRegisterFunctionOnPropertyValueChanged(property);
    };
  }, [model]);
  useEffect(() => {
    if (looking) note.current?.focus();
  }, [looking]);
  return (
    <>
      {looking && (
        <div className="notice" ref={note} tabIndex={-1}>
          <p>
            まだ送信されていません。答えを確かめて、よければ一番下の「送信する」を押してください。
          </p>
        </div>
      )}
      <Survey model={model} />
    </>
  );
}

settings.animationEnabled = false;
// A bar with words (2ページ中1ページ目) in the place of a row of dots.
settings.legacyProgressBarView = true;
// The page's own title is h1.
settings.titleTags.page = "h2";
settings.titleTags.panel = "h3";
settings.titleTags.question = "h3";

Object.assign(surveyLocalization.locales.ja ?? {}, {
  panelDynamicTabTextFormat: "{panelIndex}件目",
  requiredError: "この問に答えてください。",
  requiredInAllRowsError: "すべての行に答えてください。",
  otherRequiredError: "「その他」の内容を記入してください。",
  otherItemText: "その他",
  otherPlaceholder: "内容を記入してください",
  placeholder: "選んでください",
  progressText: "{1}ページ中{0}ページ目",
  minError: "{0}以上の数を入力してください。",
  maxError: "{0}以下の数を入力してください。",
  stepError: "{0}刻みの数を入力してください。",
  numericError: "数字で入力してください。",
  maxSelectError: "{0}つまで選んでください。",
  minSelectError: "{0}つ以上選んでください。",
});

function makeModel({ questionnaire, ...props }: SurveyJSProps): Model {
  const model = new Model(questionnaire.definition);
  model.locale = "ja";
  model.applyTheme(theme);
  model.showTitle = false;
  model.widthMode = "responsive";
  model.showProgressBar = true;
  model.progressBarType = "pages";
  model.showQuestionNumbers = false;
  const numbers = new Map(
    answerableQuestions(questionnaire).map((each) => [each.name, each.number]),
  );
  // The number is the question's own, whichever questions before it are shown.
  model.onGetQuestionTitle.add((_, options) => {
    const number = numbers.get(options.question.name) ?? 0;
    if (number > 0) options.title = `問${number}　${options.title}`;
  });
  // Messages go while one types: if they went when the field is left, the button that is about
  // to be pressed would move away under the finger.
  model.textUpdateMode = "onTyping";
  model.requiredMark = "（必須）";
  model.autoFocusFirstQuestion = false;
  model.showPreviewBeforeComplete = true;
  model.previewMode = "allQuestions";
  model.pagePrevText = "前のページ";
  model.pageNextText = "次のページ";
  model.previewText = "確認する";
  model.completeText = "送信する";
  model.editText = "直す";
  model.completedHtml = `<p role="status">${props.completed}</p>`;

  for (const question of model.getAllQuestions()) {
    // The phone's own list of choices: familiar, large, and read aloud.
    if (question instanceof QuestionDropdownModel) question.renderAs = "select";
    if (question instanceof QuestionBooleanModel) {
      question.renderAs = "radio";
      // The true choice first, as on the survey's page and in its results.
      question.swapOrder = true;
    }
    if (question instanceof QuestionRatingModel && question.visibleRateValues.length <= 5) {
      question.displayMode = "buttons";
      question.rateDescriptionLocation = "bottom";
    }
  }
  model.onAfterRenderQuestion.add((_, { question, htmlElement }) => {
    nameSelect(htmlElement, question.ariaTitleId);
  });
  model.data = { ...props.answers };
  model.currentPageNo = Math.min(Math.max(props.page, 0), model.visiblePageCount - 1);
  const settle = compileSettling(questionnaire);
  const change = () => props.onChange?.(model.data, model.currentPageNo);
  model.onValueChanged.add(change);
  model.onCurrentPageChanged.add(change);
  model.onComplete.add(() => props.onComplete?.(settle(model.data)));
  showFaults(model, props.faults);
  return model;
}

/** SurveyJS leaves its native list without a name, and the arrow in it a button without words. */
function nameSelect(question: HTMLElement, titleId: string): void {
  const select = question.querySelector("select");
  select?.setAttribute("aria-labelledby", titleId);
  select?.parentElement?.querySelector("button")?.setAttribute("aria-hidden", "true");
}

/** Puts the server's messages at their questions and turns to the page of the first. */
function showFaults(model: Model, faults: readonly Problem[]): void {
  const questions = faults.flatMap(({ field, message }) => {
    const question = model.getQuestionByName(field ?? "");
    return question ? [{ question, message }] : [];
  });
  for (const { question, message } of questions) {
    question.addError(new CustomError(message, model));
  }
  const [first] = questions;
  if (first) model.currentPage = first.question.page;
}
