import { civilDate, clock } from "#app/domain/japan/index.ts";
import { withEarlierChoices } from "#app/domain/survey/editions/index.ts";
import {
  answerableQuestions,
  type HtmlQuestion,
  type Question,
  type Questionnaire,
  type SurveyMode,
  stratumAxes,
} from "#app/domain/survey/index.ts";
import { panelColumns } from "./panel-columns.ts";
import type { RawColumn } from "./raw-column.ts";
import { valueColumns } from "./value-columns.ts";

/**
 * The columns of a survey's raw answers: one for each variable, with the questions that only
 * earlier editions had at the end. `earlier`: their questionnaires, the newest first.
 */
export function rawColumns(
  mode: SurveyMode,
  newest: Questionnaire,
  earlier: readonly Questionnaire[],
): RawColumn[] {
  const names = new Set(answerableQuestions(newest).map(({ name }) => name));
  const gone = earlier.flatMap(answerableQuestions).filter(({ name }) => {
    const isNew = !names.has(name);
    names.add(name);
    return isNew;
  });
  return [
    ...rowColumns(mode),
    ...answerableQuestions(withEarlierChoices(newest, earlier)).flatMap((question) =>
      columnsOf(question, `問${question.number}`),
    ),
    ...gone.flatMap((question) => columnsOf(question, `前の版の問${question.number}`)),
  ];
}

function rowColumns(mode: SurveyMode): RawColumn[] {
  const column = (name: string, meaning: string, cell: RawColumn["cell"]): RawColumn => ({
    name,
    place: "",
    title: name,
    meaning,
    codes: [],
    cell,
  });
  const firm = [
    column("事業者番号", "名簿の事業者番号です。", ({ firm }) => firm?.number ?? null),
    column("事業者名", "名簿の事業者名です。", ({ firm }) => firm?.name ?? null),
    column("受付", "回答を受け付けた日と時刻です。", ({ answeredAt }) =>
      answeredAt ? `${civilDate(answeredAt)} ${clock(answeredAt)}` : null,
    ),
    column("方法", "ウェブか紙かです。", ({ channel }) =>
      channel === null ? null : channel === "web" ? "ウェブ" : "紙",
    ),
  ];
  const order =
    mode === "anonymous" ? "無作為に並べ替えた順の番号です。" : "受け付けた順の番号です。";
  return [
    column("番号", order, ({ place }) => place + 1),
    column("調査票の版", "回答した調査票の版です。", ({ edition }) => edition),
    ...stratumAxes.map(({ axis, label }) =>
      column(
        label,
        "名簿の区分です。匿名の調査では、まとめた区分です。",
        ({ strata }) => strata[axis],
      ),
    ),
    ...(mode === "named" ? firm : []),
  ];
}

function columnsOf(question: Exclude<Question, HtmlQuestion>, place: string): RawColumn[] {
  if (question.type === "paneldynamic") return panelColumns(question, place);
  return valueColumns(question, question.name, place, question.title, ({ answers }) => answers);
}
