import { LRUCache } from "lru-cache";
import type { Questionnaire } from "#app/domain/survey/index.ts";
import { compilePaperForm, type PaperForm } from "#app/domain/survey/paper/index.ts";

const forms = new LRUCache<string, PaperForm>({ max: 20 });

/** The keying form of a survey that has opened: an edition does not change, so it is compiled once. */
export function paperFormOf(survey: {
  id: string;
  edition: number;
  questionnaire: Questionnaire;
}): PaperForm {
  const name = `${survey.id} ${survey.edition}`;
  const form = forms.get(name) ?? compilePaperForm(survey.questionnaire);
  forms.set(name, form);
  return form;
}
