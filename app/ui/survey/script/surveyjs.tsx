import "survey-core/survey-core.fontless.min.css";
import "./surveyjs.css";
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { CustomError, type Model } from "survey-core";
import { Survey } from "survey-react-ui";
import type { Problem } from "#app/domain/problem.ts";
import type { Answers } from "#app/domain/survey/answers.ts";
import { homeLocale } from "#app/domain/survey/locales.ts";
import type { Questionnaire } from "#app/domain/survey/questionnaire.ts";
import { compileSettling } from "#app/domain/survey/visibility.ts";
import { filledIn } from "./ranking-places.ts";
import { renderRankingsAsPlaces } from "./ranking-question.tsx";
import { makeModel, type SurveyStart } from "./surveyjs-model.ts";
import { buttonWords } from "./surveyjs-words.ts";

renderRankingsAsPlaces();

/** What those around a questionnaire may do with it. */
export interface SurveyHandle {
  model: Model;
  /** Leaves the last look and puts messages at their questions, on the page of the first. */
  show(faults: readonly Problem[]): void;
}

export interface SurveyJSProps extends SurveyStart {
  /** Something was answered, or a page turned. The page counts from 0. */
  onChange?: (answers: Answers, page: number) => void;
  /** A page was turned; the new one, from 0. */
  onPage?: (page: number) => void;
  /** "Send" was pressed on the last page: the answers, without those to questions not shown. */
  onSend: (answers: Answers) => void;
  handle?: Ref<SurveyHandle>;
}

/** SurveyJS on a questionnaire: pages, a last look over all answers, then `onSend`. */
export default function SurveyJS(props: SurveyJSProps) {
  const [model] = useState(() => makeModel(props));
  const [looking, setLooking] = useState(false);
  const note = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useImperativeHandle(props.handle, () => ({ model, show: (faults) => showFaults(model, faults) }));
  useEffect(
    () => wire(model, props.questionnaire, latest, setLooking),
    [model, props.questionnaire],
  );
  useEffect(() => {
    if (looking) note.current?.focus();
  }, [looking]);
  return (
    <>
      {looking && (
        <div className="notice" ref={note} tabIndex={-1}>
          <p>{buttonWords(model.locale || homeLocale).looking}</p>
        </div>
      )}
      <div className={looking ? "looking" : undefined}>
        <Survey model={model} />
      </div>
    </>
  );
}

/** Tells the component's owner of what happens in the model; returns what undoes it. */
function wire(
  model: Model,
  questionnaire: Questionnaire,
  props: { readonly current: SurveyJSProps },
  setLooking: (looking: boolean) => void,
): () => void {
  const settle = compileSettling(questionnaire);
  let page = model.currentPageNo;
  const change = () => props.current.onChange?.(filledIn(model), page);
  const turn = () => {
    // The last look is a page to SurveyJS, but none of the questionnaire.
    if (model.state === "preview") return;
    page = model.currentPageNo;
    change();
    props.current.onPage?.(page);
  };
  const send = (_: Model, options: { allow: boolean }) => {
    // SurveyJS never "completes": the answer may come back, and stays in the form until received.
    options.allow = false;
    props.current.onSend(settle(model.data));
  };
  const property = "isShowingPreview";
  model.registerFunctionOnPropertyValueChanged(property, setLooking);
  model.onValueChanged.add(change);
  model.onVariableChanged.add(change);
  model.onCurrentPageChanged.add(turn);
  model.onCompleting.add(send);
  return () => {
    model.unRegisterFunctionOnPropertyValueChanged(property);
    model.onValueChanged.remove(change);
    model.onVariableChanged.remove(change);
    model.onCurrentPageChanged.remove(turn);
    model.onCompleting.remove(send);
  };
}

function showFaults(model: Model, faults: readonly Problem[]): void {
  if (model.state === "preview") model.cancelPreview();
  const questions = faults.flatMap(({ field, message }) => {
    const question = model.getQuestionByName(field ?? "");
    return question ? [{ question, message }] : [];
  });
  for (const { question, message } of questions) {
    question.addError(new CustomError(message, model));
  }
  const [first] = questions;
  if (first) model.currentPage = first.question.page;
  first?.question.focus(true);
}
