import type { RawDefinition } from "#tests/support/generated-survey/definition.ts";
import type { GeneratedSurvey } from "#tests/support/generated-survey/survey.ts";

/**
 * The survey with its first questions alone. Conditions look at questions before their own, so that
 * what is left is a whole questionnaire; answers to what was taken away are not counted.
 */
export function shortened(survey: GeneratedSurvey, questions: number): GeneratedSurvey {
  const [first] = survey.editions;
  const kept = new Set(
    first.pages
      .flatMap(({ elements }) => elements)
      .slice(0, questions)
      .map(({ name }) => name),
  );
  const short = (definition: RawDefinition): RawDefinition => ({
    ...definition,
    pages: definition.pages
      .map((page) => ({ ...page, elements: page.elements.filter(({ name }) => kept.has(name)) }))
      .filter(({ elements }) => elements.length > 0),
  });
  const [start, ...later] = survey.editions;
  const respondents = survey.respondents.map((respondent) => ({
    ...respondent,
    answers: Object.fromEntries(
      Object.entries(respondent.answers).filter(([name]) =>
        kept.has(name.replace(/-Comment$/u, "")),
      ),
    ),
  }));
  return { ...survey, editions: [short(start), ...later.map(short)], respondents };
}
