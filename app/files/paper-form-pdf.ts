import { anonymityWords, modeLabels, type SurveyMode } from "#app/domain/survey/anonymity.ts";
import { inLocale, type Questionnaire } from "#app/domain/survey/index.ts";
import { paragraphsOf, sender } from "#app/domain/survey/letters/index.ts";
import { missingGlyphs } from "./letters/glyphs.ts";
import { coverWords } from "./paper-form/cover-words.ts";
import { printedPages } from "./paper-form/printed-question.ts";
import { paperFormTemplate } from "./paper-form/template.ts";
import { paperWords } from "./paper-form/words.ts";
import { renderPdf } from "./typst/render-pdf.ts";

/** A survey as its paper questionnaire needs it; `closesOn` is "YYYY-MM-DD". */
export interface PaperFormSurvey {
  title: string;
  mode: SurveyMode;
  threshold: number;
  closesOn: string | null;
  contact: string;
  isSample: boolean;
  questionnaire: Questionnaire;
}

/**
 * The paper questionnaire of a survey in one of its languages, A4 portrait, as the bytes of a PDF:
 * every question drawn to be filled in with a pen. The same survey and date give the same bytes.
 *
 * @param date the document's date, "YYYY-MM-DD"
 */
export function paperFormPdf(survey: PaperFormSurvey, locale: string, date: string): Uint8Array {
  const questionnaire = inLocale(survey.questionnaire, locale);
  const { mode, closesOn } = survey;
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  const words = coverWords(locale);
  const title = locale === "ja" ? survey.title : questionnaire.title || survey.title;
  const anonymity = anonymityWords(mode, survey);
  return renderPdf(paperFormTemplate, {
    data: {
      meta: {
        title: `${words.heading}　${title}`,
        author: sender.join("　"),
        date: [year, month, day],
      },
      lang: locale.split("-")[0] ?? locale,
      title,
      sender: sender.join("　"),
      sample: survey.isSample ? words.sample : "",
      required: paperWords(locale).required,
      description: questionnaire.description,
      deadline: closesOn === null ? words.undecided : words.date(closesOn),
      contact: paragraphsOf(survey.contact).flatMap((paragraph) => paragraph.split("\n")),
      cover: { ...words, handling: words.handling(modeLabels[mode]) },
      anonymity: anonymity.letter,
      pages: printedPages(questionnaire, locale),
    },
  });
}

/** The characters of the questionnaire in a language that no font of the house can print. */
export function paperFormGaps({ questionnaire }: PaperFormSurvey, locale: string): string[] {
  const translated = inLocale(questionnaire, locale);
  const { title, description } = translated;
  return missingGlyphs(title + description + JSON.stringify(printedPages(translated, locale)));
}
