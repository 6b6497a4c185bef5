import type { Answers } from "../answers.ts";
import { answerableQuestions, type Questionnaire } from "../questionnaire.ts";
import { compileSettling } from "../visibility.ts";
import { compilePages } from "./compiled.ts";
import { panelIntentOf } from "./controls.ts";
import { fittingShape } from "./fitting.ts";
import { compilePagesInForm } from "./form-pages.ts";
import type { FormPage } from "./model.ts";
import { changePanels } from "./panels.ts";
import type { PostedFields } from "./posted.ts";
import { type PageReading, readFormPage } from "./read-page.ts";

/** A questionnaire as a plain form: compile once, keep, use for every request. */
export interface CompiledForm {
  questionnaire: Questionnaire;
  /** The pages to be filled in, given the answers so far. */
  pages(answers: Answers): FormPage[];
  /** Reads a posted page over the answers before; undefined where no page has the name. */
  read(pageName: string, answers: Answers, fields: PostedFields): PageReading | undefined;
  /** Does what a button of a dynamic panel asks; the same answers when it asks for nothing. */
  change(intent: string, answers: Answers): Answers;
  /** Answers of a draft without those that this questionnaire does not know or show. */
  fitting(answers: Answers): Answers;
}

/** Compiles a questionnaire (already in the language to show) for answering without script. */
export function compileForm(questionnaire: Questionnaire): CompiledForm {
  const pages = compilePages(questionnaire.pages);
  const byName = new Map(pages.map((each) => [each.page.name, each]));
  const settle = compileSettling(questionnaire);
  const questions = answerableQuestions(questionnaire);
  return {
    questionnaire,
    pages: compilePagesInForm(pages),
    read(pageName, answers, fields) {
      const page = byName.get(pageName);
      return page && readFormPage(page, settle, answers, fields);
    },
    change(intent, answers) {
      const asked = panelIntentOf(intent);
      const question = questions.find(({ name }) => name === asked?.panel);
      if (asked === undefined || question?.type !== "paneldynamic") return answers;
      return changePanels(question, answers, asked);
    },
    fitting: (answers) => settle(fittingShape(questions, answers)),
  };
}
