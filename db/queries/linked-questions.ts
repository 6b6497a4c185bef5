import { and, asc, desc, inArray, isNotNull, sql } from "drizzle-orm";
import type { LinkedFigure, LinkedQuestion } from "#app/domain/evidence/index.ts";
import { baseOf } from "#app/domain/interim-draft/released-tables.ts";
import {
  answerableQuestions,
  type Question,
  type Questionnaire,
} from "#app/domain/survey/index.ts";
import { cellsOf } from "#app/domain/survey/release/cells.ts";
import { mostFrequent } from "#app/domain/survey/release/most-frequent.ts";
import type { PublishedQuestion, PublishedRelease } from "#app/domain/survey/release/published.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Database } from "#db/database.ts";
import { type links, releases, surveys } from "#db/schema/index.ts";

type LinkRow = Pick<typeof links.$inferSelect, "id" | "surveyId" | "question" | "choice">;

/** Resolves links to survey questions, by the link's identifier. */
export async function linkedQuestions(
  db: Database,
  viewer: Viewer,
  rows: readonly LinkRow[],
): Promise<Map<string, LinkedQuestion>> {
  const surveyIds = [...new Set(rows.flatMap(({ surveyId }) => surveyId ?? []))];
  if (surveyIds.length === 0) return new Map();
  const [found, released] = await Promise.all([
    db.select().from(surveys).where(inArray(surveys.id, surveyIds)),
    newestReleases(db, surveyIds),
  ]);
  const resolved = new Map<string, LinkedQuestion>();
  for (const row of rows) {
    const survey = found.find(({ id }) => id === row.surveyId);
    const release = released.find(({ surveyId }) => surveyId === row.surveyId);
    if (!survey || (!release && viewer.kind !== "secretariat")) continue;
    const question = questionNamed(survey.questionnaire, row.question);
    if (!question) continue;
    const { id, slug, title, isSample, isSimulated } = survey;
    const published = release?.published.questions.find(({ name }) => name === question.name);
    const choice = choicesOf(question, published).find(({ value }) => value === row.choice);
    resolved.set(row.id, {
      survey: { id, slug, title, isSample, isSimulated },
      name: question.name,
      number: question.number,
      title: question.title,
      choice,
      figure: release && {
        release: {
          id: release.id,
          number: release.number,
          label: release.label,
          releasedAt: release.releasedAt,
        },
        ...figureIn(published, choice?.value),
      },
    });
  }
  return resolved;
}

/** The surveys whose questions can be linked, newest first. For the secretariat. */
export async function surveysToLink(db: Database) {
  return db
    .select({
      id: surveys.id,
      slug: surveys.slug,
      title: surveys.title,
      state: surveys.state,
      questionnaire: surveys.questionnaire,
    })
    .from(surveys)
    .orderBy(desc(surveys.createdAt));
}

/** A question by its name, where it can have an answer. */
export function questionNamed(
  questionnaire: Questionnaire,
  name: string | null,
): Question | undefined {
  return answerableQuestions(questionnaire).find((question) => question.name === name);
}

/** The newest release of each survey that has one. */
async function newestReleases(db: Database, surveyIds: readonly string[]) {
  const { id, surveyId, number, label, releasedAt } = releases;
  return db
    .selectDistinctOn([releases.surveyId], {
      ...{ id, surveyId, number, label, releasedAt },
      published: sql<PublishedRelease>`${releases.published}`.mapWith(releases.published),
    })
    .from(releases)
    .where(and(inArray(releases.surveyId, [...surveyIds]), isNotNull(releases.published)))
    .orderBy(asc(releases.surveyId), desc(releases.number));
}

/**
 * The choices of a question that a link may name, by the name of their cell in the tables
 * (see `cellsOf`): a choice's value, or row and column of a matrix (r1/c2); and what the release
 * has beside them, such as the classes of numbers.
 */
export function choicesOf(
  question: Question,
  published?: PublishedQuestion,
): { value: string; text: string }[] {
  const offered = offeredBy(question);
  const released = published ? cellsOf(published) : [];
  return [
    ...offered,
    ...released
      .filter(({ cell }) => !offered.some(({ value }) => value === cell))
      .map(({ cell, text }) => ({ value: cell, text })),
  ];
}

function offeredBy(question: Question): { value: string; text: string }[] {
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
    case "checkbox":
    case "rating":
    case "ranking":
      return question.choices.map(({ value, text }) => ({ value: String(value), text }));
    case "boolean":
      return [question.whenTrue, question.whenFalse].map(({ value, text }) => ({
        value: String(value),
        text,
      }));
    case "matrix":
      return question.rows.flatMap((row) =>
        question.columns.map((column) => ({
          value: `${row.value}/${column.value}`,
          text: `${row.text}：${column.text}`,
        })),
      );
    default:
      return [];
  }
}

/** The linked choice's cell, or without one the answer given most often, of one-part questions. */
function figureIn(
  question: PublishedQuestion | undefined,
  choice: string | undefined,
): Pick<LinkedFigure, "n" | "row"> {
  if (!question) return { n: 0, row: undefined };
  const { n } = baseOf(question);
  if (choice !== undefined) {
    const row = cellsOf(question).find(({ cell }) => cell === choice);
    return { n: row ? row.n : n, row };
  }
  const [variable, ...others] = question.variables;
  if (!variable || others.length > 0) return { n, row: undefined };
  const { first, hidden } = mostFrequent(variable.rows);
  const [most] = first;
  // A hidden count could be the greatest.
  if (!most || hidden.length > 0) return { n, row: undefined };
  const { count, percent } = most;
  const at = variable.rows.findIndex(({ key }) => key === most.key);
  // A bare 「5」 says nothing: the ends of a scale with their words, 「5（負担がとても大きい）」.
  const { least = "", greatest = "" } = variable.ends ?? {};
  const end = at === 0 ? least : at === variable.rows.length - 1 ? greatest : "";
  const text = end === "" ? most.text : `${most.text}（${end}）`;
  const { counts } = variable;
  return { n: variable.n, row: { text, counts, count, percent } };
}

/** Whether a figure that a link would name is hidden in the survey's newest release. */
export async function isHiddenFigure(
  db: Database,
  surveyId: string,
  name: string,
  choice: string | undefined,
): Promise<boolean> {
  const [release] = await newestReleases(db, [surveyId]);
  const question = release?.published.questions.find((each) => each.name === name);
  if (!question) return false;
  const cells = cellsOf(question);
  if (choice === undefined) {
    const { n } = baseOf(question);
    return n === null || (cells.length > 0 && cells.every(({ count }) => count === null));
  }
  const cell = cells.find((each) => each.cell === choice);
  return cell !== undefined && (cell.count === null || cell.n === null);
}
