import { LRUCache } from "lru-cache";
import { type CompiledForm, compileForm } from "#app/domain/survey/form/index.ts";
import { inLocale } from "#app/domain/survey/in-locale.ts";
import {
  type AnswerChecker,
  compileQuestionnaire,
  type Questionnaire,
} from "#app/domain/survey/index.ts";

/** An edition of an open survey: its questionnaire never changes, so it is compiled once. */
export interface Edition {
  id: string;
  edition: number;
  questionnaire: Questionnaire;
}

const checkers = new LRUCache<string, AnswerChecker>({ max: 50 });
const forms = new LRUCache<string, CompiledForm>({ max: 100 });

/** The checker of an edition. */
export function checkerOf({ id, edition, questionnaire }: Edition): AnswerChecker {
  const key = `${id}:${edition}`;
  const checker = checkers.get(key) ?? compileQuestionnaire(questionnaire);
  checkers.set(key, checker);
  return checker;
}

/** The checker of an edition that has been checked before in this process; costs no query. */
export function knownChecker(surveyId: string, edition: number): AnswerChecker | undefined {
  return checkers.get(`${surveyId}:${edition}`);
}

/** An edition as a plain form in one of its languages. */
export function formOf({ id, edition, questionnaire }: Edition, locale: string): CompiledForm {
  const key = `${id}:${edition}:${locale}`;
  const form = forms.get(key) ?? compileForm(inLocale(questionnaire, locale));
  forms.set(key, form);
  return form;
}

/** The language to show: the one asked for if the questionnaire offers it, else Japanese. */
export function localeOf({ locales }: Questionnaire, ...asked: (string | null)[]): string {
  return asked.find((each) => each !== null && locales.includes(each)) ?? "ja";
}
