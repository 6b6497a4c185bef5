import {
  Model,
  type Question,
  QuestionBooleanModel,
  QuestionDropdownModel,
  QuestionPanelDynamicModel,
  QuestionRankingModel,
  QuestionRatingModel,
} from "survey-core";
import type { Answers } from "#app/domain/survey/answers.ts";
import { formWords } from "#app/domain/survey/form/index.ts";
import { homeLocale } from "#app/domain/survey/locales.ts";
import { answerableQuestions, type Questionnaire } from "#app/domain/survey/questionnaire.ts";
import { fillIn, isUnfinished } from "./ranking-places.ts";
import { buttonWords } from "./surveyjs-words.ts";
import { theme } from "./theme.ts";

/** Where a questionnaire begins: the answers so far, the page from 0, the language. */
export interface SurveyStart {
  questionnaire: Questionnaire;
  answers: Answers;
  page: number;
  locale: string;
}

/** SurveyJS's model of a questionnaire, as the platform shows it. */
export function makeModel({ questionnaire, answers, page, locale }: SurveyStart): Model {
  const model = new Model(questionnaire.definition);
  model.applyTheme(theme);
  model.showTitle = false;
  model.widthMode = "responsive";
  model.showProgressBar = true;
  model.progressBarType = "pages";
  model.showQuestionNumbers = false;
  // Messages go while one types: if they went when the field is left, the button that is about
  // to be pressed would move away under the finger.
  model.textUpdateMode = "onTyping";
  model.autoFocusFirstQuestion = false;
  model.showPreviewBeforeComplete = true;
  model.previewMode = "allQuestions";
  // Enter ends a line or a kanji conversion; pages are turned and answers sent by buttons alone.
  model.enterKeyAction = "default";
  model.showCompletePage = false;
  numberQuestions(model, questionnaire);
  for (const question of model.getAllQuestions()) showPlainly(question);
  model.onDynamicPanelAdded.add((_, { panel }) => {
    for (const question of panel.questions) showPlainly(question);
  });
  model.onAfterRenderQuestion.add((_, { question, htmlElement }) => {
    nameControls(htmlElement, question);
  });
  model.onValidateQuestion.add((_, options) => {
    const { question } = options;
    if (question instanceof QuestionRankingModel && isUnfinished(model, question)) {
      options.error = buttonWords(model.locale || homeLocale).unfinishedRanking;
    }
  });
  speak(model, locale);
  fillIn(model, answers);
  model.currentPageNo = Math.min(Math.max(page, 0), model.visiblePageCount - 1);
  return model;
}

/** Turns a questionnaire to a language. */
export function speak(model: Model, locale: string): void {
  model.locale = locale;
  const { pagePrevText, pageNextText, previewText, completeText, editText, requiredMark } =
    buttonWords(locale);
  Object.assign(model, { pagePrevText, pageNextText, previewText, completeText, editText });
  model.requiredMark = requiredMark;
}

/** The number is the question's own, whichever questions before it are shown. */
function numberQuestions(model: Model, questionnaire: Questionnaire): void {
  const numbers = new Map(
    answerableQuestions(questionnaire).map((each) => [each.name, each.number]),
  );
  model.onGetQuestionTitle.add((_, options) => {
    const number = options.question.parentQuestion ? 0 : (numbers.get(options.question.name) ?? 0);
    if (number > 0)
      options.title = `${formWords(model.locale || homeLocale).question(number)}　${options.title}`;
  });
}

function showPlainly(question: Question): void {
  // The phone's own list of choices: familiar, large, and read aloud.
  if (question instanceof QuestionDropdownModel) question.renderAs = "select";
  if (question instanceof QuestionBooleanModel) {
    question.renderAs = "radio";
    // The true choice first, as on the survey's page and in its results.
    question.swapOrder = true;
  }
  if (question instanceof QuestionRatingModel) {
    question.displayMode = "buttons";
    question.rateDescriptionLocation = "bottom";
  }
  if (question instanceof QuestionPanelDynamicModel && !question.templateTitle) {
    question.locTemplateTitle.setLocaleText("", "{panelIndex}件目");
    question.locTemplateTitle.setLocaleText("en", "No. {panelIndex}");
  }
}

/**
 * SurveyJS leaves its native list without a name, and the arrow in it a button without words; the
 * comment area has its words beside it, but not as its name.
 */
function nameControls(element: HTMLElement, question: Question): void {
  const select = question instanceof QuestionDropdownModel && element.querySelector("select");
  if (select) {
    select.setAttribute("aria-labelledby", question.ariaTitleId);
    select.parentElement?.querySelector("button")?.setAttribute("aria-hidden", "true");
  }
  if (question.hasComment) {
    const comment = element.querySelector(`#${question.commentId}`);
    comment?.setAttribute("aria-label", question.commentText);
  }
}
