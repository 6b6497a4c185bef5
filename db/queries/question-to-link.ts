import { answerableQuestions } from "#app/domain/survey/index.ts";
import { cellsOf, type PublishedCell } from "#app/domain/survey/release/cells.ts";
import { questionSentences } from "#app/domain/survey/release/sentence.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { choicesOf, questionNamed } from "./linked-questions.ts";
import { findSurvey, newestRelease } from "./surveys/index.ts";

/** A survey while one of its questions is chosen for a link. Figures are released ones only. */
export interface SurveyToLink {
  slug: string;
  title: string;
  isSimulated: boolean;
  /** The newest release; undefined while nothing is released, and then no figure is known. */
  release: { number: number; label: string; releasedAt: Date } | undefined;
  questions: { name: string; number: number; title: string; articles: string[] }[];
  chosen: QuestionToLink | undefined;
}

/** A question with its choices (cells of its table) and what was released of them. */
export interface QuestionToLink {
  name: string;
  number: number;
  title: string;
  /** The question as a whole, in a sentence. */
  sentence: string | undefined;
  choices: {
    value: string;
    text: string;
    /** Null: hidden, and then it cannot be linked. */
    figure: Pick<PublishedCell, "count" | "n" | "percent" | "counts"> | undefined;
  }[];
}

/** Gathers a survey by its slug with one question by its name; undefined when there is none. */
export async function surveyToLink(
  db: Database,
  viewer: Viewer,
  slug: string,
  name: string | null,
): Promise<SurveyToLink | undefined> {
  const survey = await findSurvey(db, viewer, slug);
  if (!survey) return undefined;
  const release = await newestRelease(db, viewer, survey.id);
  const question = questionNamed(survey.questionnaire, name);
  const published = release?.published.questions.find((each) => each.name === question?.name);
  const cells = published ? cellsOf(published) : [];
  return {
    slug,
    title: survey.title,
    isSimulated: survey.isSimulated,
    release: release && {
      number: release.number,
      label: release.label,
      releasedAt: release.releasedAt,
    },
    questions: answerableQuestions(survey.questionnaire).map(
      ({ name: each, number, title, articles }) => ({ name: each, number, title, articles }),
    ),
    chosen: question && {
      name: question.name,
      number: question.number,
      title: question.title,
      sentence: published && questionSentences(published).join(""),
      choices: choicesOf(question, published).map(({ value, text }) => {
        const cell = cells.find((each) => each.cell === value);
        return {
          value,
          text,
          figure: cell && {
            count: cell.count,
            n: cell.n,
            percent: cell.percent,
            counts: cell.counts,
          },
        };
      }),
    },
  };
}
