import { useReducer } from "react";
import { Model, type QuestionRankingModel } from "survey-core";
import { ReactQuestionFactory } from "survey-react-ui";
import { formWords } from "#app/domain/survey/form/index.ts";
import { place, placesOf } from "./ranking-places.ts";

/**
 * A ranking as in the plain form: each choice gets its place from a list. SurveyJS's own wants
 * dragging, which a phone scrolls away and WCAG 2.5.7 wants another way for.
 */
function RankingQuestion({ question }: { question: QuestionRankingModel }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { survey: model } = question;
  if (!(model instanceof Model)) return null;
  const words = formWords(model.locale || "ja");
  const places = placesOf(model, question);
  const choices = question.visibleChoices.map(({ value, locText }) => ({
    value: String(value),
    text: locText.renderedHtml,
  }));
  if (question.isReadOnly && !question.isDesignMode && model.state === "preview") {
    const placed = choices.filter(({ value }) => places[value]);
    placed.sort((a, b) => Number(places[a.value]) - Number(places[b.value]));
    return (
      <ul className="ranked">
        {placed.map(({ value, text }) => (
          <li key={value}>
            {words.place(Number(places[value]))}　{text}
          </li>
        ))}
      </ul>
    );
  }
  const most = question.selectToRankEnabled ? question.maxSelectedChoices || choices.length : 0;
  const count = Math.min(most || choices.length, choices.length);
  return (
    <fieldset aria-labelledby={question.ariaTitleId} className="ranking-places">
      <p className="hint">{most > 0 ? words.rankSome(count) : words.rankAll}</p>
      {choices.map(({ value, text }, index) => {
        const id = `${question.inputId}-${index}`;
        return (
          <div className="part rank" key={value}>
            <label htmlFor={id}>{text}</label>
            <select
              id={id}
              value={places[value] ?? ""}
              disabled={question.isReadOnly}
              onChange={({ currentTarget }) => {
                place(model, question, { ...places, [value]: currentTarget.value });
                redraw();
              }}
            >
              <option value="">{words.noPlace}</option>
              {Array.from({ length: count }, (_, at) => String(at + 1)).map((each) => (
                <option key={each} value={each}>
                  {words.place(Number(each))}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </fieldset>
  );
}

/** Has SurveyJS render rankings so, in the whole page. */
export function renderRankingsAsPlaces(): void {
  // The factory hands over the component's properties; its types say a name.
  const render: unknown = ({ question }: { question: QuestionRankingModel }) => (
    <RankingQuestion question={question} />
  );
  ReactQuestionFactory.Instance.registerQuestion(
    "ranking",
    render as (name: string) => JSX.Element,
  );
}
