import { answeringNotes } from "#app/domain/survey/answering-notes.ts";
import type { FormPage, PageProblem } from "#app/domain/survey/form/index.ts";
import { formWords } from "#app/domain/survey/form/index.ts";
import {
  type AnswerInWords,
  type Answers,
  answerableQuestions,
  answersInWords,
} from "#app/domain/survey/index.ts";
import { answersOnPage, differing, markOf } from "./answering-page.ts";
import type { AnsweringState } from "./answering-state.ts";

/** A page of the questionnaire with all that stands around it. */
export interface AnswerView {
  survey: ReturnType<typeof surveyOf>;
  page: FormPage;
  problems: PageProblem[];
  /** What has happened, told above the form. */
  notes: { tone: "information" | "warning"; text: string }[];
  /** What another window has saved of this page meanwhile, where it differs from what stands here. */
  elsewhere: AnswerInWords[];
  locale: string;
  locales: string[];
  made: { invitation: string; revision: number; edition: number; mark: string };
  /** Something has been saved under this code. */
  saved: boolean;
}

/** What the pages of the answering tell of the survey. */
export function surveyOf({ form, invitation: { survey } }: AnsweringState) {
  const { slug, closesOn, mode, threshold, contact, isSample } = survey;
  const { title, description } = form.questionnaire;
  return {
    ...{ slug, closesOn, mode, threshold, contact, isSample, description },
    title: title || survey.title,
  };
}

/** A page as the draft has it, or as it was just typed. */
export function viewOf(
  state: AnsweringState,
  page: FormPage,
  more: Partial<Pick<AnswerView, "problems" | "notes" | "elsewhere">> = {},
): AnswerView {
  const { form, draft, revision, locale, invitation } = state;
  const mark = markOf(answersOnPage(form.questionnaire, page.name, draft.answers));
  const said = answeringNotes(locale);
  return {
    survey: surveyOf(state),
    page,
    problems: [],
    notes: [],
    elsewhere: [],
    locale,
    locales: form.questionnaire.locales,
    made: { invitation: invitation.id, revision, edition: draft.edition, mark },
    saved: revision > 0,
    ...more,
    ...(state.shut && {
      notes: [
        { tone: "warning" as const, text: said.noMore[state.shut.why] },
        { tone: "warning" as const, text: said.notSaved },
      ],
    }),
  };
}

/** Told when answers brought questions onto the page. */
export function addedNote({ form, locale }: AnsweringState, added: readonly string[]) {
  const numbers = answerableQuestions(form.questionnaire)
    .filter(({ name }) => added.includes(name))
    .map(({ number }) => number);
  return { tone: "information" as const, text: formWords(locale).added(numbers) };
}

/** What the saved draft says on a page where it differs from what was typed here. */
export function elsewhereOf(
  { form, draft }: AnsweringState,
  pageName: string,
  typed: Answers,
): AnswerInWords[] {
  const { questionnaire } = form;
  const names = differing(
    answersOnPage(questionnaire, pageName, draft.answers),
    answersOnPage(questionnaire, pageName, typed),
  );
  const saved = new Map(
    answersInWords(questionnaire, draft.answers).map((each) => [each.name, each]),
  );
  return answerableQuestions(questionnaire)
    .filter(({ name }) => names.includes(name))
    .map(({ name, number, title }) => saved.get(name) ?? { name, number, title, lines: [] });
}
