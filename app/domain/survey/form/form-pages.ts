import type { Answers } from "../answers.ts";
import type { Question } from "../questionnaire.ts";
import type { CompiledPage, FormQuestion } from "./compiled.ts";
import { addIntent, panelPrefix, removeIntent, topPrefix } from "./controls.ts";
import { type FieldPlace, fieldOf } from "./fields.ts";
import type { FormField, FormPage } from "./model.ts";
import { entriesOf, panelValues } from "./panels.ts";
import { compilePiping, type PipedPanel } from "./piping.ts";

/**
 * Compiles what turns answers into the pages to be filled in: only pages that show something, on
 * them only what is shown as things stand.
 */
export function compilePagesInForm(
  pages: readonly CompiledPage[],
): (answers: Answers) => FormPage[] {
  const questions = pages.flatMap((each) => each.page.questions);
  const piping = compilePiping(questions);
  return (answers) => {
    const pipe = piping(answers);
    const shown = pages.filter((page) => showsAnything(page, answers));
    return shown.map(({ page, questions }, index) => ({
      name: page.name,
      title: pipe(page.title),
      description: pipe(page.description),
      number: index + 1,
      of: shown.length,
      fields: questions
        .filter((question) => question.shown(answers))
        .flatMap((question) =>
          fieldIn(question, answers, { entry: answers, values: answers, prefix: topPrefix, pipe }),
        ),
    }));
  };

  function fieldIn(compiled: FormQuestion, answers: Answers, place: FieldPlace): FormField[] {
    const { question } = compiled;
    const field = fieldOf(compiled, place);
    if (field !== undefined) return [field];
    return question.type === "paneldynamic" ? [panelField(compiled, question, answers, place)] : [];
  }

  function panelField(
    compiled: FormQuestion,
    question: Extract<Question, { type: "paneldynamic" }>,
    answers: Answers,
    { values, pipe }: FieldPlace,
  ): FormField {
    const { name, number, title, description, minPanels, maxPanels } = question;
    const control = topPrefix + name;
    const entries = entriesOf(question, answers[name]);
    const removable = entries.length > minPanels;
    return {
      type: "paneldynamic",
      name,
      control,
      number,
      title: pipe(title),
      description: pipe(description),
      required: compiled.required(values) || minPanels > 0,
      enabled: compiled.enabled(values),
      comment: null,
      panels: entries.map((entry, index) => {
        const panel: PipedPanel = { questions: question.questions, entry, index };
        const place: FieldPlace = {
          entry,
          values: panelValues(answers, entry),
          prefix: panelPrefix(control, index),
          pipe: piping(answers, panel),
        };
        return {
          number: index + 1,
          fields: compiled.inner
            .filter((inner) => inner.shown(place.values))
            .flatMap((inner) => fieldOf(inner, place) ?? []),
          remove: removable ? removeIntent(name, index) : null,
        };
      }),
      add: entries.length < maxPanels ? addIntent(name) : null,
    };
  }
}

/** SurveyJS shows a page when something on it is shown, be it text alone. */
function showsAnything({ questions }: CompiledPage, answers: Answers): boolean {
  return questions.some(({ shown }) => shown(answers));
}
